import * as z from 'zod';

/** As many digits as PostgreSQL keeps of a value: `numeric(18, 6)`. */
export const MAX_WHOLE_DIGITS = 12;
export const MAX_DECIMALS = 6;

/** A decimal number as text with a point, exactly as PostgreSQL's `numeric` gives it: `-1234.50`. */
export const Decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'not-a-number' });
export type Decimal = z.infer<typeof Decimal>;

/** How many decimals are written out. */
export function decimalsOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}

const inMillionths = (value: Decimal): bigint => {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(MAX_DECIMALS, '0'));
  return value.startsWith('-') ? -size : size;
};

/** Negative, 0 or positive as `a` is less than, equal to or more than `b`: `4.60` equals `4.6`. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const [left, right] = [inMillionths(a), inMillionths(b)];
  return left === right ? 0 : left < right ? -1 : 1;
};

/** `a − b` to the last digit, with as many decimals as the longer of them has. */
export function differenceOf(a: Decimal, b: Decimal): Decimal {
  const difference = inMillionths(a) - inMillionths(b);
  const size = (difference < 0n ? -difference : difference).toString().padStart(MAX_DECIMALS + 1, '0');
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const fraction = size.slice(-MAX_DECIMALS).slice(0, decimals);
  return `${difference < 0n ? '-' : ''}${size.slice(0, -MAX_DECIMALS)}${fraction && `.${fraction}`}`;
}
