import { PublishedReport } from '@malspar/environmental-report-model';
import { sha256OfBytes } from '@malspar/print-api';
import { canonicalJson } from '@malspar/shared-api';

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
  contentHashOf(withoutRevisions(withoutDerived(a))) === contentHashOf(withoutRevisions(withoutDerived(b)));

/** As `saysTheSame`, of one area; one that is in neither is the same. */
export const saysTheSameOf = (slug: string, a: PublishedReport, b: PublishedReport): boolean => {
  const [one, other] = [a, b]
    .map(withoutDerived)
    .map(({ areas }) => canonicalJson(areas.find((area) => area.slug === slug) ?? null));
  return one === other;
};

const NO_REVISION = { revision: 1, sha256: '0'.repeat(64), approvedOn: null };

// The origin of a sentence follows from that of its figures, and older versions lack it.
const withoutDerived = (report: PublishedReport): PublishedReport =>
  PublishedReport.parse(
    JSON.parse(JSON.stringify(report, (key, value: unknown) => (isDerived(key) ? undefined : value))),
  );
const isDerived = (key: string): boolean => /^(caption|sentence|summary)Provenance$/.test(key);

const withoutRevisions = (report: PublishedReport): PublishedReport => ({
  ...report,
  reports: report.reports.map((each) => ({ ...each, ...NO_REVISION })),
  comparison: report.comparison && { ...report.comparison, with: { ...report.comparison.with, version: 1 } },
});
