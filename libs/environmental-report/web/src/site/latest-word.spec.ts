import { readFileSync } from 'node:fs';
import { PublishedHistory } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { NO_ADDITIONS, type PublicPage } from '@malspar/site-model';
import { kindOf, ownOf, pagesOf as sitePages, renderOvertaken, renderPage, versionOf } from '../testing/sample-site.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;
const assets = { stylesheet: '/assets/a.css', script: '/assets/chart.a.js', fonts: [] };
const sv = { origin: 'https://exempel.se', assets, language: 'sv' as const };
const en = { ...sv, language: 'en' as const };
const domOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const pagesOf = (made: PublishedHistory): PublicPage[] => sitePages(made.reports.map(versionOf), NO_ADDITIONS);
const reportOn = (page: PublicPage) => ownOf(page, 'report')?.version.report;
const pageAt = (pages: readonly PublicPage[], at: (page: PublicPage) => boolean): PublicPage => {
  const page = pages.find(at);
  if (!page) throw new Error('no such page');
  return page;
};
/** What is read, with elements apart. */
function words(element: Element | null): string {
  if (!element) return '';
  const texts: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  return texts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[:,.])/g, '')
    .trim();
}

const corrected = new PublishedHistory(plan);
corrected.publish('2024-Q1');
corrected.publish('2024-Q2');
corrected.correctValue('R1', '2024-Q1', '777.7');
corrected
  .correct('resor-och-transporter', '2024-Q1', (content) => {
    content.verdict = { verdict: 'not', explanation: 'Det gick inte.' };
  })
  .publish('2024-Q1');
const pages = pagesOf(corrected);

describe('a frozen page that has been overtaken', () => {
  const later = pageAt(pages, (page) => reportOn(page)?.period === '2024-Q2');

  it('says which figures no longer hold, what they were and are, and leads to the correction', async () => {
    const { body } = domOf(await renderOvertaken(later, sv));
    expect(words(body.querySelector('aside'))).toMatch(
      /^En del .*Rättat i Miljöredovisning kvartal 1 2024, version 2 2 uppgifter Resor och transporter: Samlad bedömning kvartal 1 2024, var .+, är Inte alls enligt plan Exempelvärde Mål R1: Utfall kvartal 1 2024, var 54,7, är 777,7 Exempelvärde$/,
    );
    expect(body.querySelector('a')?.getAttribute('href')).toBe('/rapporter/2024-Q1/v2/andringar');
  });

  it('says so in English too, with the plan’s own words marked', async () => {
    const { body } = domOf(await renderOvertaken(later, en));
    expect(words(body.querySelector('aside'))).toContain('Target R1: Value quarter 1 2024, was 54.7, is 777.7');
    expect(body.querySelector('a')?.getAttribute('href')).toBe('/en/rapporter/2024-Q1/v2/andringar');
    expect([...body.querySelectorAll('li > [lang=sv]')].map(words)).toEqual(['Resor och transporter']);
  });

  it('is told in one line with the rest folded where the whole version has a newer one', async () => {
    const before = pageAt(pages, (page) => reportOn(page)?.period === '2024-Q1' && reportOn(page)?.version === 1);
    const overtaken = later.overtaken ?? [];
    const { body } = domOf(await renderOvertaken({ ...before, overtaken }, sv));
    // Where the page's own line stands, so that it can give way to this one when the page is sent.
    expect(await renderPage(before, sv)).toContain('<main id="content" tabindex="-1"><ms-report><p class="banner">');
    expect(words(body.querySelector('aside > p'))).toBe(
      'Det finns en nyare version av den här rapporten. Den här versionen ligger kvar oförändrad. Till den nyaste versionen',
    );
    expect(body.querySelector('aside > p a')?.getAttribute('href')).toBe('/rapporter/2024-Q1');
    expect(body.querySelectorAll('aside > p')).toHaveLength(1);
    expect(words(body.querySelector('summary'))).toBe(
      'Rättat i Miljöredovisning kvartal 1 2024, version 2: 2 uppgifter',
    );
    expect(body.querySelector('details')?.hasAttribute('open')).toBe(false);
    expect(body.querySelector('details a')?.getAttribute('href')).toBe('/rapporter/2024-Q1/v2/andringar');
  });

  it('is itself what it was: the line is not among what is frozen', async () => {
    expect(await renderPage(later, sv)).toBe(await renderPage({ ...later, overtaken: [] }, sv));
  });
});

describe('pages that are not frozen', () => {
  it.each(['area', 'target', 'embedded-area', 'embedded-target', 'home', 'plan'] as const)(
    '%s has the correction and not what was corrected',
    async (kind) => {
      const isMine = (own: object | null): boolean =>
        own !== null &&
        (!('area' in own) || (own.area as { slug: string }).slug === 'resor-och-transporter') &&
        (!('target' in own) || (own.target as { code: string }).code === 'R1');
      const mine = pages.filter((page) => isMine(ownOf(page, kind)));
      for (const page of mine) {
        const html = await renderPage(page, sv);
        if (kind === 'area') expect(html).toContain('Inte alls enligt plan');
        if (kind === 'target' || kind === 'embedded-target') {
          const cells = [...domOf(html).querySelectorAll('td.number')].map(words);
          expect(cells).toContain('777,7');
          expect(cells).not.toContain('54,7');
        }
      }
      expect(mine).toHaveLength(1);
    },
  );
});

describe('an area whose report is missing', () => {
  const made = new PublishedHistory(plan);
  made.publish('2024-Q1');
  const areas = plan.focusAreas;
  const [first, second] = areas;
  const reason = 'Mätarna byttes ut.';
  made.publish('2024-Q2', {
    reports: [],
    gaps: areas.map(({ slug }) => ({ areaSlug: slug, period: '2024-Q2', reason })),
  });
  const home = pageAt(pagesOf(made), (page) => kindOf(page) === 'home');

  it('is on the first page with the reason and its last verdict, and still has its page', async () => {
    const dom = domOf(await renderPage(home, sv));
    const listed = [...dom.querySelectorAll('.areas > li')];
    expect(listed.map((item) => words(item.querySelector('h3')))).toEqual(areas.map(({ title }) => title));
    expect(words(listed[0] ?? null)).toMatch(
      new RegExp(
        `Rapporten för kvartal 2 2024 saknas: ${reason} Senaste samlade bedömningen är för kvartal 1 2024: .+ enligt plan`,
      ),
    );
    const area = pageAt(pagesOf(made), (page) => ownOf(page, 'area')?.area.slug === first?.slug);
    expect(words(domOf(await renderPage(area, en)).querySelector('main'))).toContain(
      'The report for quarter 2 2024 is missing',
    );
  });

  it('that has never been reported is there with the reason alone', async () => {
    const only = new PublishedHistory(plan);
    only.publish('2024-Q1', { gaps: [{ areaSlug: second?.slug ?? '', period: '2024-Q1', reason }] });
    const report = only.reports[0]!;
    only.reports[0] = { ...report, areas: report.areas.filter(({ slug }) => slug !== second?.slug) };
    const dom = domOf(
      await renderPage(
        pageAt(pagesOf(only), (page) => kindOf(page) === 'home'),
        sv,
      ),
    );
    const item = [...dom.querySelectorAll('.areas > li')].find((each) => words(each).includes(second?.title ?? '?'));
    expect(words(item ?? null)).toBe(
      `${second?.title} Rapporten för kvartal 1 2024 saknas: ${reason} Målområdet har ingen publicerad bedömning än.`,
    );
    expect(item?.querySelector('a')).toBeNull();
  });
});
