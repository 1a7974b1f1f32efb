import * as z from 'zod';

/** A decimal number as text with a point, exactly as PostgreSQL's `numeric` gives it: `-1234.50`. */
export const Decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'not-a-number' });
export type Decimal = z.infer<typeof Decimal>;

export type DecimalInput =
  { readonly kind: 'empty' } | { readonly kind: 'number'; readonly value: Decimal } | { readonly kind: 'not-a-number' };

/**
 * Reads a number as people write it: `1 234,5`, `1234.5`, `−3` (U+2212), with ordinary, no-break or narrow spaces.
 * A text with both comma and point, or a point that could group thousands (`1.234,5`), is refused rather than guessed.
 */
export function readDecimal(text: string): DecimalInput {
  const compact = text.replace(/[\s\u00a0\u202f\u2009]/gu, '').replace(/^[\u2212\u2013]/u, '-');
  if (compact === '') return { kind: 'empty' };
  const match = /^([+-]?)(\d{1,12})(?:[.,](\d{1,6}))?$/.exec(compact);
  if (!match) return { kind: 'not-a-number' };
  const sign = match[1] === '-' ? '-' : '';
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const value = `${whole}${match[3] ? `.${match[3]}` : ''}`;
  return { kind: 'number', value: /^0(\.0+)?$/.test(value) ? value : sign + value };
}

/** How many decimals are written out. */
export function decimalsOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}

/** Writes a number for people, with the language's decimal sign and grouping and exactly `decimals` decimals. */
export function formatDecimal(value: Decimal | number, decimals: number, language: 'sv' | 'en' = 'sv'): string {
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(Number(value));
}
