import type { FocusArea } from '@malspar/plan-model';
import type { ReportWords, SeriesByTarget } from '@malspar/reporting-api';
import { type VerdictContent, type YearContent, yearJudgedIn } from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode, periodsEndingWithin } from '@malspar/shared-model';
import { exampleEntry } from './example-entry.js';
import { exampleVerdict, exampleVerdictOf, exampleYearAssessment, exampleYearComment } from './example-words.js';

/** What could have been written in a report, from the file's own values: an example, said to be one. */
export function exampleReport(area: FocusArea, series: SeriesByTarget, period: PeriodCode): ReportWords {
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
  entries: ReportWords['entries'],
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
