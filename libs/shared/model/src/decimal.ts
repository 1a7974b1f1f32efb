import * as z from 'zod';

/** As many digits as PostgreSQL keeps of a value: `numeric(18, 6)`. */
export const MAX_WHOLE_DIGITS = 12;
export const MAX_DECIMALS = 6;

/** A decimal number as text with a point, exactly as PostgreSQL's `numeric` gives it: `-1234.50`. */
export const Decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'not-a-number' });
export type Decimal = z.infer<typeof Decimal>;

/** The one way a number is written: no needless zeros before it, no minus before zero. Decimals written out stay. */
export function canonicalDecimal(value: Decimal): Decimal {
  const isNegative = value.startsWith('-') && /[1-9]/.test(value);
  return `${isNegative ? '-' : ''}${value.replace('-', '').replace(/^0+(?=\d)/, '')}`;
}

/** How many decimals are written out. */
export function decimalsOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}
