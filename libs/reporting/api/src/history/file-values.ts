import type { CheckedPlan, CheckedTarget, FocusArea, Target } from '@malspar/plan-model';
import {
  duePeriodsOf,
  emptyEntryContent,
  type EntryContent,
  type VerdictContent,
  type YearContent,
} from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode, type Provenance } from '@malspar/shared-model';
import type { ApprovedEntryRow } from '../reports/report-rows.js';

/** A point of the plan file's series with its own origin. */
export type FilePoint = CheckedTarget['indicator']['series'][number];

/** The values of the plan file, by target code. */
export type SeriesByTarget = ReadonlyMap<string, readonly FilePoint[]>;

const seriesByTarget = (file: CheckedPlan): SeriesByTarget =>
  new Map(
    file.focusAreas.flatMap((area) => area.targets).map((target) => [target.code, target.indicator.series] as const),
  );

/** The file's values, but for those that have been put right since: no example speaks of an overtaken value. */
export function valuesInForce(
  file: CheckedPlan,
  approved: readonly Pick<ApprovedEntryRow, 'targetCode' | 'values'>[],
): SeriesByTarget {
  const inForce = new Map(
    approved.flatMap(({ targetCode, values }) =>
      values.map(({ period, value }) => [`${targetCode} ${period}`, value] as const),
    ),
  );
  return new Map(
    [...seriesByTarget(file)].map(([code, series]) => [
      code,
      series.map((point) => ({ ...point, value: inForce.get(`${code} ${point.period}`) ?? point.value })),
    ]),
  );
}

interface TargetWords {
  readonly target: Target;
  readonly content: EntryContent;
}

/** What a report on an earlier period says. */
export interface ReportWords {
  readonly entries: readonly TargetWords[];
  readonly verdict: VerdictContent;
  /** Of the whole year; null but in its last period. */
  readonly year: YearContent | null;
}

/** Puts words to the file's values, for an area's report on a period. */
export type WordsAbout = (area: FocusArea, series: SeriesByTarget, period: PeriodCode) => ReportWords;

/** The file's own values for the period, and not a word more. */
export const valuesOnly: WordsAbout = (area, series, period) => {
  const entries = area.targets.map((target) => {
    const due = duePeriodsOf(period, target);
    const values = (series.get(target.code) ?? []).filter((point) => due.includes(point.period));
    return {
      target,
      content: { ...emptyEntryContent, values: values.map(({ period, value }) => ({ period, value })) },
    };
  });
  return { entries, verdict: { verdict: null, explanation: '' }, year: null };
};

/** The verdict of the whole year that the file knows, for the report of its last period or of the year itself. */
export function knownVerdict(
  file: CheckedPlan,
  area: Pick<FocusArea, 'slug'>,
  period: PeriodCode,
): { readonly content: VerdictContent; readonly provenance: Provenance; readonly sourceKey: string | null } | null {
  const { year, end } = parsePeriod(period);
  if (!end.endsWith('-12-31')) return null;
  const known = file.verdicts.known.find((each) => each.year === year && each.byFocusArea[area.slug] !== undefined);
  const verdict = known?.byFocusArea[area.slug];
  if (!known || !verdict) return null;
  // The file knows the verdict and not what was said about it: an invented sentence must not stand under a source.
  const content = { verdict, explanation: '' };
  return { content, provenance: known.provenance, sourceKey: known.source };
}
