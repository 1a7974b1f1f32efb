import { type Decimal, decimalsOf, isolated, type PeriodCode } from '@malspar/shared-model';
import { partsFinding } from '../finding-of-parts.js';
import type { Language } from '../language.js';
import { exactDecimal, type Unit } from '../numbers.js';
import { addUp, type Part, shareText } from '../parts.js';
import { periodText } from '../period-words.js';
import type { SeriesPoint } from '../series-marks.js';
import { stackedBarScene } from '../stacked-bar-scene.js';
import { type ChartFigure, drawingOf, type FigureCell, numberColumn, textColumn, unitColumn } from './figure.js';

/** A target's entry with the parts of its value, and the series that says which values are provisional. */
export interface EntryInParts {
  readonly code: string;
  readonly indicator: Unit & { readonly name: string };
  readonly series: readonly SeriesPoint[];
  readonly entry: {
    readonly period: PeriodCode;
    readonly values: readonly { readonly period: PeriodCode; readonly value: Decimal | null }[];
    readonly parts: readonly Part[];
  };
}

const WORDS = {
  sv: {
    name: (name: string, period: string) => `${name}: utfallets delar, ${period}`,
    value: 'Utfall',
    part: 'Del',
    whole: 'Hela utfallet',
    share: 'Andel',
  },
  en: {
    name: (name: string, period: string) => `${name}: the parts of the value, ${period}`,
    value: 'Value',
    part: 'Part',
    whole: 'The whole value',
    share: 'Share',
  },
} as const;

/**
 * What an entry's value is made up of: one bar where the parts make it up, otherwise a table alone. Null for an entry
 * without parts.
 */
export function figureOfParts(
  { code, indicator, series, entry }: EntryInParts,
  language: Language,
): ChartFigure | null {
  if (entry.parts.length === 0) return null;
  const words = WORDS[language];
  const exact = (value: Decimal): Decimal => exactDecimal(value, indicator.decimals);
  const parts = entry.parts.map(({ label, value }) => ({ label, value: exact(value) }));
  const whole = entry.values.findLast(({ value }) => value !== null);
  const total = whole?.value ? exact(whole.value) : null;
  const period = whole?.period ?? entry.period;
  const provisional = series.some((point) => point.period === period && point.provisional);
  const { unit, decimals, quantityKind } = indicator;
  const about = { unit, decimals, quantityKind, provisional };
  const summed = total !== null && addUp(parts, total, indicator.decimals) ? total : null;
  const sum = parts.reduce((all, { value }) => all + Number(value), 0);
  const share = (value: Decimal): string[] => (summed === null ? [] : [shareText(Number(value) / sum, language)]);
  const name = words.name(isolated(indicator.name), periodText(period, language));
  return {
    plansWords: [indicator.name, unit, ...parts.map(({ label }) => label)],
    caption: summed === null ? name : partsFinding({ parts, total: summed, period, ...about }, language),
    drawing:
      summed === null
        ? null
        : drawingOf((width) => stackedBarScene({ id: code, name, ...about, total: summed, parts, language, width })),
    table: {
      caption: name,
      plansWords: [indicator.name],
      columns: [
        textColumn(words.part, 'cells'),
        unitColumn(indicator.unit, words.value),
        ...(summed === null ? [] : [numberColumn(words.share)]),
      ],
      rows: [
        ...parts.map(({ label, value }) => [label, number(value), ...share(value)]),
        ...(total === null ? [] : [[words.whole, number(total), ...(summed === null ? [] : [shareText(1, language)])]]),
      ],
    },
    note: null,
  };
}

const number = (value: Decimal): FigureCell => ({ value, decimals: decimalsOf(value) });
