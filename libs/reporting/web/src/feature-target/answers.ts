import type { TargetVersion } from '@malspar/plan-model';
import type { SeriesPoint, TargetAnswer } from '@malspar/reporting-model';
import { comparePeriods, type PeriodCode } from '@malspar/shared-model';

/** An earlier answer, and whether the target read otherwise then. */
export interface AnswerRow {
  readonly answer: TargetAnswer;
  /** What the target said then, where that is not what it says now. */
  readonly thenTarget: TargetVersion | null;
}

/** The answers, newest first. */
export const answerRows = (answers: readonly TargetAnswer[], inForce: TargetVersion): AnswerRow[] =>
  [...answers]
    .sort((a, b) => comparePeriods(b.period, a.period))
    .map((answer) => ({ answer, thenTarget: saysTheSame(answer.target, inForce) ? null : answer.target }));

const saysTheSame = (a: TargetVersion, b: TargetVersion): boolean =>
  a.title === b.title && a.targetValue === b.targetValue && a.targetYear === b.targetYear;

/** Measures that were decided on, newest first, each once however often it was repeated. */
export function measuresOf(
  answers: readonly TargetAnswer[],
): (Pick<TargetAnswer, 'period' | 'provenance'> & { readonly measure: NonNullable<TargetAnswer['measure']> })[] {
  const seen = new Set<string>();
  return [...answers]
    .sort((a, b) => comparePeriods(b.period, a.period))
    .flatMap(({ period, measure, provenance }) => {
      if (!measure?.text || seen.has(measure.text)) return [];
      seen.add(measure.text);
      return [{ period, measure, provenance }];
    });
}

/** Where the figures come from: each origin once, with the periods it gave. */
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
