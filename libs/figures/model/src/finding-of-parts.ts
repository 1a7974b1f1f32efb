import { type Decimal, isolated, type PeriodCode } from '@malspar/shared-model';
import type { Language } from './language.js';
import { quantityText, type Unit } from './numbers.js';
import { type Part, shareText } from './parts.js';
import { periodText } from './period-words.js';

interface PartsFinding extends Unit {
  readonly parts: readonly Part[];
  readonly total: Decimal;
  readonly period: PeriodCode;
  readonly provisional: boolean;
}

const WORDS = {
  sv: {
    one: (name: string, share: string, total: string) => `Störst del är ${name}, ${share} av ${total}`,
    several: (names: string, share: string, total: string) =>
      `Lika stora och störst är ${names}, ${share} vardera av ${total}`,
    and: 'och',
    provisional: 'preliminärt värde',
  },
  en: {
    one: (name: string, share: string, total: string) => `The largest part is ${name}, ${share} of ${total}`,
    several: (names: string, share: string, total: string) =>
      `Equal and largest are ${names}, ${share} each of ${total}`,
    and: 'and',
    provisional: 'provisional value',
  },
} as const;

/** Which part of a figure is the largest, and how much of it: "Störst del är Kirurgi, 38 % av 360 kg (kvartal 4 2025)". */
export function partsFinding({ parts, total, period, provisional, ...of }: PartsFinding, language: Language): string {
  const words = WORDS[language];
  const sum = parts.reduce((all, { value }) => all + Number(value), 0);
  const most = Math.max(...parts.map(({ value }) => Number(value)));
  const largest = parts.filter(({ value }) => Number(value) === most).map(({ label }) => isolated(label));
  const names = [largest.slice(0, -1).join(', '), largest.at(-1)].filter(Boolean).join(` ${words.and} `);
  const share = shareText(sum > 0 ? most / sum : 0, language);
  const said = words[largest.length > 1 ? 'several' : 'one'](names, share, quantityText(total, of, language));
  const notes = [periodText(period, language), ...(provisional ? [words.provisional] : [])];
  return `${said} (${notes.join('; ')})`;
}
