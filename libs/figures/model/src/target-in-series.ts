import {
  type Decimal,
  type MeasuredBy,
  parsePeriod,
  periodsCompare,
  type PeriodCode,
  wayToYear,
} from '@malspar/shared-model';
import type { Language } from './language.js';
import { quantityText, type Unit } from './numbers.js';

interface Drawn {
  readonly indicator: MeasuredBy & Unit & { readonly baseline: Decimal | null; readonly baselineYear: number | null };
  readonly target: { readonly value: Decimal; readonly year: number } | null;
  readonly points: readonly { readonly period: PeriodCode; readonly value: Decimal | null }[];
}

/**
 * Whether a year's target value can be drawn among the values of periods: where each of them can be set against it, or
 * where a year is their mean and so lies among them. A year's sum does not.
 */
export const targetCompares = (indicator: MeasuredBy): boolean => periodsCompare(indicator) || isMean(indicator);

function isMean(indicator: MeasuredBy): boolean {
  const way = wayToYear(indicator);
  return indicator.cadence !== 'year' && (way === 'mean' || way === 'weighted_mean');
}

const WORDS = {
  sv: {
    line: (year: number, value: string) => `Mål ${year}: ${value}`,
    meanLine: (year: number, value: string) => `Mål ${year}, årets medelvärde: ${value}`,
    notDrawn: (year: number, value: string) => `Målvärdet ${year}, ${value}, gäller ett helt år och ritas inte här.`,
    unstated: (year: number, value: string) =>
      `Målvärdet ${year}, ${value}, ritas inte: planen anger inte om en periods värde kan jämföras med det.`,
    outside: (year: number, value: string) => `Utgångsvärdet ${year}, ${value}, ligger före figurens första period.`,
  },
  en: {
    line: (year: number, value: string) => `Target ${year}: ${value}`,
    meanLine: (year: number, value: string) => `Target ${year}, mean of the year: ${value}`,
    notDrawn: (year: number, value: string) =>
      `The target value ${year}, ${value}, is for a whole year and is not drawn.`,
    unstated: (year: number, value: string) =>
      `The target value ${year}, ${value}, is not drawn: the plan does not state whether a period can be compared with it.`,
    outside: (year: number, value: string) =>
      `The baseline ${year}, ${value}, lies before the first period of the figure.`,
  },
} as const;

/** The target value as a line among the values of periods; null where it cannot be drawn there. */
export function targetLineOf(
  { indicator, target }: Pick<Drawn, 'indicator' | 'target'>,
  language: Language,
): { readonly value: Decimal; readonly label: string } | null {
  if (target === null || !targetCompares(indicator)) return null;
  const words = WORDS[language];
  const line = isMean(indicator) && !periodsCompare(indicator) ? words.meanLine : words.line;
  return {
    value: target.value,
    label: line(target.year, quantityText(target.value, { ...indicator, unit: '' }, language)),
  };
}

/** The baseline, where its year comes before the first period that is drawn; else null. */
export function baselineOutside({
  indicator: { baseline, baselineYear },
  points,
}: {
  readonly indicator: Pick<Drawn['indicator'], 'baseline' | 'baselineYear'>;
  readonly points: Drawn['points'];
}): { readonly value: Decimal; readonly year: number } | null {
  const first = points.find(({ value }) => value !== null);
  const isOutside = baselineYear !== null && first && parsePeriod(first.period).year > baselineYear;
  return isOutside && baseline !== null ? { value: baseline, year: baselineYear } : null;
}

/** What a drawing of the series leaves out though the words beside it name it; null where it leaves out nothing. */
export function seriesNote({ indicator, target, points }: Drawn, language: Language): string | null {
  const words = WORDS[language];
  const text = (value: Decimal): string => quantityText(value, indicator, language);
  const outside = baselineOutside({ indicator, points });
  const why = wayToYear(indicator) === null ? words.unstated : words.notDrawn;
  const notes = [
    ...(target && !targetCompares(indicator) ? [why(target.year, text(target.value))] : []),
    ...(outside ? [words.outside(outside.year, text(outside.value))] : []),
  ];
  return notes.length > 0 ? notes.join(' ') : null;
}
