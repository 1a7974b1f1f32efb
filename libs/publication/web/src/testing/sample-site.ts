import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import {
  composePublishedReport,
  type Composition,
  fileStem,
  publicPages,
  type PublicPage,
  publicSite,
  type PublishedFile,
  type PublishedReport,
  type PublishedVersion,
  sampleComposition,
} from '@malspar/publication-model';

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

export const pagesOf = (versions: readonly PublishedVersion[]): PublicPage[] => publicPages(publicSite(versions));

/** One of each kind of page. */
export function oneOfEach(pages: readonly PublicPage[]): PublicPage[] {
  return [...new Map(pages.map((page) => [page.kind, page])).values()];
}
