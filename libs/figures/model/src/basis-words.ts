import { type ComparableValue, parsePeriod } from '@malspar/shared-model';
import type { Language } from './language.js';
import { periodText } from './period-words.js';

type Basis = Pick<ComparableValue, 'basis' | 'period' | 'periods'>;

const WAYS = {
  sv: {
    sum: (of: string, year: boolean) => `summan ${year ? 'för' : 'av'} ${of}`,
    mean: (of: string, year: boolean) => `medelvärdet ${year ? 'för' : 'av'} ${of}`,
    weighted_mean: (of: string, year: boolean) => `det vägda medelvärdet ${year ? 'för' : 'av'} ${of}`,
    months: (to: string) => `tolv månader till och med ${to}`,
  },
  en: {
    sum: (of: string) => `the sum of ${of}`,
    mean: (of: string) => `the mean of ${of}`,
    weighted_mean: (of: string) => `the weighted mean of ${of}`,
    months: (to: string) => `twelve months to the end of ${to}`,
  },
} as const;

/** What a comparable value is the value of: `medelvärdet av kvartal 4 2024–kvartal 3 2025`, `summan för 2024`, `2024`. */
export function basisText({ basis, period, periods }: Basis, language: Language): string {
  const ways = WAYS[language];
  if (basis === 'twelve_months') return ways.months(periodText(periods.at(-1) ?? period, language));
  if (basis === 'year' || basis === 'point') return periodText(period, language);
  const isYear = parsePeriod(period).cadence === 'year';
  const [first, last] = [periods.at(0) ?? period, periods.at(-1) ?? period];
  const of = isYear ? period : `${periodText(first, language)}–${periodText(last, language)}`;
  return ways[basis](of, isYear);
}
