import type { Publication, PublicationVersion } from '@malspar/publication-model';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { comparePeriods, parsePeriod } from '@malspar/shared-model';

/** A period or a year that may be published, or has been. */
export interface PeriodRow {
  readonly period: string;
  /** Newest first; empty while nothing is published. */
  readonly versions: readonly PublicationVersion[];
}

/** Every period that has begun and every year that has ended, apart by whether they are published; newest first. */
export function periodRows(
  publications: readonly Publication[],
  periods: readonly ReportingPeriod[],
): { readonly published: PeriodRow[]; readonly unpublished: PeriodRow[] } {
  const begun = periods.filter(({ state }) => state !== 'upcoming').map(({ code }) => code);
  const open = new Set(periods.filter(({ state }) => state === 'upcoming').map(({ code }) => parsePeriod(code).year));
  const years = begun.map((code) => parsePeriod(code).year).filter((year) => !open.has(year));
  const known = new Map(publications.map(({ period, versions }) => [period, versions]));
  const unpublished = [...new Set([...begun, ...years.map(String)])].filter((code) => !known.has(code));
  return {
    published: publications
      .filter(({ versions }) => versions.length > 0)
      .map(({ period, versions }) => ({ period, versions }))
      .sort((a, b) => comparePeriods(b.period, a.period)),
    unpublished: unpublished.sort((a, b) => comparePeriods(b, a)).map((period) => ({ period, versions: [] })),
  };
}
