import { Covers, meaningFits, PER_YEAR, QuantityKind, YearFrom } from '@malspar/shared-model';
import type { FileCursor } from './file-cursor.js';
import { decimalText } from './number-checks.js';
import type { PlanFileFault } from './plan-file-faults.js';
import { cadenceAt } from './plan-time.js';

/** Ways to a year's value that its periods cannot go. */
function yearFromFaults(indicator: FileCursor): PlanFileFault[] {
  const at = indicator.at('yearFrom');
  const covers = Covers.safeParse(indicator.at('covers').value).data ?? 'period';
  const yearFrom = YearFrom.safeParse(at.value).data;
  const kind = QuantityKind.safeParse(indicator.at('quantityKind').value).data;
  if (yearFrom === undefined || meaningFits(covers, yearFrom, kind)) return [];
  return [{ path: at.path, code: 'year-from-unfit', params: { value: yearFrom, covers, kind: kind ?? 'level' } }];
}

/** Weights that are not one for each period of a year, or that weigh nothing. */
function weightFaults(indicator: FileCursor): PlanFileFault[] {
  const at = indicator.at('yearWeights');
  if (!at.exists) return [];
  const weights = indicator.items('yearWeights');
  const cadence = cadenceAt(indicator.at('cadence'));
  const periods = cadence === undefined || cadence === 'year' ? 0 : PER_YEAR[cadence];
  const isMean = indicator.at('yearFrom').text === 'weighted_mean';
  const sum = weights.reduce((all, { number }) => all + (number ?? 0), 0);
  if (!isMean || weights.length !== periods || sum <= 0) {
    return [{ path: at.path, code: 'weights-unfit', params: { periods } }];
  }
  return weights.flatMap(({ number, path }): PlanFileFault[] =>
    number === undefined || decimalText(number) !== undefined ? [] : [{ path, code: 'number-not-storable' }],
  );
}

/** A range that is empty, and numbers outside the one that is stated. */
function rangeFaults(indicator: FileCursor): PlanFileFault[] {
  const [low, high] = [indicator.at('min'), indicator.at('max')];
  const [min, max] = [low.number ?? -Infinity, high.number ?? Infinity];
  if (min > max) return [{ path: high.path, code: 'range-empty', params: { min, max } }];
  // A year's sum has no place in the range of its periods.
  const ofYear = indicator.at('yearFrom').text === 'sum' ? [] : [indicator.at('baseline'), indicator.at('target')];
  const numbers = [...ofYear, ...indicator.items('series').map((point) => point.at('value'))];
  return numbers.flatMap(({ number, path }): PlanFileFault[] =>
    number === undefined || (number >= min && number <= max)
      ? []
      : [{ path, code: 'outside-range', params: { value: number, min: low.number ?? '–', max: high.number ?? '–' } }],
  );
}

/** What each indicator is said to mean, against itself and its numbers. */
export const meaningFaults = (file: FileCursor): PlanFileFault[] =>
  file
    .items('focusAreas')
    .flatMap((area) => area.items('targets'))
    .map((target) => target.at('indicator'))
    .flatMap((indicator) => [yearFromFaults, weightFaults, rangeFaults].flatMap((faults) => faults(indicator)));
