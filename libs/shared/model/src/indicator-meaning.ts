import * as z from 'zod';
import type { Cadence } from './period-code.js';

/** What the value of one period covers. */
export const Covers = z.enum(['period', 'year_to_date', 'rolling_twelve_months', 'point_in_time']);
export type Covers = z.infer<typeof Covers>;

/** How the value of a year comes from the values of its periods; `reported` is given by itself. */
export const YearFrom = z.enum(['sum', 'mean', 'weighted_mean', 'last', 'reported']);
export type YearFrom = z.infer<typeof YearFrom>;

/** What kind of quantity the unit is: a share changes by percentage points, a change has its base year within it. */
export const QuantityKind = z.enum(['level', 'share', 'index', 'change_since_base', 'change_per_year']);
export type QuantityKind = z.infer<typeof QuantityKind>;

/**
 * What an indicator's values mean, as the plan states it. What is not stated is null: then nothing is concluded from
 * it, and no figure is compared with one that it may not be comparable with.
 */
export interface IndicatorMeaning {
  readonly cadence: Cadence;
  readonly covers?: Covers | null | undefined;
  readonly yearFrom?: YearFrom | null | undefined;
  /** The weight of each period of a year, for a weighted mean. */
  readonly yearWeights?: readonly string[] | null | undefined;
  readonly quantityKind?: QuantityKind | null | undefined;
}

/** Which ways to a year's value fit what a period's value covers. A sum of running totals counts everything twice. */
const FITTING: Readonly<Record<Covers, readonly YearFrom[]>> = {
  period: ['sum', 'mean', 'weighted_mean', 'last', 'reported'],
  year_to_date: ['last', 'reported'],
  rolling_twelve_months: ['last', 'reported'],
  point_in_time: ['mean', 'weighted_mean', 'last', 'reported'],
};

/** Whether a year's value can come so from values that cover this; only levels can be added up. */
export const meaningFits = (covers: Covers, yearFrom: YearFrom, kind: QuantityKind | undefined): boolean =>
  FITTING[covers].includes(yearFrom) && (yearFrom !== 'sum' || kind === undefined || kind === 'level');
