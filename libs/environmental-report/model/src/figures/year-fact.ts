import { basisText, type Language, quantityText } from '@malspar/figures-model';
import { comparableValue, type PeriodCode, type Provenance } from '@malspar/shared-model';
import { mixedOrigin } from '../mixed-origin.js';
import type { PublishedTarget } from '../published-report.js';

const WORDS = { sv: 'Helår', en: 'Whole year' } as const;

/**
 * The value that stands for a year as of the report's period, made of those of its periods; null where each value is one, or where there is none. */
export function yearFact(
  { indicator, series }: PublishedTarget,
  language: Language,
  asOf: PeriodCode,
): { readonly label: string; readonly text: string; readonly provenance: Provenance | null } | null {
  const year = indicator.kind === 'numeric' ? comparableValue(indicator, series, asOf) : null;
  if (!year || year.periods.length < 2) return null;
  const origins = series.filter(({ period }) => year.periods.includes(period)).map(({ provenance }) => provenance);
  return {
    label: `${WORDS[language]}, ${basisText(year, language)}`,
    text: quantityText(year.value, indicator, language),
    provenance: mixedOrigin(origins),
  };
}
