import type { Decimal, PeriodCode } from '@malspar/shared-model';
import type { Language } from './language.js';
import { percentText } from './numbers.js';
import { periodText } from './period-words.js';

interface Progress {
  readonly baseline: { readonly value: Decimal; readonly year: number | null };
  readonly target: { readonly value: Decimal; readonly year: number };
  readonly latest: { readonly value: Decimal; readonly period: PeriodCode; readonly provisional: boolean };
}

const WORDS = {
  sv: {
    reached: (year: number) => `Har nått målvärdet för ${year}`,
    way: (share: string, from: string, year: number) =>
      `Har kommit ${share} av vägen från utgångsvärdet${from} till målvärdet ${year}`,
    less: 'mindre än 1',
    still: (from: string) => `Är kvar på utgångsvärdet${from}`,
    away: (from: string) => `Är längre från målvärdet än utgångsvärdet${from}`,
    provisional: 'preliminärt värde',
  },
  en: {
    reached: (year: number) => `Has reached the target value for ${year}`,
    way: (share: string, from: string, year: number) =>
      `Has come ${share} of the way from the baseline${from} to the target value for ${year}`,
    less: 'less than 1',
    still: (from: string) => `Is still at the baseline${from}`,
    away: (from: string) => `Is further from the target value than the baseline${from}`,
    provisional: 'provisional value',
  },
} as const;

/**
 * How much of the way from the baseline to the target has been covered, rounded down so that nearly there is not there.
 * Where the two are the same there is no way, and this has no meaning.
 */
export function progressFinding({ baseline, target, latest }: Progress, language: Language): string {
  const words = WORDS[language];
  const from = baseline.year === null ? '' : ` ${baseline.year}`;
  const notes = [periodText(latest.period, language), ...(latest.provisional ? [words.provisional] : [])];
  return `${said()} (${notes.join('; ')})`;

  function said(): string {
    const [start, goal, now] = [baseline.value, target.value, latest.value].map(Number) as [number, number, number];
    const share = (now - start) / (goal - start);
    if (share >= 1) return words.reached(target.year);
    if (share === 0) return words.still(from);
    if (share < 0) return words.away(from);
    const percent = Math.floor(100 * share + 1e-9);
    return words.way(percentText(percent === 0 ? words.less : String(percent), language), from, target.year);
  }
}
