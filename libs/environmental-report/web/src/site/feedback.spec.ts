import { type FeedbackOutcome, type PublicPage, publicPath } from '@malspar/site-model';
import { kindOf, oneOfEach, pagesOf, renderPage, sampleVersion } from '../testing/sample-site.js';

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
  outcome: { said: 'voted', masked: [], receipt: null, words: null, back: null, ...outcome },
});

describe('the question whether a page helped', () => {
  const asked = pages.filter((page) => page.kind !== 'not-found' && !kindOf(page).startsWith('embedded'));
  it.each(asked.map((page) => [kindOf(page), page] as const))(
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
