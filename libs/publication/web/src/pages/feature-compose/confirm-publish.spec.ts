import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { ConfirmPublish } from './confirm-publish';

const shown = async (
  inputs: Partial<Record<'busy' | 'waiting' | 'unseen' | 'stale' | 'blocked', boolean>> = {},
  lookedFor: () => void = () => undefined,
) => {
  const confirmed: string[] = [];
  await render(ConfirmPublish, {
    imports: [TranslocoTestingModule.forRoot({ langs: { sv: {} }, translocoConfig: { availableLangs: ['sv'] } })],
    inputs: { period: '2025-T3', version: 1, ...inputs },
    on: { confirmed: (text: string) => confirmed.push(text), lookedFor },
  });
  TestBed.tick();
  return confirmed;
};
const type = (text: string) => {
  const field = screen.getByRole('textbox');
  fireEvent.input(field, { target: { value: text } });
  fireEvent.submit(field.closest('form')!);
};

describe('the confirmation', () => {
  it('is the period, typed; small letters and spaces around it do no harm', async () => {
    const confirmed = await shown();
    type(' 2025-t3 ');
    expect(confirmed).toEqual(['2025-T3']);
  });

  it('is refused when it is anything else, and the field is pointed at', async () => {
    const confirmed = await shown();
    type('2025-T2');
    expect(confirmed).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')));
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });

  it.each(['busy', 'waiting', 'unseen'] as const)('is not given while %s', async (state) => {
    const confirmed = await shown({ [state]: true });
    type('2025-T3');
    expect(confirmed).toEqual([]);
  });

  it('has beside it what brings the preview up to date, where that is what is waited for', async () => {
    const looks: true[] = [];
    await shown({ unseen: true, stale: true }, () => looks.push(true));
    const [show, publish] = screen.getAllByRole('button');
    expect((publish as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(show!);
    expect(looks).toHaveLength(1);
  });

  it('is not asked for while something stops publishing', async () => {
    await shown({ blocked: true });
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
