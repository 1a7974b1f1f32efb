import { canonicalOf } from '@malspar/print-api';
import { PublishedKinds } from '@malspar/publication-api';
import { askingPages, drawnByTheSite, type PublicPage, publicPath, type SearchResult } from '@malspar/site-model';
import { cycleCount, shownCycleCount } from '../testing/cycle-count.js';
import { kindsOf } from '../testing/kinds-of.js';
import { type SiteReply, SiteOverHttp } from '../testing/site-over-http.js';
import { livePages } from './live-pages.js';
import { openDataHandler } from './open-data.router.js';
import { SameKinds } from './same-kinds.js';
import type { SiteRenderer } from './site-renderer.js';

const kind = drawnByTheSite(shownCycleCount);
const { canonical, sha256 } = canonicalOf(cycleCount());
const rows = [{ contentKind: kind.name, canonical, sha256, files: [] }];

/** What a page says, as JSON: looks are another matter. */
const renderer: SiteRenderer = {
  renderPage: (page: PublicPage, { language }) =>
    Promise.resolve(JSON.stringify({ ...page, path: publicPath(page.place, language) })),
  renderOvertaken: () => Promise.resolve(''),
  searchableWords: () => ({
    terms: [],
    pages: [
      { at: 'verify', title: 'Kontrollera', text: 'regn' },
      { at: 'about', title: 'Om siffrorna', text: 'regn' },
    ],
  }),
};
const said = <T>({ text }: SiteReply): T => JSON.parse(text) as T;

describe('a site where nothing but a kind that the site draws is published', () => {
  let site: SiteOverHttp;
  beforeAll(async () => {
    const live = (service: SiteOverHttp['service']) => [openDataHandler(service), ...livePages(service)];
    site = await SiteOverHttp.start({ rows, kinds: [kind], renderer, live });
  });
  afterAll(() => site.stop());

  it('lists it on the first page, and has no page that leads to a plan', async () => {
    const first = said<{ kind: string; others: { root: string }[] }>(await site.ask('/'));
    expect([first.kind, first.others.map(({ root }) => root)]).toEqual(['nothing-yet', ['cyklister']]);
    for (const path of ['/plan', '/rapporter', '/webbkarta', '/jamfor?fran=a&till=b']) {
      expect([path, (await site.ask(path)).status]).toEqual([path, 404]);
    }
    expect((await site.ask('/cyklister/2027')).status).toBe(200);
  });

  it('searches it, and finds no page of its own that is not there', async () => {
    expect((await site.ask('/sok')).status).toBe(200);
    const { asked } = said<{ asked: { result: SearchResult } }>(await site.ask('/sok?q=regn'));
    const found = asked.result.groups.flatMap(({ hits }) => hits.map(({ version }) => publicPath(version.place, 'sv')));
    expect(found).toEqual(['/cyklister/2027', '/kontrollera']);
  });

  it('verifies it', async () => {
    expect((await site.ask('/kontrollera')).status).toBe(200);
    expect(said(await site.ask(`/kontrollera?sha256=${sha256}`))).toMatchObject({
      asked: { verification: { outcome: 'published', version: 1 }, root: 'cyklister', title: { sv: 'Cyklister 2027' } },
    });
    expect(said(await site.upload('/kontrollera', canonical))).toMatchObject({ asked: { root: 'cyklister' } });
  });

  it('asks on its page whether that helped', async () => {
    expect(askingPages(await site.service.site()).has('/cyklister/2027/v1')).toBe(true);
  });

  it('is open data with addresses, a description and examples of its own alone', async () => {
    expect(said(await site.ask('/public/v1'))).toMatchObject({ title: { en: 'Counted cyclists' } });
    expect((await site.ask('/public/v1/cyklister/2027/versions/1')).text).toBe(canonical);
    expect((await site.ask('/public/v1/cyklister/2027/versions/2')).status).toBe(404);
    expect((await site.ask('/public/v1/plan')).status).toBe(404);
    const { paths, components } = said<{ paths: object; components: { schemas: object } }>(
      await site.ask('/public/v1/openapi.json'),
    );
    expect(Object.keys(paths)).toEqual([
      ...['/', '/api-info', '/cyklister', '/cyklister/{period}/versions/{version}', '/openapi.json'],
    ]);
    expect(Object.keys(components.schemas)).toEqual([
      ...['ApiInfo', 'CycleCount', 'CycleCountList', 'Index', 'License', 'Link', 'Problem', 'Words'],
    ]);
    expect(said(await site.ask('/oppna-data'))).toMatchObject({
      addresses: expect.arrayContaining([expect.objectContaining({ path: '/public/v1/cyklister' })]) as unknown,
      example: 'https://exempel.se/public/v1/cyklister/2027/versions/1',
    });
  });
});

describe('kinds that are published and kinds that are shown', () => {
  const published = (name?: string): PublishedKinds => {
    const kinds = new PublishedKinds();
    if (name !== undefined) kinds.add({ name } as Parameters<PublishedKinds['add']>[0]);
    return kinds;
  };

  it('are the same, or nothing starts: it says where the missing one is registered', () => {
    const start = (...names: [string?]): void =>
      new SameKinds(published(...names), kindsOf([kind])).onApplicationBootstrap();
    expect(() => start(kind.name)).not.toThrow();
    expect(() => start()).toThrow('cycle-count is shown but cannot be published: its domain');
    expect(() => new SameKinds(published('survey'), kindsOf([])).onApplicationBootstrap()).toThrow(
      "The kind survey is published but not shown: its domain's module adds it to ShownKinds",
    );
  });

  it('have addresses that nobody else has', () => {
    const other = { ...kind, name: 'other' };
    expect(() => kindsOf([kind, other])).toThrow('other cannot be shown below /cyklister');
    expect(() => kindsOf([kind, { ...other, root: 'plan' }])).toThrow('other cannot be shown below /plan');
    expect(() =>
      kindsOf([
        { ...kind, otherRoots: ['mal'] },
        { ...other, root: 'mal' },
      ]),
    ).toThrow('below /mal');
    expect(() => kindsOf([kind]).named('survey')).toThrow('adds it to ShownKinds');
  });
});
