import { type Decimal, decimalsOf, isolated, type QuantityKind } from '@malspar/shared-model';
import type { Language } from './language.js';

const SEPARATORS: Record<Language, { readonly group: string; readonly decimal: string; readonly minus: string }> = {
  sv: { group: '\u00a0', decimal: ',', minus: '\u2212' },
  en: { group: ',', decimal: '.', minus: '-' },
};

/**
 * A decimal with exactly `decimals` decimals, halves away from zero. On the digits themselves: no figure passes through
 * a binary fraction on its way to print.
 */
export function roundDecimal(value: Decimal, decimals: number): Decimal {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = fraction.padEnd(decimals + 1, '0');
  const kept = BigInt(whole + digits.slice(0, decimals)) + (digits.charAt(decimals) >= '5' ? 1n : 0n);
  const text = kept.toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  const sign = value.startsWith('-') && kept !== 0n ? '-' : '';
  return `${sign}${text.slice(0, cut)}${decimals > 0 ? `.${text.slice(cut)}` : ''}`;
}

/** As many decimals as the indicator has, or as the figure needs if it was written with more. */
export function exactDecimal(value: Decimal, decimals: number): Decimal {
  const needed = (value.split('.')[1] ?? '').replace(/0+$/, '').length;
  return roundDecimal(value, Math.max(decimals, needed));
}

/** A number for people, with the language's signs and exactly `decimals` decimals; the same wherever it is written. */
export function numberText(value: Decimal | number, decimals: number, language: Language): string {
  const { group, decimal, minus } = SEPARATORS[language];
  const text = typeof value === 'number' ? value.toFixed(6) : value;
  const rounded = roundDecimal(text, decimals);
  const [whole = '', fraction = ''] = rounded.replace('-', '').split('.');
  const sign = rounded.startsWith('-') ? minus : '';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return sign + grouped + (decimals > 0 ? decimal + fraction : '');
}

/** A per cent sign as the language sets it. */
export const percentText = (number: string, language: Language): string =>
  language === 'sv' ? `${number}\u00a0%` : `${number}%`;

/** What a quantity is written with. */
export interface Unit {
  readonly unit: string;
  readonly decimals: number;
  readonly quantityKind?: QuantityKind | null | undefined;
}

/** How a unit that begins with a per cent sign, or that word, is set; only a share can do without what follows. */
const PERCENT = /^\s*(?:%|procent\b|percent\b)\s*(.*)$/iu;

/** A figure with its unit, for a sentence: `150,9 kWh/m²`, `89 %`. An index is a bare number. No digit is lost. */
export function quantityText(value: Decimal, { unit, decimals, quantityKind }: Unit, language: Language): string {
  const exact = exactDecimal(value, decimals);
  const number = numberText(exact, decimalsOf(exact), language);
  if (quantityKind === 'index' || unit === '') return number;
  const percent = PERCENT.exec(unit);
  if (!percent) return `${number}\u00a0${isolated(unit)}`;
  const rest = quantityKind === 'share' ? '' : percent[1];
  return percentText(number, language) + (rest ? ` ${isolated(rest)}` : '');
}

/** Whether the unit is set as a per cent sign: a matter of type, which says nothing of what the quantity is. */
export const isPercent = (unit: string): boolean => PERCENT.test(unit);
