import type { CheckedPlan, FocusArea, Target } from '@malspar/plan-model';
import {
  emptyEntryContent,
  type EntryContent,
  type VerdictContent,
  type YearContent,
  yearJudgedIn,
} from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode, periodsEndingWithin, type Provenance } from '@malspar/shared-model';
import type { ApprovedEntryRow } from './entry.repository.js';
import { exampleEntry, type FilePoint } from './example-entry.js';
import { exampleVerdict, exampleVerdictOf, exampleYearAssessment, exampleYearComment } from './example-words.js';
import { duePeriodsOf } from './report-assembly.js';

/** The figures of the plan file, by target code. */
export type SeriesByTarget = ReadonlyMap<string, readonly FilePoint[]>;

const seriesByTarget = (file: CheckedPlan): SeriesByTarget =>
  new Map(
    file.focusAreas.flatMap((area) => area.targets).map((target) => [target.code, target.indicator.series] as const),
  );

/** The file's figures, but for those that have been put right since: no example speaks of an overtaken value. */
export function figuresInForce(
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

/** What could have been written about one target. */
interface ExampleEntry {
  readonly target: Target;
  readonly content: EntryContent;
}

export interface ExampleReport {
  readonly entries: readonly ExampleEntry[];
  readonly verdict: VerdictContent;
  /** What could have been said of the whole year; null but in its last period. */
  readonly year: YearContent | null;
}

/** What could have been written in a report, from the file's own figures: an example, said to be one. */
export function exampleReport(area: FocusArea, series: SeriesByTarget, period: PeriodCode): ExampleReport {
  const entries = area.targets.map((target) => ({
    target,
    content: exampleEntry(target, series.get(target.code) ?? [], period),
  }));
  const judged = entries.map(({ target, content: { assessment } }) => ({ assessment, targetCode: target.code }));
  return {
    entries,
    verdict: verdictFrom(judged, `${area.slug}${period}`),
    year: yearOf(area, entries, series, period),
  };
}

function verdictFrom(
  assessments: readonly Pick<YearContent['targets'][number], 'assessment' | 'targetCode'>[],
  seed: string,
): VerdictContent {
  const judged = assessments.flatMap(({ assessment, targetCode: code }) =>
    assessment === null || assessment === 'not_measured' ? [] : [{ assessment, code }],
  );
  const good = judged.filter(({ assessment }) => assessment === 'achieved' || assessment === 'on_track');
  const weakest =
    judged.find(({ assessment }) => assessment === 'will_not_reach') ??
    judged.find(({ assessment }) => assessment === 'uncertain' || assessment === 'not_started');
  return {
    verdict: exampleVerdictOf(judged.map(({ assessment }) => assessment)),
    explanation: exampleVerdict(good.length, assessments.length, weakest?.code ?? null, seed),
  };
}

// What was said most often within the year; a comment where that is not what was said last.
function yearOf(
  area: FocusArea,
  entries: readonly ExampleEntry[],
  series: SeriesByTarget,
  period: PeriodCode,
): YearContent | null {
  const year = yearJudgedIn(period);
  if (year === null) return null;
  const { start, end, cadence } = { ...parsePeriod(year), cadence: parsePeriod(period).cadence };
  const periods = periodsEndingWithin(start, end, cadence).filter(({ code }) => code !== period);
  const targets = entries.map(({ target, content: { assessment: last } }) => {
    const points = series.get(target.code) ?? [];
    const earlier = periods.map(({ code }) => exampleEntry(target, points, code).assessment);
    const assessment = exampleYearAssessment([...earlier, last].flatMap((each) => each ?? []));
    const comment = assessment === last ? '' : exampleYearComment(assessment, year);
    return { targetCode: target.code, assessment, comment };
  });
  return { ...verdictFrom(targets, `${area.slug}${year}`), targets };
}

/** The file's own figures for the period, and not a word more. */
export function figuresOnly(area: FocusArea, series: SeriesByTarget, period: PeriodCode): ExampleReport {
  const entries = area.targets.map((target) => {
    const due = duePeriodsOf(period, target);
    const values = (series.get(target.code) ?? []).filter((point) => due.includes(point.period));
    return {
      target,
      content: { ...emptyEntryContent, values: values.map(({ period, value }) => ({ period, value })) },
    };
  });
  return { entries, verdict: { verdict: null, explanation: '' }, year: null };
}

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
