import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { PublishedReport } from '@malspar/environmental-report-model';
import { type PublicPage, publicPages, publicPath } from '@malspar/site-model';
import {
  kindOf,
  oneOfEach,
  ownOf,
  type PageKind,
  pagesOf,
  renderPage,
  sampleVersion,
  sampleVersions,
  versionOf,
} from '../testing/sample-site.js';

const versions = sampleVersions();
const pages = pagesOf(versions);
const assets = { stylesheet: '/assets/a.css', script: '/assets/chart.a.js', fonts: ['/assets/a.woff2'] };
const options = { origin: 'https://exempel.se', assets };
const sv = { ...options, language: 'sv' as const };
const en = { ...options, language: 'en' as const };
const pageOf = (kind: PageKind, among = pages): PublicPage => {
  const page = among.find((each) => kindOf(each) === kind);
  if (!page) throw new Error(`no page of kind ${kind}`);
  return page;
};
const domOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The one script of those few pages that have any. */
const SCRIPTED: Partial<Record<PageKind, string>> = {
  embed: '<script type="module" src="/badda-in/malspar.js"></script>',
  'embedded-area': '<script type="module" src="/badda-in/hojd.js"></script>',
  'embedded-target': '<script type="module" src="/badda-in/hojd.js"></script>',
  'embedded-missing': '<script type="module" src="/badda-in/hojd.js"></script>',
};

const CHART_SCRIPT = '<script type="module" src="/assets/chart.a.js" data-walk="';

describe('a public page', () => {
  it.each(oneOfEach(pages).map((page) => [kindOf(page), page] as const))(
    '%s is whole: one main heading, its own words, no style and no script but the one for charts',
    async (_kind, page) => {
      for (const language of ['sv', 'en'] as const) {
        const html = await renderPage(page, { ...options, language });
        expect(html.slice(0, 60).toLowerCase()).toContain(
          `<!doctype html><html lang="${language}"${_kind.startsWith('embedded') ? ' class="framed"' : ''}>`,
        );
        expect(html.match(/<h1/g)).toHaveLength(1);
        const script = SCRIPTED[_kind] ?? (html.includes('<ms-chart') ? CHART_SCRIPT : '');
        expect(html.split('<script')).toHaveLength(script === '' ? 1 : 2);
        expect(html).toContain(script);
        expect(/<style| style=| ng-|<!--|undefined|\[object|NaN/.exec(html)?.[0]).toBeUndefined();
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        expect(ids).toEqual([...new Set(ids)]);
        expect(ids.filter((id) => !/^(content|a\d+|[fs]-[a-z0-9]+)$/.test(id ?? ''))).toEqual([]);
      }
    },
  );

  it('leads, before anything is published, only to pages that are there', async () => {
    const empty = publicPages(null);
    for (const language of ['sv', 'en'] as const) {
      const there = empty.map(({ place }) => publicPath(place, language));
      const other = empty.map(({ place }) => publicPath(place, language === 'sv' ? 'en' : 'sv'));
      for (const page of empty) {
        const { links } = domOf(await renderPage(page, { ...options, language }));
        const paths = [...links].flatMap((link) => /^\/[^?#]*/.exec(link.getAttribute('href') ?? '') ?? []);
        expect(paths).toEqual(expect.arrayContaining([there[0]]));
        const elsewhere = /^\/(app|public)\//;
        expect([
          page.kind,
          paths.filter((path) => ![...there, ...other].includes(path) && !elsewhere.test(path)),
        ]).toEqual([page.kind, []]);
      }
    }
  });

  it('says in its head what it is, where it is and where it is in the other language', async () => {
    const { head } = domOf(await renderPage(pageOf('area'), en));
    const attribute = (selector: string, name: string) => head.querySelector(selector)?.getAttribute(name);
    expect(head.querySelector('title')?.textContent).toBe(
      'Resor och transporter – Miljöplan 2021–2025, Region Värmland',
    );
    expect(attribute('link[rel=canonical]', 'href')).toBe('https://exempel.se/en/malomraden/resor-och-transporter');
    expect(attribute('link[hreflang=sv]', 'href')).toBe('https://exempel.se/malomraden/resor-och-transporter');
    expect(attribute('meta[property="og:url"]', 'content')).toBe(attribute('link[rel=canonical]', 'href'));
    expect(attribute('meta[name=description]', 'content')).toMatch(/^Resor och transporter i och för/);
  });

  it('is the same again, whatever is rendered meanwhile, and in whatever time zone', async () => {
    const page = pageOf('report');
    const alone = await renderPage(page, sv);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const together = await Promise.all([renderPage(page, sv), renderPage(page, en), renderPage(page, sv)]);
    process.env['TZ'] = zone;
    expect(together[0] === alone && together[2] === alone).toBe(true);
    expect(together[1]).not.toBe(alone);
  });

  it('keeps the languages apart when both are rendered at once', async () => {
    const both = await Promise.all(oneOfEach(pages).flatMap((page) => [renderPage(page, sv), renderPage(page, en)]));
    oneOfEach(pages)
      .flatMap((page) => [page, page])
      .forEach((page, index) => {
        const html = both[index] ?? '';
        if (kindOf(page).startsWith('embedded')) return;
        const menu = [...domOf(html).querySelectorAll('.top nav a')].map((link) => link.textContent);
        expect(menu).toEqual(
          index % 2 === 0
            ? ['Start', 'Planen', 'Rapporter', 'Om siffrorna']
            : ['Home', 'The plan', 'Reports', 'About the figures'],
        );
      });
  });

  it.each([
    ['home', 'Start', 'page'],
    ['area', 'Planen', 'true'],
    ['target', 'Planen', 'true'],
    ['difference', 'Rapporter', 'true'],
    ['compare', 'Rapporter', 'true'],
    ['about', 'Om siffrorna', 'page'],
  ] as const)('marks in the menu where one is: %s', async (kind, text, current) => {
    const marked = [...domOf(await renderPage(pageOf(kind), sv)).querySelectorAll('.top nav [aria-current]')];
    expect(marked.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([[text, current]]);
  });

  it('marks what is an example, and the words of the plan as Swedish on an English page', async () => {
    const dom = domOf(await renderPage(pageOf('area'), en));
    expect(dom.querySelector('figcaption .example')?.textContent).toBe('Example value');
    expect(dom.querySelector('h1')?.getAttribute('lang')).toBe('sv');
  });

  it('of a superseded version says so and leads to the newest; the newest says what it corrected and what is in it', async () => {
    const [newest, old] = pages.filter((page) => ownOf(page, 'report')?.version.report.period === '2024-Q3');
    const [first, second] = [domOf(await renderPage(old!, sv)), domOf(await renderPage(newest!, sv))];
    const contents = [...second.querySelectorAll<HTMLAnchorElement>('.contents a')];
    const headings = contents.map((link) => second.querySelector(link.getAttribute('href') ?? ''));
    expect(headings.map((heading) => heading?.textContent)).toEqual(contents.map(({ textContent }) => textContent));
    expect(contents).toHaveLength(10);
    expect(first.querySelector('.banner a')?.getAttribute('href')).toBe('/rapporter/2024-Q3');
    expect(second.querySelector('.banner')).toBeNull();
    expect(second.querySelector('.note')?.textContent).toContain('Ersätter version 1');
    expect(second.querySelector('.note a')?.getAttribute('href')).toBe('/rapporter/2024-Q3/v2/andringar');
  });

  it('of a year has the year’s own verdict with those of its periods beside, and says where it has none', async () => {
    const year = sampleVersion('miljoplan-2021-2025', '2024');
    const lacking = year.report.areas.map((area) => ({ ...area, verdict: null, verdictExplanation: '' }));
    const read = async (report: typeof year.report): Promise<string> => {
      const dom = domOf(await renderPage(pageOf('report', pagesOf([versionOf(report)])), sv));
      return dom.querySelector('.report-area')?.textContent?.replace(/\s+/g, ' ') ?? '';
    };
    const [own, none] = [await read(year.report), await read({ ...year.report, areas: lacking })];
    for (const text of [own, none])
      expect(text).toMatch(/Kvartal 1 2024.*Kvartal 2 2024.*Kvartal 3 2024.*Kvartal 4 2024/);
    expect(own).toContain('Under 2024 har resor och transporter');
    expect(own).not.toContain('Ingen samlad bedömning för året');
    expect(none).toContain('Ingen samlad bedömning för året 2024.');
    expect(await read(sampleVersion('miljoplan-2021-2025', '2024-Q4').report)).toContain('Hela 2024');
  });

  it('of two versions shows the changed words, also to those who hear them', async () => {
    const dom = domOf(await renderPage(pageOf('difference'), sv));
    expect(dom.querySelector('ins .unseen')?.textContent).toBe('tillagt: ');
    expect(dom.querySelector('del')).not.toBeNull();
  });

  it('gives each chart a table with the same figures', async () => {
    const page = pageOf('target');
    const { target } = ownOf(page, 'target')!;
    const dom = domOf(await renderPage(page, sv));
    expect(dom.querySelectorAll('ms-chart.wide')).toHaveLength(dom.querySelectorAll('ms-chart.narrow').length);
    const charts = [...dom.querySelectorAll('figure')];
    expect(charts.map((chart) => chart.querySelectorAll('tbody tr').length)).toEqual([3, target.series.length]);
    expect(charts[1]?.querySelector('figcaption')?.textContent).toContain(target.caption.sv);
  });

  it.each(['home', 'area', 'target'] as const)('%s is at most 40 kB with its stylesheet, compressed', async (kind) => {
    const css = Buffer.concat(STYLES.map((name) => readFileSync(name)));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    const sizes = await Promise.all(
      pages
        .filter((page) => kindOf(page) === kind)
        .map(async (page) => brotliCompressSync(await renderPage(page, sv), { params }).length),
    );
    expect(Math.max(...sizes) + brotliCompressSync(css, { params }).length).toBeLessThan(40_000);
  });
});

const STYLES = [
  'libs/shared/web/src/tokens.css',
  'libs/shared/web/src/chart/chart.css',
  ...readdirSync('libs/site/web/src/site/styles').map((name) => `libs/site/web/src/site/styles/${name}`),
];

describe('a page that cannot be made', () => {
  it('is an error, never half a page', async () => {
    const page = pageOf('target');
    const { target } = ownOf(page, 'target')!;
    const { answer } = target;
    Reflect.set(target, 'answer', null);
    await expect(renderPage(page, sv)).rejects.toThrow('The page could not be rendered');
    Reflect.set(target, 'answer', answer);
  });
});

/** What pages for other websites have of their own, with the attributes that they have there. */
const OURS: Partial<Record<PageKind, readonly string[]>> = {
  embed: ['SCRIPT type src', 'IFRAME loading height class title src'],
  'embedded-area': ['SCRIPT type src'],
  'embedded-target': ['SCRIPT type src'],
  'embedded-missing': ['SCRIPT type src'],
};

describe('words that somebody wrote', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</title><svg onload=alert(1)>',
    `' onmouseover='alert(1)`,
    '<!--><style>*{display:none}</style>',
    '{{constructor.constructor("alert(1)")()}}',
    '&lt;script&gt;',
    'x ng-version="1" y',
  ];
  /** Every text of the report with the payload in it; codes, dates and numbers as they were. */
  const soiled = (value: unknown, payload: string, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((each) => soiled(each, payload, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, soiled(each, payload, name)]));
    }
    return typeof value === 'string' && TEXTS.has(key) ? value + payload : value;
  };
  const ITS_SCRIPT = 'SCRIPT type src data-walk';
  const TEXTS = new Set(
    [
      ['title', 'text', 'name', 'unit', 'comment', 'responsible', 'foreword', 'reason', 'method', 'note', 'sv', 'en'],
      [
        'organisation',
        'decidedBy',
        'contact',
        'explanation',
        'verdictExplanation',
        'noValueReason',
        'areaTitle',
        'url',
      ],
    ].flat(),
  );

  it.each(PAYLOADS)('stay words: %s', async (payload) => {
    const dirty = versions.map(({ report }) => versionOf(PublishedReport.parse(soiled(report, payload))));
    const tags = (html: string): string[] =>
      [...domOf(html).querySelectorAll('*')].map(({ tagName, attributes }) =>
        [tagName, ...[...attributes].map(({ name }) => name)].join(' '),
      );
    for (const page of oneOfEach(pagesOf(dirty))) {
      const html = await renderPage(page, sv);
      const found = tags(html).filter((tag) => /^(script|style|img|iframe)\b| on\w+/i.test(tag) && tag !== ITS_SCRIPT);
      expect([kindOf(page), found.filter((tag) => !OURS[kindOf(page)]?.includes(tag))]).toEqual([kindOf(page), []]);
      if (kindOf(page) === 'area') expect(domOf(html).querySelector('h1')?.textContent).toContain(payload);
    }
  });

  it('never become an address that runs', async () => {
    const [version] = versions;
    const source = { key: 'page', title: 'Källa', url: 'javascript:alert(1)' };
    const report = { ...version!.report, sources: [source] };
    for (const page of oneOfEach(pagesOf([versionOf(report)]))) {
      const links = [...domOf(await renderPage(page, sv)).querySelectorAll('a')].map((a) => a.getAttribute('href'));
      expect(links.filter((href) => /^\s*(javascript|data|vbscript):/i.test(href ?? ''))).toEqual([]);
    }
  });
});
