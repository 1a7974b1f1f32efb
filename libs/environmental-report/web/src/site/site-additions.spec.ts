import { defaultStatement, NO_ADDITIONS, type PublicPage, type PublishedStatement } from '@malspar/site-model';
import { kindOf, type PageKind, pagesOf, renderPage, sampleAdditions, sampleVersions } from '../testing/sample-site.js';

const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.js', fonts: [] },
};
const versions = sampleVersions();
const domOf = async (page: PublicPage | undefined, language: 'sv' | 'en'): Promise<Document> => {
  if (!page) throw new Error('no such page');
  return new DOMParser().parseFromString(await renderPage(page, { ...options, language }), 'text/html');
};
const textsOf = (dom: Document, selector: string): string[] =>
  [...dom.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('the plan’s documents', () => {
  const pageOf = (kind: PageKind, of = pagesOf(versions)) => of.find((page) => kindOf(page) === kind);

  it.each(['home', 'plan'] as const)(
    'stand on the %s page with form, size and date, an example labelled',
    async (kind) => {
      const dom = await domOf(pageOf(kind), 'sv');
      expect(textsOf(dom, '.documents li')).toEqual([
        'Miljöplan 2021–2025 Exempelvärde PDF, 1,8 MB, 17 februari 2021',
        'Summary of the plan PDF, 91 kB, 1 mars 2021, på engelska',
      ]);
      expect(dom.querySelector('.documents a')?.getAttribute('href')).toBe('/dokument/miljoplan-abc000000000.pdf');
      expect(textsOf(dom, 'footer p')[0]).toContain('5 mars 2026');
    },
  );

  it('say on an English page which of them are in Swedish', async () => {
    const dom = await domOf(pageOf('home'), 'en');
    expect(textsOf(dom, '.documents li')[0]).toContain('17 February 2021, in Swedish');
    expect([...dom.querySelectorAll('.documents a')].map((a) => a.getAttribute('lang'))).toEqual(['sv', null]);
  });

  it('are there before anything is published; without any there is no heading', async () => {
    expect(textsOf(await domOf(pageOf('nothing-yet', pagesOf([])), 'sv'), 'h2')).toEqual(['Dokument']);
    const none = await domOf(pageOf('home', pagesOf(versions, NO_ADDITIONS)), 'sv');
    expect(textsOf(none, 'h2')).not.toContain('Dokument');
  });
});

describe('a site where nothing is published yet', () => {
  // What stands in another site's frame has neither head nor foot.
  const own = pagesOf([]).filter(({ kind }) => kind !== 'embedded-missing');

  it.each(own.map((page) => [page.kind, page] as const))(
    'is called by the plan in force, and says where to write: %s',
    async (kind, page) => {
      const dom = await domOf(page, 'sv');
      expect(textsOf(dom, '.name')).toEqual(['Region Värmland Miljöplan 2021–2025']);
      expect(dom.title).toContain(' – Miljöplan 2021–2025, Region Värmland');
      expect(dom.querySelector('footer a[href^="mailto:"]')?.textContent).toBe('miljo@exempel.se');
      if (kind === 'nothing-yet') expect(textsOf(dom, '.lead')[0]).toContain('rapporterna om Miljöplan 2021–2025');
    },
  );

  it('has no name before there is a plan', async () => {
    const dom = await domOf(pagesOf([], NO_ADDITIONS)[0], 'sv');
    expect(textsOf(dom, '.name')).toEqual(['Start']);
    expect([dom.title, dom.querySelector('footer a[href^="mailto:"]')]).toEqual(['Ingenting är publicerat ännu', null]);
  });
});

describe('the accessibility statement', () => {
  const statementPage = (change: Partial<PublishedStatement> = {}) =>
    pagesOf(versions, { ...sampleAdditions, statement: { ...sampleAdditions.statement, ...change } }).find(
      ({ kind }) => kind === 'accessibility',
    );

  it('has what the law asks for, in its order', async () => {
    const dom = await domOf(statementPage(), 'sv');
    expect(textsOf(dom, 'h1, main h2')).toEqual([
      'Tillgänglighetsredogörelse',
      'Så tillgänglig är webbplatsen',
      'Innehåll som inte är tillgängligt',
      'Så har webbplatsen bedömts',
      'Säg till oss om något inte fungerar',
      'Anmäl brister till Digg',
    ]);
    const text = dom.querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain('Region Värmland står bakom webbplatsen för Miljöplan 2021–2025.');
    expect(text).toContain('Granskas av Region Värmland.');
    expect(text).toContain('Webbplatsen är delvis förenlig med lagen');
    expect(text).toContain('EN 301 549 V3.2.1 (mars 2021)');
    for (const { what } of defaultStatement.failures) expect(text).toContain(what.sv);
    expect(text).toContain('Vi svarar inom 5 arbetsdagar.');
    const links = [...dom.querySelectorAll('main a')].map((a) => a.getAttribute('href'));
    expect(links).toEqual(['mailto:miljo@exempel.se', 'https://www.digg.se/tdosanmalan']);
  });

  it('says in English what is written in English, and marks the rest as Swedish', async () => {
    const [first] = defaultStatement.failures;
    const failures = [{ ...first!, what: { sv: 'Bara på svenska.', en: '' } }];
    const dom = await domOf(statementPage({ version: 3, statement: { ...defaultStatement, failures } }), 'en');
    expect(dom.querySelector('.failures p')?.getAttribute('lang')).toBe('sv');
    expect(dom.querySelector('.failures dd')?.getAttribute('lang')).toBeNull();
    expect(dom.querySelector('.note')).toBeNull();
    expect(dom.querySelector('strong')?.textContent).toBe('partially compliant');
  });

  it('groups what is not accessible by why, with the reason where the law asks for it', async () => {
    const [first] = defaultStatement.failures;
    const failures = [
      { ...first!, plannedFor: '2027-06-30' },
      { ...first!, reason: 'burden' as const, motivation: { sv: 'Kostar mer än det ger.', en: '' } },
      { ...first!, reason: 'exempt' as const, criteria: ['1.2.1', '1.2.2'] },
    ];
    const dom = await domOf(statementPage({ statement: { ...defaultStatement, failures } }), 'sv');
    expect(textsOf(dom, 'main h3')).toEqual([
      'Ännu inte åtgärdat',
      'Oskäligt betungande att anpassa (12 § i lagen)',
      'Omfattas inte av lagens krav (9 §)',
    ]);
    const facts = textsOf(dom, '.facts dd');
    expect(facts).toEqual(expect.arrayContaining(['senast 30 juni 2027', 'Kostar mer än det ger.', '1.2.1, 1.2.2']));
  });

  it('keeps words to be words', async () => {
    const payload = `</title><script>alert(1)</script><img src=x onerror=alert(1)>"'`;
    const [first] = defaultStatement.failures;
    const failures = [{ ...first!, what: { sv: payload, en: payload } }];
    const statement = { ...defaultStatement, failures, phone: payload };
    const page = statementPage({ statement, organisation: payload, service: payload, contact: payload });
    const dom = await domOf(page, 'sv');
    expect(dom.querySelectorAll('script, img')).toHaveLength(0);
    expect(dom.querySelector('.failures p')?.textContent).toBe(payload);
    expect(dom.querySelector('main a')?.getAttribute('href')).toBe(`mailto:${payload}`);
  });
});
