import type { Decimal } from './decimal.js';
import { compareDecimals, differenceOf, sameWithin } from './decimal-arithmetic.js';

export type Direction = 'decrease' | 'increase' | 'reach';

/** What a value is judged against: where it began and which way it is to go. */
export interface Aimed {
  readonly direction: Direction;
  readonly baseline: Decimal | null;
}

/** Where a comparable value stands on the way from the baseline to the target value. */
export type Standing = 'reached' | 'closer' | 'still' | 'further' | 'unknown';

/** The way to the target value. For `reach` it is the one from the baseline; without one, there is only the value itself. */
export function towards({ direction, baseline }: Aimed, target: Decimal): Direction {
  if (direction !== 'reach' || baseline === null) return direction;
  return (['decrease', 'reach', 'increase'] as const)[compareDecimals(target, baseline) + 1] ?? 'reach';
}

/** Whether the value meets the target: at or beyond it, seen in the indicator's direction, to the digit. */
export function meets(value: Decimal, aimed: Aimed, target: Decimal): boolean {
  const order = compareDecimals(value, target);
  const way = towards(aimed, target);
  return order === 0 || (way === 'increase' ? order > 0 : way === 'decrease' && order < 0);
}

/**
 * Where the value stands; unknown without a target value, or without a baseline as long as it is not met. What differs
 * from the baseline only beyond the decimals that the indicator is written with has not left it.
 */
export function standingOf(value: Decimal, aimed: Aimed, target: Decimal | null, decimals: number): Standing {
  if (target === null) return 'unknown';
  if (meets(value, aimed, target)) return 'reached';
  if (aimed.baseline === null) return 'unknown';
  if (sameWithin(value, aimed.baseline, decimals)) return 'still';
  return compareDecimals(distance(value, target), distance(aimed.baseline, target)) < 0 ? 'closer' : 'further';
}

/** More than 0 where the later value is nearer to what is aimed at, less where it is further, 0 where they are the same. */
export function turnOf(before: Decimal, after: Decimal, aimed: Aimed, target: Decimal | null): number | null {
  const order = compareDecimals(after, before);
  if (order === 0) return 0;
  if (aimed.direction !== 'reach') return aimed.direction === 'increase' ? order : -order;
  return target === null ? null : compareDecimals(distance(before, target), distance(after, target));
}

/** How far apart two values are. */
export const distance = (a: Decimal, b: Decimal): Decimal => differenceOf(a, b).replace('-', '');
