import type { Decimal } from '@malspar/shared-model';
import { TEXTURES } from './geometry.js';
import type { Language } from './language.js';
import { numberText, percentText } from './numbers.js';

export interface Part {
  readonly label: string;
  readonly value: Decimal;
}

/** A part as it is drawn: itself, or the smallest ones together. */
export type DrawnPart = Part;

const OTHERS: Readonly<Record<Language, (count: number) => string>> = {
  sv: (count) => `Övriga, ${count} delar`,
  en: (count) => `Others, ${count} parts`,
};

/** Whether the parts make up the figure, so that it may be drawn as their sum. Shares and means by part never do. */
export function addUp(parts: readonly Part[], total: Decimal | null, decimals: number): boolean {
  if (total === null || parts.length < 2 || Number(total) <= 0) return false;
  const values = parts.map(({ value }) => value);
  return values.every((value) => Number(value) >= 0) && partsMakeUp(values, total, decimals);
}

/** Whether parts add up to a total but for rounding: each of them, and it, by half of the last digit. */
export function partsMakeUp(parts: readonly Decimal[], total: Decimal, decimals: number): boolean {
  const sum = parts.reduce((all, value) => all + Number(value), 0);
  return Math.abs(sum - Number(total)) <= (parts.length + 1) * 0.5 * 10 ** -decimals + 1e-9;
}

/** Largest first; where there are more than can be told apart, the smallest ones as one. */
export function drawnParts(parts: readonly Part[], language: Language): DrawnPart[] {
  const bySize = [...parts].sort((a, b) => Number(b.value) - Number(a.value));
  if (bySize.length <= TEXTURES.length) return bySize;
  const [own, rest] = [bySize.slice(0, TEXTURES.length - 1), bySize.slice(TEXTURES.length - 1)];
  return [...own, { label: OTHERS[language](rest.length), value: sumOf(rest) }];
}

/** On the digits, so that no sum gets a binary fraction. */
function sumOf(parts: readonly Part[]): Decimal {
  const decimals = Math.max(...parts.map(({ value }) => (value.split('.')[1] ?? '').length));
  const units = parts.reduce((sum, { value }) => {
    const [whole = '0', fraction = ''] = value.split('.');
    return sum + BigInt(whole + fraction.padEnd(decimals, '0'));
  }, 0n);
  const text = units.toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  return decimals > 0 ? `${text.slice(0, cut)}.${text.slice(cut)}` : text;
}

/** A share of a whole in per cent; what is more than nothing never reads as nothing, nor less than all as all. */
export function shareText(share: number, language: Language): string {
  const percent = 100 * share;
  const decimals = (percent > 0 && percent < 0.5) || (percent > 99.5 && percent < 100) ? 1 : 0;
  return percentText(numberText(percent, decimals, language), language);
}
