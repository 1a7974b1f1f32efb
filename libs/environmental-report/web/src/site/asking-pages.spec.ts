import type { Verification } from '@malspar/publication-model';
import { chooseVersions, pageWith, reportPlace, type ReportPlace } from '@malspar/environmental-report-model';
import { type PublicPage, publicPages, publicPath, search, searchIndex, type VerifyAsked } from '@malspar/site-model';
import { renderPage, reportsOf, sampleVersions, searchableWords, siteOf } from '../testing/sample-site.js';

const versions = sampleVersions();
const site = siteOf(versions);
const reports = reportsOf(versions);
const beside = { documents: site.documents, others: [] };
const indexes = {
  sv: searchIndex(site, searchableWords('sv'), 'sv'),
  en: searchIndex(site, searchableWords('en'), 'en'),
};
const around = { plan: site.plan, changedOn: null };
const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.js', fonts: [] },
};

type Language = 'sv' | 'en';
const domOf = async (page: PublicPage, language: Language = 'sv'): Promise<Document> =>
  new DOMParser().parseFromString(await renderPage(page, { ...options, language }), 'text/html');
const searched = (query: string, language: Language = 'sv'): Promise<Document> =>
  domOf(
    {
      kind: 'search',
      place: { at: 'found', query, group: null },
      asked: { query, only: null, result: search(indexes[language], query) },
      ...around,
    },
    language,
  );
const FOUND = { title: { sv: 'Rapporten', en: 'R' }, root: 'rapporter' };
const NOT_FOUND = { title: null, root: null };
const verified = (given: VerifyAsked['given'], verification: Verification | null, fault: VerifyAsked['fault'] = null) =>
  domOf({
    kind: 'verify',
    place: { at: 'verify' },
    asked: { given, verification, fault, ...(verification?.outcome === 'published' ? FOUND : NOT_FOUND) },
    ...around,
  });
const compared = (from: string, till: string): Promise<Document> =>
  domOf(
    pageWith(
      { at: 'compared', from, till },
      { kind: 'compare', site: reports, asked: chooseVersions(reports, from, till) },
      around,
    ),
  );
const text = (dom: Document, selector: string): string => dom.querySelector(selector)?.textContent?.trim() ?? '';

describe('search', () => {
  it('says in words how much was found, marks it, and leads to it', async () => {
    const dom = await searched('läkemedel');
    expect(text(dom, '.found')).toMatch(/^[A-ZÅÄÖ][a-zåäö]+ träffar på ”läkemedel”$/);
    expect(text(dom, 'main > * > .muted')).toMatch(/^Ett målområde, .+ och .+\.$/);
    expect(dom.querySelector('.hits a')?.getAttribute('href')).toBe('/malomraden/lakemedel');
    expect(text(dom, '.hits mark')).toBe('Läkemedel');
    expect(dom.querySelector<HTMLInputElement>('#f-q')?.value).toBe('läkemedel');
  });

  it('leads from a text in a report to its area there, and to older versions', async () => {
    const dom = await searched('arbetet R1');
    const links = [...dom.querySelectorAll('.hits a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/rapporter/2024-Q3#a1');
    expect(links).toContain('/rapporter/2024-Q3/v1#a1');
  });

  it('finds the plan by its goals and its drivers', async () => {
    const dom = await searched('fossila bränslen utfasad');
    expect(dom.querySelector('.hits a')?.getAttribute('href')).toBe('/plan');
    expect((await searched('trafikförsörjningsprogrammet')).querySelector('.hits a')?.getAttribute('href')).toBe(
      '/plan',
    );
    expect(text(dom, '.hits li')).toMatch(/^Miljöplan 2021–2025\s*Klimatmål:\s*2030 – /);
  });

  it('finds a document of the plan, in its own language, with form and size and as an example where it is one', async () => {
    const dom = await searched('miljöplan', 'en');
    const hit = [...dom.querySelectorAll('.hits li')].find(({ textContent }) => textContent.includes('PDF'));
    const link = hit?.querySelector('a');
    expect(['href', 'hreflang', 'lang'].map((name) => link?.getAttribute(name))).toEqual([
      '/dokument/miljoplan-abc000000000.pdf',
      'sv',
      'sv',
    ]);
    expect(hit?.textContent).toMatch(/Example value.*PDF, 1\.8\sMB, 17 February 2021, in Swedish/s);
    const inEnglish = await searched('summary of the plan', 'sv');
    expect(inEnglish.querySelector('.hits a')?.getAttribute('lang')).toBe('en');
  });

  it('is complete in English, with the reports’ words marked as Swedish', async () => {
    const dom = await searched('base year', 'en');
    expect(text(dom, '.found')).toBe('Two hits for “base year”');
    const swedish = await searched('läkemedel', 'en');
    expect(swedish.querySelector('.hits a')?.getAttribute('lang')).toBe('sv');
    expect(swedish.querySelector('.language a[hreflang=sv]')?.getAttribute('href')).toBe('/sok?q=l%C3%A4kemedel');
  });

  it('says what it shows instead when the word is misspelt, and goes on with that', async () => {
    const dom = await searched('bedömnign');
    expect(text(dom, '.found')).toBe('Inga träffar på ”bedömnign”');
    expect(text(dom, '.found + p')).toBe('Visar träffar på ”bedömning”.');
    expect(dom.querySelectorAll('.hits li').length).toBeGreaterThan(0);
    const links = [...dom.querySelectorAll('main a')].flatMap((a) => a.getAttribute('href') ?? []);
    expect(links.filter((href) => href.includes('bed%C3%B6mnign'))).toEqual([]);
    expect(text(await searched('läkemdel', 'en'), '.found + p')).toBe('Showing hits for “läkemedel”.');
  });

  it('helps when there is nothing, and when too much was written', async () => {
    const none = await searched('xyzzy');
    expect(text(none, '.found')).toBe('Inga träffar på ”xyzzy”');
    expect(none.querySelectorAll('main li').length).toBeGreaterThan(5);
    const long = await domOf({
      kind: 'search',
      place: { at: 'search' },
      asked: { query: 'a'.repeat(100), only: null, result: null },
      ...around,
    });
    expect(text(long, '.fault')).toContain('högst 100 tecken');
    expect(long.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
    expect(long.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  });
});

describe('authenticity', () => {
  const found: Verification = {
    outcome: 'published',
    match: 'bytes',
    publication: '2024-Q3',
    period: '2024-Q3',
    version: 1,
    file: 'rapport-v1.pdf',
    publishedAt: '2026-02-14T23:30:00Z',
    newestVersion: 2,
  };

  it('says what it is, when it was published in Swedish time, and that there is a newer version', async () => {
    const dom = await verified({ file: 'min fil.pdf' }, found);
    const said = text(dom, '.answer');
    for (const part of [
      'Ja, det här är publicerat',
      'rapport-v1.pdf',
      '15 februari 2026',
      'version 2',
      'min fil.pdf',
    ]) {
      expect(said).toContain(part);
    }
    expect(dom.querySelector('.newer a')?.getAttribute('href')).toBe('/rapporter/2024-Q3');
    expect(dom.querySelector('.facts a')?.getAttribute('href')).toBe('/rapporter/2024-Q3/v1');
    const newest = await verified({ file: 'x' }, { ...found, newestVersion: 1, match: 'content' });
    expect(newest.querySelector('.newer')).toBeNull();
    expect(text(newest, '.answer')).toContain('Det är den nyaste versionen.');
    expect(text(newest, '.answer')).toContain('skriven på ett annat sätt');
  });

  it('says in plain words what it may mean that something is not known', async () => {
    const dom = await verified({ checksum: 'f'.repeat(64) }, { outcome: 'unknown', sha256: 'f'.repeat(64) });
    expect(text(dom, '.answer h2')).toContain('känner vi inte igen');
    expect(dom.querySelectorAll('.answer li').length).toBe(4);
    expect(text(dom, 'code')).toBe('f'.repeat(64));
  });

  it('leads from a fault to its field, and keeps what was written there', async () => {
    const dom = await verified({ checksum: 'abc' }, null, 'no-checksum');
    const field = dom.querySelector<HTMLInputElement>(dom.querySelector('.fault a')?.getAttribute('href') ?? '');
    expect([field?.value, field?.getAttribute('aria-invalid')]).toEqual(['abc', 'true']);
    const large = await verified({ file: '' }, null, 'too-large');
    expect(large.querySelector('.fault a')?.getAttribute('href')).toBe('#f-file');
    expect([dom, large].map((each) => [...each.querySelectorAll('.fault-text')].map(({ id }) => id))).toEqual([
      ['f-sumfault'],
      ['f-filefault'],
    ]);
    expect(text(large, '#f-filefault')).toContain('större än 20 MB');
    expect([field, large.querySelector('#f-file')].map((each) => each?.getAttribute('aria-describedby'))).toEqual([
      'f-sumfault f-sumhint',
      'f-filefault f-filehint',
    ]);
  });

  it('is led to from each report and from what is said of the figures', async () => {
    for (const kind of ['report', 'about'] as const) {
      const version = reports.latest;
      const page =
        kind === 'about'
          ? pageWith({ at: kind }, { kind, site: reports, beside }, around)
          : pageWith(
              { at: kind, period: '2024-Q3', version: 2 },
              { kind, version, superseded: false, known: [version.report] },
              around,
            );
      expect((await domOf(page)).querySelector('main a[href="/kontrollera"]')).not.toBeNull();
    }
  });
});

describe('how a figure came about', () => {
  const { report } = reports.latest;
  const area = report.areas.find(({ targets }) => targets.some(({ code }) => code === 'R2'))!;
  const pageKnowing = (known: readonly (typeof report)[]): Promise<Document> =>
    domOf(
      pageWith(
        { at: 'area', slug: area.slug },
        { kind: 'area', version: reports.latest, area, gap: null, known },
        around,
      ),
    );

  it('is told at each figure: the role that reported, the approval and the versions that have it', async () => {
    const dom = await pageKnowing([report]);
    const origins = [...dom.querySelectorAll('.origin')].map(({ textContent }) => textContent);
    expect(origins).toHaveLength(area.targets.length);
    const origin = origins[area.targets.findIndex(({ code }) => code === 'R2')] ?? '';
    for (const part of ['målområdesansvarig', '30 september 2024 av miljösamordnaren', 'kvartal 3 2024, version 2']) {
      expect(origin).toContain(part);
    }
    expect(origin).not.toContain('Tidigare uppgift');
  });

  it('names what the figure was before it was changed, and leads to the version where it stood', async () => {
    const wrong = {
      ...report,
      version: 1,
      publishedAt: '2026-01-01T00:00:00.000Z',
      areas: report.areas.map((each) => ({
        ...each,
        targets: each.targets.map((target) => ({
          ...target,
          series: target.series.map((point) => ({ ...point, value: '777' })),
        })),
      })),
    };
    const dom = await pageKnowing([report, wrong]);
    const links = [...dom.querySelectorAll('.origin li')].filter(({ textContent }) => textContent.includes('777'));
    expect(links.length).toBeGreaterThan(0);
    expect(links[0]?.querySelector('a')?.getAttribute('href')).toBe('/rapporter/2024-Q3/v1');
  });
});

describe('comparing', () => {
  it('keeps what was chosen, says what is wrong beside it, and leads there', async () => {
    const dom = await compared('2024-Q3', '');
    expect(dom.querySelector<HTMLSelectElement>('#f-fran')?.value).toBe('2024-Q3.v2');
    expect(text(dom, '#f-tillfault')).toBe('Välj en rapport.');
    expect(dom.querySelector('#f-till')?.getAttribute('aria-describedby')).toBe('f-tillfault');
    expect(dom.querySelector('.fault a')?.getAttribute('href')).toBe('#f-till');
  });

  it('shows what differs between any two, with a way to turn them round', async () => {
    const dom = await compared('2023-Q3.v1', '2024-Q3.v1');
    expect(dom.querySelectorAll('ms-changes').length).toBeGreaterThan(3);
    expect(dom.querySelector('main a[href="/jamfor?fran=2024-Q3.v1&till=2023-Q3.v1"]')).not.toBeNull();
    expect(dom.title).toContain('Skillnad: kvartal 3 2023, version 1 – kvartal 3 2024, version 1');
  });
});

describe('a figure for other websites', () => {
  const { areas } = reports.latest.report;
  const [area] = areas;
  const [target] = area!.targets;
  /** A page of the site that others may frame. */
  const framed = (place: ReportPlace): PublicPage => {
    const path = publicPath(reportPlace(place), 'sv');
    const page = publicPages(site).find((each) => publicPath(each.place, 'sv') === path);
    if (!page) throw new Error('no such page');
    return page;
  };
  const embedded = (language: Language = 'sv'): Promise<Document> =>
    domOf(framed({ at: 'embedded-target', code: target!.code }), language);

  it('has caption, chart, value, target, source and a way to the whole, and nothing around it', async () => {
    const dom = await embedded();
    expect(dom.querySelector('ms-chart svg')).not.toBeNull();
    expect(text(dom, 'figcaption')).toContain(target!.caption.sv);
    // The value that the caption tells of stands there as well, not only the last period's.
    expect([...dom.querySelectorAll('.key dt')].map(({ textContent }) => textContent)).toEqual([
      'Senaste utfall, kvartal 3 2024',
      'Helår, medelvärdet av kvartal 4 2023–kvartal 3 2024',
      'Målvärde 2025',
    ]);
    expect(text(dom, 'figcaption')).toContain('medelvärdet av kvartal 4 2023–kvartal 3 2024');
    expect(text(dom, '.source')).toContain('Källa: Region Värmland, kvartal 3 2024, version 2.');
    const link = dom.querySelector('.source a');
    expect(['href', 'target', 'rel'].map((name) => link?.getAttribute(name))).toEqual([
      `/mal/${target!.code}`,
      '_blank',
      'noopener',
    ]);
    expect(dom.querySelector('header, footer, form, nav')).toBeNull();
    expect(dom.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `https://exempel.se/mal/${target!.code}`,
    );
    expect(dom.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(text(await embedded('en'), '.source')).toContain('Source: Region Värmland');
  });

  it('of an area has its verdict, its sentence and each target with its assessment', async () => {
    const dom = await domOf(framed({ at: 'embedded-area', slug: area!.slug }));
    expect(dom.querySelectorAll('.targets ms-assessment')).toHaveLength(area!.targets.length);
    expect(text(dom, 'main')).toContain('går framåt');
    expect(dom.querySelector('.source a')?.getAttribute('href')).toBe(`/malomraden/${area!.slug}`);
  });

  it('is shown on a page with the code to copy, in a frame that leads to the site itself', async () => {
    const dom = await domOf(pageWith({ at: 'embed' }, { kind: 'embed', site: reports, beside }, around), 'en');
    const frames = [...dom.querySelectorAll('iframe')];
    expect(frames.every((frame) => /^\/en\/badda-in\/(mal|malomrade)\//.test(frame.getAttribute('src') ?? ''))).toBe(
      true,
    );
    expect(frames.every((frame) => frame.title !== '' && frame.getAttribute('loading') === 'lazy')).toBe(true);
    expect(text(dom, 'pre')).toMatch(/^<iframe src="https:\/\/exempel\.se\/en\/badda-in\/mal\//);
    expect(dom.querySelector('malspar-figure[target]')).not.toBeNull();
  });
});

describe('what somebody writes or names a file', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '</title><script>alert(1)</script>',
    '</textarea><svg onload=alert(1)>',
    '" autofocus onfocus="alert(1)',
    "' onmouseover='alert(1)",
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<a href="javascript:alert(1)">x</a>',
    '<math><mtext></mtext><script>alert(1)</script></math>',
    '<!--><script>alert(1)</script>-->',
    '<style>*{display:none}</style>',
    '<base href="//evil.example">',
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    '<form action="//evil.example"><button>x</button></form>',
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#x3c;script&#x3e;',
    '<mark><script>alert(1)</script></mark>',
    '\\u003cscript\\u003e',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<b x="\u2028alert(1)">',
  ];
  // A word of each that is in the plan too, so that it is also marked in what is found.
  it.each(PAYLOADS)('stays words: %s', async (payload) => {
    const pages = [
      await searched(payload),
      await searched(`${payload} mål`),
      await verified({ checksum: payload }, null, 'no-checksum'),
      await verified({ file: payload }, { outcome: 'unknown', sha256: 'a'.repeat(64) }),
      await compared(payload, payload),
    ];
    for (const dom of pages) {
      const all = [...dom.querySelectorAll('*')];
      expect(all.filter(({ tagName }) => /^(script|style|img|iframe|base|object|embed)$/i.test(tagName))).toEqual([]);
      const attributes = all.flatMap((each) => [...each.attributes].map(({ name, value }) => `${name}=${value}`));
      expect(attributes.filter((each) => /^on|^(href|src|action)=\s*(javascript|data:text|\/\/)/i.test(each))).toEqual(
        [],
      );
      expect(dom.querySelectorAll('meta[http-equiv], form:not([action^="/"])')).toHaveLength(0);
    }
    expect(text(pages[0]!, '.found')).toContain(payload);
    expect(text(pages[3]!, '.facts dd')).toBe(payload);
  });
});
