import type { EntryValue, ReportState, SeriesPoint } from '@malspar/reporting-model';
import { comparePeriods, type Provenance } from '@malspar/shared-model';

export type DrawnPoint = Pick<SeriesPoint, 'period' | 'value' | 'provisional' | 'provenance'>;

/** Whether a report's figures are approved, and no longer provisional. */
export const isSettled = (state: ReportState | undefined): boolean => state === 'approved' || state === 'published';

interface Said {
  readonly values: readonly EntryValue[];
  readonly settled: boolean;
  readonly provenance: Provenance;
}

/** A series with what a report says, which counts over what was known; provisional until the report is approved. */
export function seriesWith(
  series: readonly DrawnPoint[],
  { values, settled, provenance }: Said,
): readonly DrawnPoint[] {
  const given = values.filter(({ value }) => value !== null);
  const own = new Set(given.map(({ period }) => period));
  const known = series.filter(({ period }) => !own.has(period));
  return [...known, ...given.map(({ period, value }) => ({ period, value, provisional: !settled, provenance }))].sort(
    (a, b) => comparePeriods(a.period, b.period),
  );
}
