import type { Decimal } from './decimal.js';

// On the digits themselves: no figure passes through a binary fraction on its way to a comparison or to print.

const fractionOf = (value: Decimal): string => value.split('.')[1] ?? '';

/** The decimal in units of its `scale`-th decimal. */
function unitsOf(value: Decimal, scale: number): bigint {
  const [whole = '0'] = value.replace('-', '').split('.');
  const units = BigInt(whole + fractionOf(value).padEnd(scale, '0'));
  return value.startsWith('-') ? -units : units;
}

const scaleOf = (values: readonly Decimal[]): number => Math.max(0, ...values.map((value) => fractionOf(value).length));

function decimalOf(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  const sign = units < 0n ? '-' : '';
  return `${sign}${digits.slice(0, cut)}${scale > 0 ? `.${digits.slice(cut)}` : ''}`;
}

/** The quotient as a whole number, halves away from zero. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  const size = ((dividend < 0n ? -dividend : dividend) * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -size : size;
}

/** The sum, with every digit. */
export function sumOf(values: readonly Decimal[]): Decimal {
  const scale = scaleOf(values);
  return decimalOf(
    values.reduce((sum, value) => sum + unitsOf(value, scale), 0n),
    scale,
  );
}

/** `a − b`, with every digit. */
export function differenceOf(a: Decimal, b: Decimal): Decimal {
  const scale = scaleOf([a, b]);
  return decimalOf(unitsOf(a, scale) - unitsOf(b, scale), scale);
}

/** Negative, 0 or positive as `a` is less than, equal to or more than `b`: `4.60` equals `4.6`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = scaleOf([a, b]);
  const [left, right] = [unitsOf(a, scale), unitsOf(b, scale)];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The mean, each value by its weight, with at least `decimals` decimals and as many as the values have. */
export function meanOf(values: readonly Decimal[], weights: readonly Decimal[], decimals: number): Decimal {
  const scale = Math.max(decimals, scaleOf(values));
  const weightScale = scaleOf(weights);
  const each = weights.map((weight) => unitsOf(weight, weightScale));
  const whole = each.reduce((sum, weight) => sum + weight, 0n);
  const total = values.reduce((sum, value, index) => sum + unitsOf(value, scale) * (each[index] ?? 0n), 0n);
  return decimalOf(rounded(total, whole), scale);
}

/** Whether the two are the same when both are written with so many decimals. */
export function sameWithin(a: Decimal, b: Decimal, decimals: number): boolean {
  const scale = Math.max(decimals, scaleOf([a, b]));
  const step = 10n ** BigInt(scale - decimals);
  return rounded(unitsOf(a, scale), step) === rounded(unitsOf(b, scale), step);
}

/** How many whole hundredths of the way from `from` to `to` the value has come, rounded down; null where there is no way. */
export function percentOfWay(from: Decimal, to: Decimal, value: Decimal): number | null {
  const scale = scaleOf([from, to, value]);
  const [start, end, now] = [unitsOf(from, scale), unitsOf(to, scale), unitsOf(value, scale)];
  if (start === end) return null;
  const [come, way] = end > start ? [now - start, end - start] : [start - now, start - end];
  const hundredths = (100n * come) / way;
  return Number(come < 0n && hundredths * way !== 100n * come ? hundredths - 1n : hundredths);
}
