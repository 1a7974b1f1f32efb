import { type FeedbackOutcome, type PublicPage, publicPath } from '@malspar/site-model';
import { oneOfEach, pagesOf, sampleVersion } from '../testing/sample-site.js';
import { en } from './i18n/en.js';
import { sv } from './i18n/sv.js';
import { renderPage } from '.';

const pages = oneOfEach(pagesOf([sampleVersion('miljoplan-2021-2025', '2024-Q3')]));
const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.js', fonts: [] },
};
const domOf = async (page: PublicPage, language: 'sv' | 'en' = 'sv'): Promise<Document> =>
  new DOMParser().parseFromString(await renderPage(page, { ...options, language }), 'text/html');
const feedback = (outcome: Partial<FeedbackOutcome>): PublicPage => ({
  kind: 'feedback',
  place: { at: 'thanks', receipt: outcome.receipt ?? null },
  plan: null,
  changedOn: null,
  outcome: { said: 'answered', masked: [], receipt: null, words: null, back: null, ...outcome },
});

describe('the question whether a page helped', () => {
  const asked = pages.filter(({ kind }) => kind !== 'not-found' && !kind.startsWith('embedded'));
  it.each(asked.map((page) => [page.kind, page] as const))(
    'stands last on %s, with nothing but where the page is',
    async (_kind, page) => {
      for (const language of ['sv', 'en'] as const) {
        const form = (await domOf(page, language)).querySelector('main > :last-child form');
        const fields = [...(form?.querySelectorAll('input, button') ?? [])].map((field) =>
          ['name', 'value', 'type'].map((name) => field.getAttribute(name)).join(' '),
        );
        expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual([
          'post',
          language === 'sv' ? '/tyck-till' : '/en/tyck-till',
        ]);
        expect(fields).toEqual([
          `page ${publicPath(page.place, language)} hidden`,
          'subject  text',
          'answer yes submit',
          'answer no submit',
        ]);
      }
    },
  );

  it('is not asked where there is no page, nor of who has answered', async () => {
    const others = [...pages.filter((page) => !asked.includes(page)), feedback({}), feedback({ said: 'commented' })];
    for (const page of others) expect((await domOf(page)).querySelector('.question')).toBeNull();
  });
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
