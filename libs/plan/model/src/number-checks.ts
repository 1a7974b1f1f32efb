import { Decimal, decimalsOf } from '@malspar/shared-model';
import type { FileCursor } from './file-cursor.js';
import type { PlanFileFault } from './plan-file-faults.js';

// A JSON number is read as a binary fraction: with more digits than these it may no longer be the one in the file.
const SAFE_DIGITS = 15;

/** A JSON number as decimal text; undefined when it has more digits than can be kept. */
export function decimalText(value: number): Decimal | undefined {
  const text = String(value);
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length > SAFE_DIGITS ? undefined : Decimal.safeParse(text).data;
}

function precisionFaults(at: FileCursor, decimals: number | undefined): PlanFileFault[] {
  if (at.number === undefined) return [];
  const value = decimalText(at.number);
  if (value === undefined) return [{ path: at.path, code: 'number-not-storable' }];
  if (decimals === undefined || decimalsOf(value) <= decimals) return [];
  return [{ path: at.path, code: 'too-many-decimals', params: { value, decimals } }];
}

function directionFaults(indicator: FileCursor): PlanFileFault[] {
  const [baseline, target] = [indicator.at('baseline').number, indicator.at('target').number];
  const direction = indicator.at('direction').text;
  if (baseline === undefined || target === undefined) return [];
  const against = (direction === 'decrease' && target > baseline) || (direction === 'increase' && target < baseline);
  if (!against || direction === undefined) return [];
  return [{ path: indicator.at('target').path, code: 'against-direction', params: { baseline, target, direction } }];
}

function indicatorFaults(indicator: FileCursor): PlanFileFault[] {
  const decimals = indicator.at('decimals').number ?? 0;
  const series = indicator.items('series').map((point) => point.at('value'));
  const numbers = [
    indicator.at('baseline'),
    indicator.at('target'),
    indicator.at('min'),
    indicator.at('max'),
    ...series,
  ];
  const faults = [...numbers.flatMap((at) => precisionFaults(at, decimals)), ...directionFaults(indicator)];
  if (indicator.at('kind').text === 'milestone' && series.length > 0) {
    faults.push({ path: indicator.at('series').path, code: 'series-of-milestones' });
  }
  return faults;
}

/** Every number in the file against what can be kept and shown, and each target against its direction. */
export const numberFaults = (file: FileCursor): PlanFileFault[] => [
  ...file.items('climateGoals').flatMap((goal) => precisionFaults(goal.at('reduction'), undefined)),
  ...file
    .items('focusAreas')
    .flatMap((area) => area.items('targets'))
    .flatMap((target) => indicatorFaults(target.at('indicator'))),
];
