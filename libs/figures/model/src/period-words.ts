import { type Cadence, capitalized, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import type { Language } from './language.js';

const NAMES: Record<Language, Record<Exclude<Cadence, 'year'>, string>> = {
  sv: { quarter: 'kvartal', tertial: 'tertial' },
  en: { quarter: 'quarter', tertial: 'tertial' },
};

/** A period in words, inside a sentence: `kvartal 3 2025`, `tertial 1 2026`, `2025`. */
export function periodText(code: PeriodCode, language: Language): string {
  const { cadence, number, year } = parsePeriod(code);
  return cadence === 'year' ? String(year) : `${NAMES[language][cadence]} ${number} ${year}`;
}

const INITIALS: Record<Language, Record<Exclude<Cadence, 'year'>, string>> = {
  sv: { quarter: 'K', tertial: 'T' },
  en: { quarter: 'Q', tertial: 'T' },
};

/** A period within its year, as short as an axis needs: `K3`, `T1`, `2025`. */
export function periodInitial(code: PeriodCode, language: Language): string {
  const { cadence, number, year } = parsePeriod(code);
  return cadence === 'year' ? String(year) : `${INITIALS[language][cadence]}${number}`;
}

/** As `periodText`, for a heading: `Kvartal 3 2025`. */
export const periodHeading = (code: PeriodCode, language: Language): string => capitalized(periodText(code, language));
