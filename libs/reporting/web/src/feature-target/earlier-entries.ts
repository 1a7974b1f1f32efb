import type { TargetVersion } from '@malspar/plan-model';
import type { SeriesPoint, TargetEntry } from '@malspar/reporting-model';
import { comparePeriods, type PeriodCode } from '@malspar/shared-model';

/** An earlier entry, and whether the target read otherwise then. */
export interface EntryRow {
  readonly entry: TargetEntry;
  /** What the target said then, where that is not what it says now. */
  readonly thenTarget: TargetVersion | null;
}

/** The entries, newest first. */
export const entryRows = (entries: readonly TargetEntry[], inForce: TargetVersion): EntryRow[] =>
  [...entries]
    .sort((a, b) => comparePeriods(b.period, a.period))
    .map((entry) => ({ entry, thenTarget: saysTheSame(entry.target, inForce) ? null : entry.target }));

const saysTheSame = (a: TargetVersion, b: TargetVersion): boolean =>
  a.title === b.title && a.targetValue === b.targetValue && a.targetYear === b.targetYear;

/** Measures that were decided on, newest first, each once however often it was repeated. */
export function measuresOf(
  entries: readonly TargetEntry[],
): (Pick<TargetEntry, 'period' | 'provenance'> & { readonly measure: NonNullable<TargetEntry['measure']> })[] {
  const seen = new Set<string>();
  return [...entries]
    .sort((a, b) => comparePeriods(b.period, a.period))
    .flatMap(({ period, measure, provenance }) => {
      if (!measure?.text || seen.has(measure.text)) return [];
      seen.add(measure.text);
      return [{ period, measure, provenance }];
    });
}

/** Where the values come from: each origin once, with the periods it gave. */
export interface Origin {
  readonly provenance: SeriesPoint['provenance'];
  readonly sourceKey: string | null;
  readonly periods: readonly PeriodCode[];
}

export function originsOf(series: readonly SeriesPoint[]): Origin[] {
  const origins = new Map<string, { provenance: Origin['provenance']; sourceKey: string | null; periods: string[] }>();
  for (const { period, value, provenance, sourceKey } of series) {
    if (value === null) continue;
    const key = `${provenance} ${sourceKey ?? ''}`;
    const origin = origins.get(key) ?? { provenance, sourceKey, periods: [] };
    origin.periods.push(period);
    origins.set(key, origin);
  }
  return [...origins.values()];
}
