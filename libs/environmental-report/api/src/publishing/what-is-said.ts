import { PublishedReport } from '@malspar/environmental-report-model';
import { canonicalJson } from '@malspar/shared-api';

/**
 * The report without the revisions that it was made of, and without what follows from the rest. One that was corrected,
 * reviewed and approved anew without a change says what it said.
 */
export function withoutRevisions(report: PublishedReport): PublishedReport {
  const rest = withoutDerived(report);
  return {
    ...rest,
    reports: rest.reports.map((each) => ({ ...each, ...NO_REVISION })),
    comparison: rest.comparison && { ...rest.comparison, with: { ...rest.comparison.with, version: 1 } },
  };
}

/** Whether a reader would find the same of one area in both; one that is in neither is the same. */
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
