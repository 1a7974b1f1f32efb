import type { Words } from '@malspar/figures-model';
import type { ListedPublication, ListedVersion } from '@malspar/site-model';
import { REPORTS_ROOT } from './report-places.js';
import type { PublishedVersion, ReportSite } from './report-site.js';

/** What environmental reports are called: the heading of a list of them. */
export const REPORTS_TITLE: Words = { sv: 'Miljöredovisningar', en: 'Environmental reports' };

/** Every report with its versions, as the site lists publications. */
export const reportList = ({ archive }: ReportSite): ListedPublication[] =>
  archive.flatMap(({ versions: [newest, ...older] }) =>
    newest
      ? [{ root: REPORTS_ROOT, kindTitle: REPORTS_TITLE, versions: [listed(newest), ...older.map(listed)] as const }]
      : [],
  );

function listed({ report, sha256, files }: PublishedVersion): ListedVersion {
  const { period, version, title, correction, publishedAt, publishedOn } = report;
  return { root: REPORTS_ROOT, period, version, title, correction, publishedAt, publishedOn, sha256, files };
}
