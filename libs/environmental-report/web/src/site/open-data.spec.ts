import { reportDataAddresses, sampleDataPath } from '@malspar/environmental-report-model';
import { type OpenLicense, type PublicPage, publicPages } from '@malspar/site-model';
import { kindOf, ownOf, pagesOf, renderPage, reportsOf, sampleVersions } from '../testing/sample-site.js';

const versions = sampleVersions();
const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.a.js', fonts: [] },
};
const sv = { ...options, language: 'sv' as const };
const en = { ...options, language: 'en' as const };
const domOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const csvLinks = async (page: PublicPage, language = sv): Promise<HTMLAnchorElement[]> => [
  ...domOf(await renderPage(page, language)).querySelectorAll<HTMLAnchorElement>('figure a[href$=".csv"]'),
];
const addresses = (links: readonly HTMLAnchorElement[]): (string | null)[] =>
  links.map((link) => link.getAttribute('href'));

describe('a figure', () => {
  const pages = pagesOf(versions);
  const versionPages = pages.filter((page) => kindOf(page) === 'report');

  it('on a version’s page leads to that version’s own data, whether it holds or has been corrected', async () => {
    expect(versionPages).toHaveLength(3);
    for (const page of versionPages) {
      const { period, version, areas } = ownOf(page, 'report')!.version.report;
      const root = `/public/v1/publications/${period.toLowerCase()}/versions/${version}`;
      const withValues = areas.flatMap(({ targets }) => targets).filter(({ series }) => series.length > 0);
      const expected = [
        `${root}/verdicts.csv`,
        ...withValues.map(({ code }) => `${root}/targets/${code.toLowerCase()}.csv`),
      ];
      expect(addresses(await csvLinks(page))).toEqual(expected);
    }
  });

  it('on other pages leads to the figures as they stand', async () => {
    const targets = pages.flatMap((page) => {
      const target = ownOf(page, 'target')?.target;
      return target && target.series.length > 0 ? [{ page, target }] : [];
    });
    for (const { page, target } of targets.slice(0, 3)) {
      const code = target.code.toLowerCase();
      expect(addresses(await csvLinks(page))).toEqual([`/public/v1/indicators/${code}/series.csv`]);
    }
  });

  it('says what is fetched, so that links heard alone can be told apart', async () => {
    const page = pages.find((each) => kindOf(each) === 'area')!;
    for (const [language, words] of [
      [sv, 'Ladda ner som CSV'],
      [en, 'Download as CSV'],
    ] as const) {
      const texts = (await csvLinks(page, language as typeof sv)).map((link) => link.textContent);
      expect(texts.length).toBeGreaterThan(1);
      expect(texts.every((text) => text.startsWith(`${words} `))).toBe(true);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('the page about open data', () => {
  const { origin } = options;
  const bare = publicPages(null, undefined, { origin, license: null }).find(({ kind }) => kind === 'open-data')!;
  const reports = reportsOf(versions);
  const page = (license: OpenLicense | null): PublicPage => ({
    ...bare,
    kind: 'open-data',
    origin,
    license,
    addresses: [...(bare.kind === 'open-data' ? bare.addresses : []), ...reportDataAddresses(reports)],
    example: `${origin}${sampleDataPath(reports)}`,
  });

  it('leads to every kind of data and to the description, with a command that can be pasted', async () => {
    const dom = domOf(await renderPage(page(null), sv));
    const paths = [...dom.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    for (const path of ['plan', 'areas', 'targets', 'indicators', 'publications', 'api-info', 'openapi.json']) {
      expect(paths).toContain(`/public/v1/${path}`);
    }
    expect(dom.querySelector('main pre')?.textContent.trim()).toBe(
      'curl https://exempel.se/public/v1/indicators/r1/series.csv',
    );
  });

  it('says on what terms, and claims none on anybody’s behalf', async () => {
    const license = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
    const [stated, unstated] = [await renderPage(page(license), sv), await renderPage(page(null), sv)];
    expect(domOf(stated).querySelector(`a[href="${license.url}"]`)?.textContent).toBe('CC0 1.0');
    expect(unstated).toContain('Utgivaren har inte angett någon licens');
    expect(unstated).not.toMatch(/CC0|Creative Commons/);
  });

  it('is there before anything is published', async () => {
    const dom = domOf(await renderPage(bare, en));
    expect(dom.querySelector('h1')?.textContent).toBe('Open data');
    expect(dom.querySelector('main pre')?.textContent).toContain('/public/v1/api-info');
  });

  it.each(['site-map', 'about', 'home'])('can be found from %s', async (kind) => {
    const from = pagesOf(versions).find((each) => kindOf(each) === kind)!;
    expect(await renderPage(from, sv)).toContain('href="/oppna-data"');
  });
});
