import { acceptedValues, type Entry, type EntryValue, type SeriesPoint } from '@malspar/reporting-model';
import { comparePeriods } from '@malspar/shared-model';

export type DrawnPoint = Pick<SeriesPoint, 'period' | 'value' | 'provisional' | 'provenance'>;

interface Said {
  readonly indicator: Entry['indicator'];
  readonly values: readonly EntryValue[];
  readonly settled: boolean;
  /** The entry's fields that are examples. */
  readonly exampleFields: readonly string[];
}

/**
 * A series with what a report says, which counts over what was known; provisional until the report is approved. A value
 * that is refused is not drawn, nor what was known in its place.
 */
export function seriesWith(
  series: readonly DrawnPoint[],
  { indicator, values, settled, exampleFields }: Said,
): readonly DrawnPoint[] {
  const own = new Set(values.flatMap(({ period, value }) => (value === null ? [] : [period])));
  const given = acceptedValues(indicator, values);
  const known = series.filter(({ period }) => !own.has(period));
  const said = given.map(({ period, value }): DrawnPoint => {
    const provenance = exampleFields.includes(`values/${period}`) ? 'illustrative' : 'reported';
    return { period, value, provisional: !settled, provenance };
  });
  return [...known, ...said].sort((a, b) => comparePeriods(a.period, b.period));
}
