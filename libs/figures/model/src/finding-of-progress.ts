import {
  type Aimed,
  type ComparableValue,
  type Decimal,
  parsePeriod,
  percentOfWay,
  standingOf,
  towards,
} from '@malspar/shared-model';
import { basisText } from './basis-words.js';
import type { Language } from './language.js';
import { percentText } from './numbers.js';

export interface Progress {
  readonly indicator: Aimed & {
    readonly baseline: Decimal;
    readonly baselineYear: number | null;
    readonly decimals: number;
  };
  readonly target: { readonly value: Decimal; readonly year: number };
  readonly latest: ComparableValue;
}

const WORDS = {
  sv: {
    reached: (year: number) => `Har nått målvärdet för ${year}`,
    early: (year: number) => ` redan ${year}`,
    way: (share: string, from: string, year: number) =>
      `Har kommit ${share} av vägen från utgångsvärdet${from} till målvärdet ${year}`,
    less: 'mindre än 1',
    still: (from: string) => `Är kvar på utgångsvärdet${from}`,
    away: (from: string) => `Är längre från målvärdet än utgångsvärdet${from}`,
    provisional: 'preliminärt värde',
  },
  en: {
    reached: (year: number) => `Has reached the target value for ${year}`,
    early: (year: number) => ` already in ${year}`,
    way: (share: string, from: string, year: number) =>
      `Has come ${share} of the way from the baseline${from} to the target value for ${year}`,
    less: 'less than 1',
    still: (from: string) => `Is still at the baseline${from}`,
    away: (from: string) => `Is further from the target value than the baseline${from}`,
    provisional: 'provisional value',
  },
} as const;

/** Whether there is a way from the baseline to the target value: they differ, and in the indicator's own direction. */
export function hasWay(indicator: Aimed, target: Decimal): boolean {
  if (indicator.baseline === null) return false;
  const way = towards({ ...indicator, direction: 'reach' }, target);
  return way !== 'reach' && way === towards(indicator, target);
}

/**
 * How much of the way from the baseline to the target has been covered by a value that may be set against both, rounded
 * down so that nearly there is not there. Has a meaning only where there is a way.
 */
export function progressFinding({ indicator, target, latest }: Progress, language: Language): string {
  const words = WORDS[language];
  const from = indicator.baselineYear === null ? '' : ` ${indicator.baselineYear}`;
  const { year } = parsePeriod(latest.period);
  const standing = standingOf(latest.value, indicator, target.value, indicator.decimals);
  const early = standing === 'reached' && year < target.year;
  const basis = basisText(latest, language);
  const notes = [
    // Said already, where it is the year alone.
    ...(early && basis === String(year) ? [] : [basis]),
    ...(latest.provisional ? [words.provisional] : []),
  ];
  return `${said()}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;

  function said(): string {
    switch (standing) {
      case 'reached':
        return words.reached(target.year) + (early ? words.early(year) : '');
      case 'still':
        return words.still(from);
      case 'closer': {
        const percent = percentOfWay(indicator.baseline, target.value, latest.value) ?? 0;
        return words.way(percentText(percent < 1 ? words.less : String(percent), language), from, target.year);
      }
      default:
        return words.away(from);
    }
  }
}
