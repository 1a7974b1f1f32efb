import { type Decimal } from './decimal.js';
import { meanOf, sumOf } from './decimal-arithmetic.js';
import type { IndicatorMeaning } from './indicator-meaning.js';
import { parsePeriod, PER_YEAR, type PeriodCode, periodsEndingWithin, valuePeriods } from './period-code.js';

/** What year values are reckoned from: the indicator's meaning, with the decimals that its values have. */
export type MeasuredBy = IndicatorMeaning & { readonly decimals: number };

export interface ValueInSeries {
  readonly period: PeriodCode;
  readonly value: Decimal | null;
  readonly provisional?: boolean;
}

/** How a value that can stand for a year came about. */
export type YearWay = 'sum' | 'mean' | 'weighted_mean' | 'last' | 'reported';

/** A year's value, or how much of it there is. */
export interface YearValue {
  readonly year: number;
  /** Null while a period is missing, and where nothing says how a year's value comes about. */
  readonly value: Decimal | null;
  readonly way: YearWay | null;
  /** The periods that it comes from, those that are missing left out. */
  readonly periods: readonly PeriodCode[];
  /** How many periods it needs. */
  readonly of: number;
}

/** The way that can really be gone: a weighted mean without weights is one that must be reported. */
export function wayToYear({ cadence, yearFrom, yearWeights }: IndicatorMeaning): YearWay | null {
  if (cadence === 'year') return 'reported';
  if (yearFrom === 'weighted_mean' && !yearWeights) return 'reported';
  return yearFrom ?? null;
}

/**
 * The periods for which a value is due in a report: the indicator's own, and the year when it ends and its value is
 * reported by itself.
 */
export function duePeriods(report: PeriodCode, indicator: IndicatorMeaning): PeriodCode[] {
  const own = valuePeriods(report, indicator.cadence);
  const apart = indicator.cadence !== 'year' && wayToYear(indicator) === 'reported';
  return apart ? [...own, ...valuePeriods(report, 'year')] : own;
}

export const valueAt = (series: readonly ValueInSeries[], period: PeriodCode): Decimal | null =>
  series.find((point) => point.period === period)?.value ?? null;

/** The periods of the indicator's cadence within a year, oldest first. */
const periodsOfYear = ({ cadence }: Pick<IndicatorMeaning, 'cadence'>, year: number): PeriodCode[] =>
  periodsEndingWithin(`${year}-01-01`, `${year}-12-31`, cadence).map(({ code }) => code);

/**
 * The value of a whole year, out of its periods as the indicator states that it comes: never silently its last period's.
 * Null, with how many periods there are, until all that are needed have their values.
 */
export function yearValue(indicator: MeasuredBy, series: readonly ValueInSeries[], year: number): YearValue {
  const way = wayToYear(indicator);
  const all = way === null || way === 'reported' ? [String(year)] : periodsOfYear(indicator, year);
  const needed = way === 'last' ? all.slice(-1) : all;
  const periods = needed.filter((period) => valueAt(series, period) !== null);
  const whole = periods.length === needed.length;
  return { year, way, periods, of: needed.length, value: whole ? combined(indicator, series, needed) : null };
}

/**
 * One value out of those of the periods, all of which must be there: their sum or mean, or the last of them. A mean has
 * the decimals of the indicator, and more only if one of its values has.
 */
export function combined(
  indicator: MeasuredBy,
  series: readonly ValueInSeries[],
  periods: readonly PeriodCode[],
): Decimal | null {
  const values = periods.flatMap((period) => valueAt(series, period) ?? []);
  if (values.length < periods.length) return null;
  switch (wayToYear(indicator)) {
    case 'sum':
      return sumOf(values);
    case 'mean':
      return meanOf(
        values,
        values.map(() => '1'),
        indicator.decimals,
      );
    case 'weighted_mean':
      return meanOf(values, weightsOf(indicator, periods), indicator.decimals);
    default:
      return values.at(-1) ?? null;
  }
}

const weightsOf = ({ cadence, yearWeights }: IndicatorMeaning, periods: readonly PeriodCode[]): Decimal[] =>
  periods.map((period) => yearWeights?.[(parsePeriod(period).number - 1) % PER_YEAR[cadence]] ?? '1');
