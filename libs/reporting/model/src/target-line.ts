import type { Indicator, TargetVersion } from '@malspar/plan-model';
import { daysBetween, type Decimal, type PlainDate } from '@malspar/shared-model';

type Measured = Pick<Indicator, 'baseline' | 'baselineYear' | 'decimals' | 'direction'>;

/**
 * Whether the value meets the target: at or beyond it, seen in the indicator's direction. For `reach` the direction is
 * the one from the baseline; without one, the value must be the target's to the digit. Null when there is no target.
 */
export function meetsTarget(value: number, indicator: Measured, version: TargetVersion): boolean | null {
  if (version.targetValue === null) return null;
  const target = Number(version.targetValue);
  switch (towards(indicator, target)) {
    case 'increase':
      return value >= target;
    case 'decrease':
      return value <= target;
    case 'reach':
      return value === target;
  }
}

/** How far the value is from meeting the target, in the indicator's unit; 0 when it is met. */
export function distanceToTarget(value: number, indicator: Measured, version: TargetVersion): number {
  return meetsTarget(value, indicator, version) === false ? Math.abs(value - Number(version.targetValue)) : 0;
}

function towards(indicator: Measured, target: number): Indicator['direction'] {
  if (indicator.direction !== 'reach' || indicator.baseline === null) return indicator.direction;
  const baseline = Number(indicator.baseline);
  return target > baseline ? 'increase' : target < baseline ? 'decrease' : 'reach';
}

/**
 * Where one should be on `date`, on a straight line from the baseline at the end of its year to the target value at the
 * end of the target year; before and after, the ends of the line. In the indicator's unit and decimals; null when
 * there is no such line.
 */
export function expectedOn(indicator: Measured, version: TargetVersion, date: PlainDate): Decimal | null {
  if (indicator.baseline === null || indicator.baselineYear === null || version.targetValue === null) return null;
  const [from, to] = [Number(indicator.baseline), Number(version.targetValue)];
  const start: PlainDate = `${indicator.baselineYear}-12-31`;
  const length = daysBetween(start, `${version.targetYear}-12-31`);
  const share = length <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(start, date) / length));
  return (from + (to - from) * share).toFixed(indicator.decimals);
}
