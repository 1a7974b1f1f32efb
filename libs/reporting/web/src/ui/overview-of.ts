import type { Entry, EntryValue, Report } from '@malspar/reporting-model';
import { type ChartFigure, figureOfTargets } from '@malspar/shared-charts';
import { language } from '@malspar/shared-web';
import { isSettled, seriesWith } from './series-with';

interface Answered {
  readonly entry: Entry;
  readonly values: readonly EntryValue[];
}

/** All targets of a report at a glance, with what it says at the end of each; null where there is too little to draw. */
export function overviewOf(
  { state, focusArea: { slug } }: Pick<Report, 'state' | 'focusArea'>,
  answers: readonly Answered[],
): ChartFigure | null {
  const targets = answers.map(({ entry, values }) => ({
    code: entry.targetCode,
    indicator: entry.indicator,
    targetValue: entry.target.targetValue,
    targetYear: entry.target.targetYear,
    series: seriesWith(entry.series, { values, settled: isSettled(state) }),
  }));
  return figureOfTargets({ slug, targets }, language());
}
