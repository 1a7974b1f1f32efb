import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { FeedbackComment } from '@malspar/feedback-model';
import { fireEvent, render, screen } from '@testing-library/angular';
import { CommentList } from './comment-list';

const comment = (change: Partial<FeedbackComment> = {}): FeedbackComment => ({
  id: '00000000-0000-4000-8000-000000000001',
  path: '/plan',
  language: 'sv',
  text: 'Bra.',
  times: 1,
  yes: 1,
  latestOn: '2026-03-01',
  masked: false,
  suspicion: null,
  illustrative: false,
  handled: null,
  ...change,
});

const shown = async (one: FeedbackComment, canHandle = true) => {
  const asked: boolean[] = [];
  const { container } = await render(CommentList, {
    imports: [TranslocoTestingModule.forRoot({ langs: { sv: {} }, translocoConfig: { availableLangs: ['sv'] } })],
    providers: [provideHttpClient(), provideHttpClientTesting()],
    inputs: { comments: [one], canHandle, busy: false },
    on: { handle: ({ handled }) => asked.push(handled) },
  });
  TestBed.inject(HttpTestingController).match('/api/v1/plan');
  return { asked, container, text: container.textContent };
};

describe('a comment', () => {
  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '{{ 7 * 7 }}'])(
    'is text, whatever it holds: %s',
    async (text) => {
      const { container } = await shown(comment({ text }));
      expect(container.querySelector('blockquote')?.textContent.trim()).toBe(text);
      expect(container.querySelector('script, img')).toBeNull();
    },
  );

  it('can be marked as read, and one that is read as unread', async () => {
    const { asked } = await shown(comment());
    fireEvent.click(screen.getByRole('button', { name: /feedback\.handle$/ }));
    expect(asked).toEqual([true]);
  });

  it('that is read says by whom, and can be taken back', async () => {
    const { asked, text } = await shown(comment({ handled: { at: '2026-03-02T08:00:00.000Z', byName: 'Carin' } }));
    expect(text).toContain('feedback.handledBy');
    fireEvent.click(screen.getByRole('button', { name: /feedback\.reopen$/ }));
    expect(asked).toEqual([false]);
  });

  it('is only read by those who may only read', async () => {
    await shown(comment(), false);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says what is odd about it, and what several have answered', async () => {
    const odd = comment({ suspicion: 'link', masked: true, illustrative: true, times: 3, yes: 2 });
    const { text } = await shown(odd);
    for (const key of ['suspicion.link', 'feedback.masked', 'answered.mixed', 'feedback.times', 'illustrative']) {
      expect(text).toContain(key);
    }
  });
});
