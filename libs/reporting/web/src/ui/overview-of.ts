import { type ChartFigure, drawsExample, figureOfTargets } from '@malspar/figures-model';
import { type Entry, type EntryValue, isSettled, type Report } from '@malspar/reporting-model';
import { language } from '@malspar/shared-web';
import { seriesWith } from './series-with';

interface Reported {
  readonly entry: Entry;
  readonly values: readonly EntryValue[];
}

/** All targets of a report at a glance, with what it says at the end of each; null where there is too little to draw. */
export function overviewOf(
  { state, focusArea: { slug } }: Pick<Report, 'state' | 'focusArea'>,
  entries: readonly Reported[],
): ChartFigure | null {
  const settled = isSettled(state);
  const targets = entries.map(({ entry: { targetCode: code, target, ...entry }, values }) => ({
    code,
    indicator: entry.indicator,
    target,
    targetValue: target.targetValue,
    targetYear: target.targetYear,
    series: seriesWith(entry.series, {
      indicator: entry.indicator,
      values,
      settled,
      exampleFields: entry.exampleFields,
    }),
  }));
  const figure = figureOfTargets({ slug, targets }, language());
  const illustrative = targets.some(
    ({ series: points, indicator, target }) => points.length > 0 && drawsExample({ points, indicator, target }),
  );
  return figure && { ...figure, illustrative };
}
