import type { Decimal, PeriodCode, ValueInSeries } from '@malspar/shared-model';
import type { FindingIndicator } from '../finding.js';

export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(random: Random, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)] as T;

/** A number with so many decimals; small ones often, so that ties, rounding and zero come about. */
export function aNumber(random: Random, decimals: number, signed: boolean): Decimal {
  const size = Math.floor(random() * pick(random, [3, 12, 200, 100_000]));
  const text = String(size).padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  const value = decimals > 0 ? `${text.slice(0, cut)}.${text.slice(cut)}` : text;
  return signed && size > 0 && random() < 0.5 ? `-${value}` : value;
}

export interface MadeUp {
  readonly indicator: FindingIndicator;
  readonly series: readonly ValueInSeries[];
  readonly target: Decimal | null;
  readonly asOf: PeriodCode | undefined;
}

/** Decimals that everything is reckoned in here. */
const SCALE = 6;

/** The decimal in millionths. */
export function units(value: Decimal): bigint {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const size = BigInt(whole) * 10n ** BigInt(SCALE) + BigInt(fraction.padEnd(SCALE, '0'));
  return value.startsWith('-') ? -size : size;
}

const halfUp = (n: bigint, d: bigint): bigint => (n < 0n ? -((-n * 2n + d) / (2n * d)) : (n * 2n + d) / (2n * d));

interface Place {
  readonly year: number;
  /** From 0 within the year. */
  readonly index: number;
  readonly count: number;
}

function placeOf(code: PeriodCode): Place {
  const [year = '0', part] = code.split('-');
  if (part === undefined) return { year: Number(year), index: 0, count: 1 };
  return { year: Number(year), index: Number(part.slice(1)) - 1, count: part.startsWith('Q') ? 4 : 3 };
}

/** When a period ends, in months since year 0. */
const endOf = (code: PeriodCode): number => {
  const { year, index, count } = placeOf(code);
  return year * 12 + (12 / count) * (index + 1);
};

/** What numbers alone say, reckoned anew in whole numbers and with no line of the code that is put to the test. */
export function anOracle(made: MadeUp) {
  const { indicator, target } = made;
  const place = 10n ** BigInt(SCALE - indicator.decimals);
  const now = latestStanding(made);
  const baseline = indicator.baseline === null ? null : units(indicator.baseline);
  const before = now && standing(made, now.end - 12, now.isYear);
  const moved = (from: bigint, to: bigint): number =>
    halfUp(from, place) === halfUp(to, place) ? 0 : to > from ? 1 : -1;
  const long = now && baseline !== null ? moved(baseline, now.value) : 0;
  const lately = now && before !== null ? moved(before, now.value) : 0;
  const goal = target === null ? null : units(target);
  const hasReached = now !== null && goal !== null && reaches(made, now.value, goal, baseline);
  const way = goal !== null && baseline !== null ? goal - baseline : 0n;
  const come = now && baseline !== null ? (way < 0n ? baseline - now.value : now.value - baseline) : 0n;
  return {
    value: now?.value ?? null,
    baseline,
    moved: long,
    /** The last year's direction where it goes against the long one. */
    turned: long !== 0 && lately === -long ? lately : null,
    hasRatio:
      now !== null && baseline !== null && baseline !== 0n && !(baseline > 0n !== now.value > 0n && now.value !== 0n),
    reached: hasReached,
    percent: way === 0n ? null : come < 0n ? -1n : (100n * come) / (way < 0n ? -way : way),
    away: long !== 0 && come < 0n,
  };
}

function reaches({ indicator }: MadeUp, value: bigint, goal: bigint, baseline: bigint | null): boolean {
  const rises =
    indicator.direction === 'increase' || (indicator.direction === 'reach' && baseline !== null && goal > baseline);
  const falls =
    indicator.direction === 'decrease' || (indicator.direction === 'reach' && baseline !== null && goal < baseline);
  return value === goal || (rises && value > goal) || (falls && value < goal);
}

/** Every value that can stand for a year, whenever it ends. */
export const allStandings = (made: MadeUp): bigint[] =>
  made.series.flatMap(({ period }) => standing(made, endOf(period), placeOf(period).count === 1) ?? []);

interface Standing {
  readonly value: bigint;
  readonly end: number;
  readonly isYear: boolean;
}

/** The latest value that can stand for a year. */
function latestStanding(made: MadeUp): Standing | null {
  const { indicator, series, asOf } = made;
  if (asOf !== undefined && indicator.cadence !== 'year' && placeOf(asOf).count === 1) {
    const value = standing(made, endOf(asOf), true);
    return value === null ? null : { value, end: endOf(asOf), isYear: true };
  }
  const ends = [...series]
    .filter(({ period, value }) => value !== null && (asOf === undefined || endOf(period) <= endOf(asOf)))
    .map(({ period }) => ({ end: endOf(period), isYear: placeOf(period).count === 1 }))
    .sort((a, b) => b.end - a.end || Number(b.isYear) - Number(a.isYear));
  for (const { end, isYear } of ends) {
    const value = standing(made, end, isYear);
    if (value !== null) return { value, end, isYear };
  }
  return null;
}

/** The value that stands for the twelve months up to `end`; `isYear` asks for that of a calendar year. */
function standing({ indicator, series }: MadeUp, end: number, isYear: boolean): bigint | null {
  const { cadence, covers, yearFrom, yearWeights } = indicator;
  const count = cadence === 'quarter' ? 4 : cadence === 'tertial' ? 3 : 1;
  const at = (when: number, ofYear: boolean): ValueInSeries | undefined =>
    series.find(({ period }) => endOf(period) === when && (placeOf(period).count === 1) === ofYear);
  const whole = at(end, true)?.value;
  const own = at(end, false)?.value;
  if (count === 1) return whole ? units(whole) : null;
  const isReported = yearFrom === 'reported' || yearFrom === null || (yearFrom === 'weighted_mean' && !yearWeights);
  if (isYear && isReported) return whole ? units(whole) : null;
  if (covers === 'rolling_twelve_months' && !isYear)
    return own && yearFrom !== 'reported' && !(yearFrom === 'weighted_mean') ? units(own) : null;
  if (isReported) return null;
  if (yearFrom === 'last') return own && (isYear || covers === 'point_in_time' || end % 12 === 0) ? units(own) : null;
  const values = Array.from({ length: count }, (_, n) => at(end - (12 / count) * n, false)?.value).reverse();
  if (!values.every((value): value is Decimal => typeof value === 'string')) return null;
  if (yearFrom === 'sum') return values.reduce((sum, value) => sum + units(value), 0n);
  const first = ((end - 1) % 12) + 1 === 12 ? 0 : Math.round((((end - 1) % 12) + 1) / (12 / count));
  const weights = values.map((_, n) => (yearFrom === 'mean' ? 1n : units(yearWeights?.[(first + n) % count] ?? '1')));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  // A mean is rounded to the digits that the indicator or any of its values has.
  const digits = Math.max(indicator.decimals, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const step = 10n ** BigInt(SCALE - digits);
  const sum = values.reduce((all, value, n) => all + (units(value) / step) * (weights[n] ?? 0n), 0n);
  return total === 0n ? null : halfUp(sum, total) * step;
}
