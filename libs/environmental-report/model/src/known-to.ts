import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import type { PublishedReport } from './published-report.js';

/** A year stands before the periods that it gathers. */
export function latestFirst(a: PeriodCode, b: PeriodCode): number {
  const [first, second] = [parsePeriod(a), parsePeriod(b)];
  return second.end.localeCompare(first.end) || first.start.localeCompare(second.start);
}

/** Of these reports, those that had been published when the version was, and itself; the latest first. */
export function knownTo(
  { report }: { readonly report: PublishedReport },
  reports: readonly PublishedReport[],
): PublishedReport[] {
  const others = reports.filter(
    (each) =>
      each.publishedAt <= report.publishedAt && (each.period !== report.period || each.version !== report.version),
  );
  return [report, ...others].sort((a, b) => latestFirst(a.period, b.period) || b.version - a.version);
}
