import {
  comparePeriods,
  type Decimal,
  parsePeriod,
  PER_YEAR,
  type PeriodCode,
  shiftPeriod,
} from '@malspar/shared-model';

/** A known value of a series. */
export interface KnownValue {
  readonly period: PeriodCode;
  readonly value: number;
  /** The value as it was written, for showing it. */
  readonly written: Decimal;
  readonly isExample?: boolean;
}

export interface Slip {
  readonly factor: 10 | 100 | 1000;
  readonly larger: boolean;
  readonly against: KnownValue;
}

export interface Jump {
  readonly against: KnownValue;
  /** The median of the absolute changes from one value to the next. */
  readonly usual: number;
}

const MIN_VALUES = 4;
const MIN_YEARLY_CHANGES = 3;

/**
 * How many usual changes make a jump. Iglewicz and Hoaglin (How to Detect and Handle Outliers, ASQC 1993) call a value
 * an outlier when 0.6745 · |deviation| / median absolute deviation exceeds 3.5; here the deviation is the change from
 * one value to the next, and 3.5 / 0.6745 ≈ 5.19.
 */
const JUMP_FACTOR = 3.5 / 0.6745;

// Within a factor of two of a round power of ten: the true value behind a slip differs from the last one, too.
const SLIP_TOLERANCE = Math.log10(2);

const sortedBefore = (series: readonly KnownValue[], period: PeriodCode): KnownValue[] => {
  const { cadence } = parsePeriod(period);
  return series
    .filter((known) => parsePeriod(known.period).cadence === cadence && comparePeriods(known.period, period) < 0)
    .sort((a, b) => comparePeriods(a.period, b.period));
};

const yearBefore = (series: readonly KnownValue[], period: PeriodCode): KnownValue | undefined => {
  const { cadence } = parsePeriod(period);
  if (cadence === 'year') return undefined;
  const code = shiftPeriod(period, -PER_YEAR[cadence]).code;
  return series.find((known) => known.period === code);
};

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [lower, upper] = [Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2)];
  return ((sorted[lower] ?? Number.NaN) + (sorted[upper] ?? Number.NaN)) / 2;
};

const changes = (series: readonly KnownValue[]): number[] =>
  series.flatMap((known, index) => {
    const before = series[index - 1];
    return before ? [Math.abs(known.value - before.value)] : [];
  });

/** The value before `period`, of the same cadence; undefined when there is none. */
export const lastBefore = (series: readonly KnownValue[], period: PeriodCode): KnownValue | undefined =>
  sortedBefore(series, period).at(-1);

/** The usual change from one value to the next before `period`; null with fewer than four values. */
export function usualChange(series: readonly KnownValue[], period: PeriodCode): number | null {
  const earlier = sortedBefore(series, period);
  return earlier.length < MIN_VALUES ? null : median(changes(earlier));
}

/**
 * Whether the value looks like a slip of the decimal sign: about 10, 100 or 1000 times (or a fraction of) the last
 * value or the one a year before. A value near that of a year before is the season's, not a slip. Nothing can be
 * said against zero, nor across it.
 */
export function decimalSlip(known: KnownValue, series: readonly KnownValue[]): Slip | null {
  const last = lastBefore(series, known.period);
  const yearAgo = yearBefore(series, known.period);
  if (yearAgo && Math.abs(logRatio(known, yearAgo)) < SLIP_TOLERANCE) return null;
  for (const against of [last, yearAgo]) {
    if (!against) continue;
    const log = logRatio(known, against);
    const power = Math.round(Math.abs(log));
    if (power >= 1 && power <= 3 && Math.abs(Math.abs(log) - power) <= SLIP_TOLERANCE) {
      return { factor: (10 ** power) as Slip['factor'], larger: log > 0, against };
    }
  }
  return null;
}

// There is no ratio from zero, nor across it.
const logRatio = (known: KnownValue, against: KnownValue): number =>
  known.value * against.value > 0 ? Math.log10(known.value / against.value) : Number.NaN;

/** A tenth of the largest value is near zero, and so is the smallest step that can be written. */
const NEAR_ZERO = 0.1;

/**
 * The value before a fall to exactly zero, in a series that was never near it: a cell that was empty, perhaps. Null
 * where the value is another, or zero is no news.
 */
export function fallToZero(known: KnownValue, series: readonly KnownValue[], step: number): KnownValue | null {
  const earlier = sortedBefore(series, known.period);
  const sizes = earlier.map(({ value }) => Math.abs(value));
  const near = Math.max(step, NEAR_ZERO * Math.max(0, ...sizes));
  return known.value === 0 && sizes.every((size) => size > near) ? (earlier.at(-1) ?? null) : null;
}

/**
 * Whether the value is a jump far outside the series' own variation. It is one only if it is far from the last value
 * and, where enough years are known, also far from the value a year before, so that a series with seasons does not
 * give false alarms. `step` is the smallest difference that can be written, and the least that counts as usual.
 */
export function jump(known: KnownValue, series: readonly KnownValue[], step: number): Jump | null {
  const earlier = sortedBefore(series, known.period);
  const last = earlier.at(-1);
  if (!last || earlier.length < MIN_VALUES) return null;
  const usual = Math.max(median(changes(earlier)), step);
  const change = known.value - last.value;
  if (Math.abs(change) <= JUMP_FACTOR * usual) return null;
  return usualForTheSeason(known, earlier, step) ? null : { against: last, usual };
}

function usualForTheSeason(known: KnownValue, earlier: readonly KnownValue[], step: number): boolean {
  const yearAgo = yearBefore(earlier, known.period);
  if (!yearAgo) return false;
  const yearly = earlier.flatMap((each) => {
    const before = yearBefore(earlier, each.period);
    return before ? [Math.abs(each.value - before.value)] : [];
  });
  if (yearly.length < MIN_YEARLY_CHANGES) return false;
  return Math.abs(known.value - yearAgo.value) <= JUMP_FACTOR * Math.max(median(yearly), step);
}
