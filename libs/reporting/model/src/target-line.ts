import type { Indicator, TargetVersion } from '@malspar/plan-model';
import { daysBetween, type Decimal, distance, meets, type PlainDate } from '@malspar/shared-model';

type Measured = Pick<Indicator, 'baseline' | 'baselineYear' | 'decimals' | 'direction'>;

/** Whether a value that may be set against the target meets it; null when there is no target value. */
export const meetsTarget = (value: Decimal, indicator: Measured, { targetValue }: TargetVersion): boolean | null =>
  targetValue === null ? null : meets(value, indicator, targetValue);

/** How far the value is from meeting the target, in the indicator's unit; 0 when it is met. */
export function distanceToTarget(value: Decimal, indicator: Measured, version: TargetVersion): number {
  const { targetValue } = version;
  return targetValue === null || meets(value, indicator, targetValue) ? 0 : Number(distance(value, targetValue));
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
