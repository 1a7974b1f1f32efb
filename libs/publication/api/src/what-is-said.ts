import type { PublishedReport } from '@malspar/publication-model';
import { canonicalJson } from '@malspar/shared-api';
import { sha256OfBytes } from './files/report-files.js';

const MOMENTLESS = { publishedAt: null, publishedOn: null, auditHead: null };

/** Hash of a version as it is looked at before it is published, whenever that is and whichever version it becomes. */
export function contentHashOf(report: PublishedReport): string {
  const said = { ...report, version: 1, correction: null, ...MOMENTLESS };
  return sha256OfBytes(new TextEncoder().encode(canonicalJson(said)));
}

/**
 * Whether a reader would find the same in both: every value, text, origin and place, but not which revisions they were
 * made of. A report that was corrected, reviewed and approved anew without a change says what it said.
 */
export const saysTheSame = (a: PublishedReport, b: PublishedReport): boolean =>
  contentHashOf(withoutRevisions(a)) === contentHashOf(withoutRevisions(b));

/** As `saysTheSame`, of one area; one that is in neither is the same. */
export const saysTheSameOf = (slug: string, a: PublishedReport, b: PublishedReport): boolean => {
  const [one, other] = [a, b].map(({ areas }) => canonicalJson(areas.find((area) => area.slug === slug) ?? null));
  return one === other;
};

const NO_REVISION = { revision: 1, sha256: '0'.repeat(64), approvedOn: null };

const withoutRevisions = (report: PublishedReport): PublishedReport => ({
  ...report,
  reports: report.reports.map((each) => ({ ...each, ...NO_REVISION })),
  comparison: report.comparison && { ...report.comparison, with: { ...report.comparison.with, version: 1 } },
});
