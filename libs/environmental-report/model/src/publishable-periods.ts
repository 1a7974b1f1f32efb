import type { ReportingPeriod } from '@malspar/reporting-model';
import { comparePeriods, parsePeriod, type PeriodCode } from '@malspar/shared-model';

/** The periods that a report can be published of: each that has begun, and each year of which every period has; newest first. */
export function publishablePeriods(periods: readonly Pick<ReportingPeriod, 'code' | 'state'>[]): PeriodCode[] {
  const begun = periods.filter(({ state }) => state !== 'upcoming').map(({ code }) => code);
  const open = new Set(periods.filter(({ state }) => state === 'upcoming').map(({ code }) => parsePeriod(code).year));
  const years = begun.map((code) => parsePeriod(code).year).filter((year) => !open.has(year));
  return [...new Set([...begun, ...years.map(String)])].sort((a, b) => comparePeriods(b, a));
}
