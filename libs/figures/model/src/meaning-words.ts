import type { Covers, IndicatorMeaning, QuantityKind, YearFrom } from '@malspar/shared-model';
import type { Language, Words } from './language.js';

export const coversWords: Readonly<Record<Covers, Words>> = {
  period: { sv: 'perioden', en: 'the period' },
  year_to_date: { sv: 'året hittills', en: 'the year to date' },
  rolling_twelve_months: { sv: 'de senaste tolv månaderna', en: 'the last twelve months' },
  point_in_time: { sv: 'läget när perioden slutar', en: 'the state when the period ends' },
};

export const yearFromWords: Readonly<Record<YearFrom, Words>> = {
  sum: { sv: 'periodernas summa', en: 'the sum of the periods' },
  mean: { sv: 'periodernas medelvärde', en: 'the mean of the periods' },
  weighted_mean: { sv: 'periodernas vägda medelvärde', en: 'the weighted mean of the periods' },
  last: { sv: 'den sista periodens värde', en: 'the value of the last period' },
  reported: { sv: 'redovisat för sig', en: 'reported by itself' },
};

export const quantityKindWords: Readonly<Record<QuantityKind, Words>> = {
  level: { sv: 'en nivå', en: 'a level' },
  share: { sv: 'en andel, som ändras i procentenheter', en: 'a share, which changes by percentage points' },
  index: { sv: 'ett index', en: 'an index' },
  change_since_base: { sv: 'en förändring sedan basåret', en: 'a change since the base year' },
  change_per_year: { sv: 'en förändring per år', en: 'a change per year' },
};

const LABELS = {
  covers: { sv: 'Ett värde gäller', en: 'A value covers' },
  yearFrom: { sv: 'Årets värde är', en: 'The value of a year is' },
  quantityKind: { sv: 'Det som mäts är', en: 'What is measured is' },
} as const;

const UNSTATED: Words = { sv: 'inte angivet', en: 'not stated' };

export interface MeaningFact {
  readonly label: string;
  readonly text: string;
}

/** What an indicator's values mean, in words; what is not stated is said not to be. A yearly value is the year's. */
export function meaningFacts(indicator: IndicatorMeaning, language: Language): MeaningFact[] {
  const { cadence, covers, yearFrom, quantityKind } = indicator;
  const fact = (label: keyof typeof LABELS, words: Words | null | undefined): MeaningFact => ({
    label: LABELS[label][language],
    text: (words ?? UNSTATED)[language],
  });
  return [
    ...(cadence === 'year'
      ? []
      : [fact('covers', covers && coversWords[covers]), fact('yearFrom', yearFrom && yearFromWords[yearFrom])]),
    fact('quantityKind', quantityKind && quantityKindWords[quantityKind]),
  ];
}
