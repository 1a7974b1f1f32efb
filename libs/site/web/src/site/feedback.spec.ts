import type { FeedbackOutcome, PublicPage } from '@malspar/site-model';
import { en } from './i18n/en.js';
import { sv } from './i18n/sv.js';
import { siteRenderer } from '.';

const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.js', fonts: [] },
};
const domOf = async (page: PublicPage, language: 'sv' | 'en' = 'sv'): Promise<Document> =>
  new DOMParser().parseFromString(await siteRenderer([]).renderPage(page, { ...options, language }), 'text/html');
const feedback = (outcome: Partial<FeedbackOutcome>): PublicPage => ({
  kind: 'feedback',
  place: { at: 'thanks', receipt: outcome.receipt ?? null },
  plan: null,
  changedOn: null,
  outcome: { said: 'voted', masked: [], receipt: null, words: null, back: null, ...outcome },
});

describe('the page after an answer', () => {
  it.each(Object.keys(sv.feedback.titles) as FeedbackOutcome['said'][])('says what became of it: %s', async (said) => {
    for (const [language, texts] of [
      ['sv', sv],
      ['en', en],
    ] as const) {
      const dom = await domOf(feedback({ said }), language);
      expect(dom.querySelector('h1')?.textContent).toBe(texts.feedback.titles[said]);
      expect(dom.querySelector('main .lead')?.textContent).toBe(texts.feedback.texts[said]);
      expect(dom.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    }
  });

  it('has a field for a comment that goes with the receipt, and keeps what was written', async () => {
    const text = '</textarea><script>alert(1)</script> & "så"';
    const dom = await domOf(
      feedback({ said: 'away', receipt: 'a.b', words: { text, canSend: true }, back: '/rapporter/2024-Q3/v1' }),
    );
    const form = dom.querySelector('ms-feedback form');
    expect(form?.getAttribute('action')).toBe('/tack');
    expect(form?.querySelector('[name=receipt]')?.getAttribute('value')).toBe('a.b');
    expect(form?.querySelector('textarea')?.textContent).toBe(text);
    expect(form?.querySelector('label.comment')?.textContent).toContain('Skriv inga personuppgifter');
    expect(dom.querySelector('ms-feedback > p:last-child a')?.getAttribute('href')).toBe('/rapporter/2024-Q3/v1');
    expect(dom.querySelector('.language a')?.getAttribute('href')).toBe('/en/tack?kvitto=a.b');
  });

  it('shows words that cannot be sent from there, to be copied', async () => {
    const dom = await domOf(feedback({ said: 'expired', words: { text: 'Mina ord', canSend: false } }));
    expect(dom.querySelector('ms-feedback form')).toBeNull();
    expect(dom.querySelector('textarea[readonly]')?.textContent).toBe('Mina ord');
  });

  it('says what was taken out', async () => {
    const dom = await domOf(feedback({ said: 'commented', masked: ['e-mail', 'phone'] }));
    expect(dom.querySelector('.note')?.textContent).toContain('en e-postadress och ett telefonnummer');
  });
});
