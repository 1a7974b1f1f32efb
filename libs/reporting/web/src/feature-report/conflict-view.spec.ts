import '@testing-library/jest-dom';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { Fields } from '../data/draft-fields';
import type { OpenConflict } from '../data/draft-state';
import { withTexts } from '../testing/texts';
import { ConflictView } from './conflict-view';

const conflict: OpenConflict = {
  fields: [
    { field: 'comment', base: '', mine: 'Min text', theirs: 'Ottos text' },
    { field: 'values/2025-Q4', base: '', mine: '46.1', theirs: '47' },
    { field: 'assessment', base: '', mine: 'on_track', theirs: 'uncertain' },
  ],
  theirs: {},
  version: 7,
  updatedBy: 'Otto Lind',
  byYourself: false,
  updatedAt: '2026-01-19T13:31:00.000Z',
};

async function show(of = conflict) {
  const settled: Fields[] = [];
  await render(ConflictView, {
    providers: withTexts(),
    inputs: { conflict: of },
    on: { settled: (fields) => settled.push(fields) },
  });
  await screen.findByText(of.byYourself ? 'Du har ändrat i en annan flik' : 'Ni har skrivit i samma fält');
  const group = (name: string) => screen.getByRole('group', { name });
  const press = (name: string, button: string) =>
    fireEvent.click([...group(name).querySelectorAll('button')].find((each) => each.textContent?.trim() === button)!);
  return { settled, group, press };
}

describe('ConflictView', () => {
  it('shows mine and theirs of each field, in the words of the form', async () => {
    const { group } = await show();
    expect(group('Kommentar')).toHaveTextContent(/Mitt\s*Min text.*Deras\s*Ottos text/s);
    expect(group('Utfall, kvartal 4 2025')).toHaveTextContent('46,1');
    expect(group('Målbedömning')).toHaveTextContent(/På rätt väg.*Osäkert/s);
    expect(screen.getByText(/Otto Lind sparade 19 januari 2026/)).toBeInTheDocument();
  });

  it('says that it was the other tab, where it was, and speaks of nobody else', async () => {
    const { group } = await show({ ...conflict, byYourself: true });
    expect(group('Kommentar')).toHaveTextContent(/Här\s*Min text.*I den andra fliken\s*Ottos text/s);
    expect(screen.getByText(/Du sparade 19 januari 2026.* i en annan flik/)).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(/Otto Lind|Deras|Mitt/);
  });

  it('is settled only when every field has got its result', async () => {
    const { settled, press } = await show();
    const save = screen.getByRole('button', { name: 'Spara resultatet' });
    expect(save).toBeDisabled();
    press('Kommentar', 'Ta mitt');
    press('Utfall, kvartal 4 2025', 'Ta deras');
    expect(save).toBeDisabled();
    press('Målbedömning', 'Ta deras');
    expect(save).toBeEnabled();
    fireEvent.input(screen.getAllByLabelText('Resultat')[0]!, { target: { value: 'Vår text' } });
    fireEvent.click(save);
    expect(settled).toEqual([{ comment: 'Vår text', 'values/2025-Q4': '47', assessment: 'uncertain' }]);
  });
});
