import type { Decimal } from './decimal.js';
import {
  type Cadence,
  comparePeriods,
  parsePeriod,
  PER_YEAR,
  type PeriodCode,
  periodsEndingWithin,
  shiftPeriod,
} from './period-code.js';
import { combined, type MeasuredBy, type ValueInSeries, valueAt, wayToYear, yearValue } from './year-value.js';

/** How a value that may be set against a year's came about. */
export type ComparableBasis = 'year' | 'sum' | 'mean' | 'weighted_mean' | 'twelve_months' | 'point';

/** A value that may be set against the value of a year: against the baseline, the target value and other years. */
export interface ComparableValue {
  readonly value: Decimal;
  readonly basis: ComparableBasis;
  /** The period it ends with; a year where it is exactly a year's. */
  readonly period: PeriodCode;
  /** Those it was made of, oldest first. */
  readonly periods: readonly PeriodCode[];
  readonly provisional: boolean;
}

type Made = Pick<ComparableValue, 'value' | 'basis' | 'period' | 'periods'>;

/**
 * The value, ending with the period, that may be set against a year's. A sum or a mean is that of as many periods as a
 * year has, so seasons cancel out; running totals and last values stand for a year only when it has ended; twelve
 * months and points in time always do. Null where there is none: periods missing, or nothing stated that allows it.
 */
export function comparableAt(
  indicator: MeasuredBy,
  series: readonly ValueInSeries[],
  period: PeriodCode,
): ComparableValue | null {
  const made =
    parsePeriod(period).cadence === 'year' ? ofYear(indicator, series, period) : ending(indicator, series, period);
  if (!made) return null;
  const provisional = series.some((point) => point.provisional === true && made.periods.includes(point.period));
  return { ...made, provisional };
}

function ofYear(indicator: MeasuredBy, series: readonly ValueInSeries[], code: PeriodCode): Made | null {
  const { value, way, periods } = yearValue(indicator, series, parsePeriod(code).year);
  if (value === null) return null;
  const basis = way === 'sum' || way === 'mean' || way === 'weighted_mean' ? way : 'year';
  return { value, basis, period: code, periods };
}

function ending(indicator: MeasuredBy, series: readonly ValueInSeries[], period: PeriodCode): Made | null {
  const { cadence, number, year } = parsePeriod(period);
  const own = valueAt(series, period);
  if (cadence !== indicator.cadence || own === null) return null;
  const way = wayToYear(indicator);
  const { covers } = indicator;
  if (covers === 'rolling_twelve_months') {
    return way === 'reported' ? null : { value: own, basis: 'twelve_months', period, periods: [period] };
  }
  if (way === 'last') {
    if (covers === 'point_in_time') return { value: own, basis: 'point', period, periods: [period] };
    return number === PER_YEAR[cadence] ? { value: own, basis: 'year', period: String(year), periods: [period] } : null;
  }
  if (way !== 'sum' && way !== 'mean' && way !== 'weighted_mean') return null;
  const periods = lastOnes(period);
  const value = combined(indicator, series, periods);
  if (value === null) return null;
  return { value, basis: way, period: number === PER_YEAR[cadence] ? String(year) : period, periods };
}

/** The period and those before it, as many as make a year. */
function lastOnes(period: PeriodCode): PeriodCode[] {
  const count = PER_YEAR[parsePeriod(period).cadence];
  return Array.from({ length: count }, (_, index) => shiftPeriod(period, index - count + 1).code);
}

/** The latest value, not after `asOf`, that may be set against a year's. A report on a whole year is about that year. */
export function comparableValue(
  indicator: MeasuredBy,
  series: readonly ValueInSeries[],
  asOf?: PeriodCode,
): ComparableValue | null {
  if (asOf !== undefined && isYearOfPeriods(indicator, asOf)) return comparableAt(indicator, series, asOf);
  const end = asOf === undefined ? null : parsePeriod(asOf).end;
  const periods = series
    .filter(({ period, value }) => value !== null && (end === null || parsePeriod(period).end <= end))
    .map(({ period }) => period)
    .sort((a, b) => comparePeriods(b, a));
  for (const period of periods) {
    const found = comparableAt(indicator, series, period);
    if (found) return found;
  }
  return null;
}

/** A place in a series of values that may be set against years', and against each other. */
export interface ComparablePlace {
  readonly period: PeriodCode;
  /** Null where there is none for the period. */
  readonly made: ComparableValue | null;
}

/**
 * Every value that came about as `comparableValue` did, oldest first and ending with it: of each period where each ends
 * such a value, otherwise of each year. Empty where there is none.
 */
export function comparableSeries(
  indicator: MeasuredBy,
  series: readonly ValueInSeries[],
  asOf?: PeriodCode,
): ComparablePlace[] {
  const latest = comparableValue(indicator, series, asOf);
  const [start] = series.map(({ period }) => parsePeriod(period).start).sort();
  if (!latest || start === undefined) return [];
  const places = periodsEndingWithin(start, parsePeriod(latest.period).end, stepOf(indicator, series, latest)).map(
    ({ code }) => ({ period: code, made: comparableAt(indicator, series, code) }),
  );
  return places.slice(places.findIndex(({ made }) => made !== null));
}

function stepOf(indicator: MeasuredBy, series: readonly ValueInSeries[], { periods }: ComparableValue): Cadence {
  const last = periods.at(-1);
  if (last === undefined || parsePeriod(last).cadence !== indicator.cadence) return 'year';
  return comparableAt(indicator, series, last)?.basis === 'year' ? 'year' : indicator.cadence;
}

/** Whether the period is a year of an indicator that is measured more often. */
export const isYearOfPeriods = ({ cadence }: Pick<MeasuredBy, 'cadence'>, period: PeriodCode): boolean =>
  cadence !== 'year' && parsePeriod(period).cadence === 'year';

/** The same, a year earlier: seasons do not disturb it. Null where it is not known. */
export const comparableYearBefore = (
  indicator: MeasuredBy,
  series: readonly ValueInSeries[],
  { period }: Pick<ComparableValue, 'period'>,
): ComparableValue | null => comparableAt(indicator, series, periodYearBefore(period));

/** The same period of the year before: `2024-Q3` for `2025-Q3`. */
export function periodYearBefore(period: PeriodCode): PeriodCode {
  const { year } = parsePeriod(period);
  return String(year - 1) + period.slice(4);
}

/** Whether the value of any one period may be set against the target value: only then can a chart draw both. */
export function periodsCompare({ cadence, covers, ...indicator }: MeasuredBy): boolean {
  const way = wayToYear({ cadence, ...indicator });
  if (cadence === 'year') return true;
  if (covers === 'rolling_twelve_months') return way !== 'reported';
  return covers === 'point_in_time' && way === 'last';
}
