import { readFileSync } from 'node:fs';
import {
  composePublishedReport,
  type Composition,
  fileStem,
  isReportPage,
  type PublishedReport,
  type PublishedVersion,
  type ReportContent,
  reportSite,
  type ReportSite,
  shownReport,
} from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import type { PublishedFile } from '@malspar/publication-model';
import {
  NO_ADDITIONS,
  type PublicPage,
  publicPages,
  type PublicSite,
  publicSite,
  type SiteAdditions,
} from '@malspar/site-model';
import { siteRenderer } from '@malspar/site-web/site';
import { reportPages } from '../site/index.js';

const renderer = siteRenderer([reportPages]);
type RenderOptions = Parameters<typeof renderer.renderPage>[1];

/** A page of the site with the report's among them. */
export const renderPage = (page: PublicPage, options: RenderOptions): Promise<string> =>
  renderer.renderPage(page, options);
/** What stands above a frozen page. */
export const renderOvertaken = (page: PublicPage, options: RenderOptions): Promise<string> =>
  renderer.renderOvertaken(page, options);
export const searchableWords = renderer.searchableWords.bind(renderer);

const FORMATS: readonly PublishedFile['format'][] = ['pdf', 'xlsx', 'csv-sv', 'csv', 'json', 'zip'];

/** A version of a seeded plan, as if every target had been reported. */
export function sampleVersion(name: string, period: string, change: Partial<Composition> = {}): PublishedVersion {
  const reading = readPlanFile(JSON.parse(readFileSync(`tools/seed/data/${name}.json`, 'utf8')));
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return versionOf(composePublishedReport(sampleComposition(reading.plan, period, change)));
}

export const versionOf = (report: PublishedReport): PublishedVersion => ({
  report,
  sha256: 'c0ffee'.padEnd(64, '0'),
  files: FORMATS.map((format, index) => ({
    name: `${fileStem(report)}.${format}`,
    format,
    mediaType: 'application/octet-stream',
    bytes: 38_000 * (index + 1) ** 2,
    sha256: 'f00d'.padEnd(64, '0'),
  })),
});

/** Two periods a year apart, the later one corrected. */
export function sampleVersions(): PublishedVersion[] {
  const before = sampleVersion('miljoplan-2021-2025', '2023-Q3');
  const change = { before: before.report };
  const correction = { reason: 'Ett tal var fel avskrivet.', date: '2026-03-01', ofVersion: 1 };
  return [
    before,
    sampleVersion('miljoplan-2021-2025', '2024-Q3', change),
    sampleVersion('miljoplan-2021-2025', '2024-Q3', {
      ...change,
      version: 2,
      correction,
      foreword: 'Det här är vår uppföljning av Miljöplan 2021–2025.\n\nArbetet går vidare.',
    }),
  ];
}

/** Documents in either language, and the statement that comes with the system. */
export const sampleAdditions: SiteAdditions = {
  documents: [
    {
      slug: 'miljoplan',
      title: 'Miljöplan 2021–2025',
      date: '2021-02-17',
      language: 'sv',
      illustrative: true,
      bytes: 1_840_000,
      sha256: 'abc'.padEnd(64, '0'),
    },
    {
      slug: 'summary',
      title: 'Summary of the plan',
      date: '2021-03-01',
      language: 'en',
      illustrative: false,
      bytes: 91_000,
      sha256: 'def'.padEnd(64, '0'),
    },
  ],
  documentsChangedAt: new Date('2026-03-05T09:00:00Z'),
  statement: {
    ...NO_ADDITIONS.statement,
    organisation: 'Region Värmland',
    service: 'Miljöplan 2021–2025',
    language: 'sv',
    contact: 'miljo@exempel.se',
  },
};

/** The whole site that these versions make. */
export function siteOf(versions: readonly PublishedVersion[], additions: SiteAdditions = sampleAdditions): PublicSite {
  const stored = versions.map(({ report, ...version }) => ({ content: report, canonical: '', ...version }));
  const site = publicSite([{ kind: shownReport, versions: stored }], additions);
  if (!site) throw new Error('nothing is published');
  return site;
}

/** What the report's own pages are made of. */
export function reportsOf(versions: readonly PublishedVersion[]): ReportSite {
  const site = reportSite(versions);
  if (!site) throw new Error('nothing is published');
  return site;
}

export const pagesOf = (versions: readonly PublishedVersion[], additions = sampleAdditions): PublicPage[] =>
  publicPages(versions.length === 0 ? null : siteOf(versions, additions), additions);

/** Every kind of page, the site's and the report's. */
export type PageKind = PublicPage['kind'] | ReportContent['kind'];

/** What kind of page it is, of the site's or of the report's. */
export const kindOf = (page: PublicPage): PageKind => (isReportPage(page) ? page.own.kind : page.kind);

/** What stands on a page of the report's; null where it is another kind of page. */
export function ownOf<Kind extends ReportContent['kind']>(
  page: PublicPage | undefined,
  kind: Kind,
): Extract<ReportContent, { kind: Kind }> | null {
  const own = page && isReportPage(page) ? page.own : null;
  const isOfKind = (each: ReportContent): each is Extract<ReportContent, { kind: Kind }> => each.kind === kind;
  return own && isOfKind(own) ? own : null;
}

/** One of each kind of page. */
export function oneOfEach(pages: readonly PublicPage[]): PublicPage[] {
  return [...new Map(pages.map((page) => [kindOf(page), page])).values()];
}
