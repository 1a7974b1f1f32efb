import type { Cadence, Covers, Decimal, PeriodCode, PlainDate, QuantityKind, YearFrom } from '@malspar/shared-model';
import type { ImpreciseDate } from './imprecise-date.js';
import type { IndicatorDirection, Milestone } from './plan-view.js';

/** Where a value comes from, with what it inherits written out; `source` is a key of the plan's sources. */
export interface Origin {
  readonly provenance: 'verified' | 'illustrative';
  readonly source: string | null;
}

interface CheckedPoint extends Origin {
  readonly period: PeriodCode;
  readonly value: Decimal;
}

interface CheckedIndicatorCommon extends Origin {
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly cadence: Cadence;
  readonly direction: IndicatorDirection;
  readonly method: string | null;
  readonly series: readonly CheckedPoint[];
}

export interface CheckedNumericIndicator extends CheckedIndicatorCommon {
  readonly kind: 'numeric';
  readonly baselineYear: number;
  readonly baseline: Decimal;
  readonly baselineOrigin: Origin;
  readonly target: Decimal;
  readonly targetOrigin: Origin;
  readonly covers: Covers | null;
  readonly yearFrom: YearFrom | null;
  readonly yearWeights: readonly Decimal[] | null;
  readonly quantityKind: QuantityKind | null;
  readonly min: Decimal | null;
  readonly max: Decimal | null;
  readonly breakdown: string | null;
}

interface CheckedMilestoneIndicator extends CheckedIndicatorCommon {
  readonly kind: 'milestone';
  readonly milestones: readonly Milestone[];
}

export type CheckedIndicator = CheckedNumericIndicator | CheckedMilestoneIndicator;

export interface CheckedTarget extends Origin {
  readonly code: string;
  readonly title: string;
  readonly note: string | null;
  readonly notMeasurableUntil: PeriodCode | null;
  readonly indicator: CheckedIndicator;
}

export interface CheckedFocusArea extends Origin {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly goals: readonly string[];
  readonly goalsProvenance: Origin['provenance'];
  readonly department: string;
  readonly longTermAim: Origin & { readonly text: string };
  readonly targets: readonly CheckedTarget[];
}

export interface CheckedAmendment extends Origin {
  readonly date: ImpreciseDate;
  readonly validFrom: PlainDate;
  readonly text: string;
  readonly decisionReference: string | null;
  readonly planEnd: { readonly from: PlainDate; readonly to: PlainDate } | null;
}

type VerdictCode = 'fully' | 'largely' | 'partly' | 'not';

/** A plan file in which everything holds: references, periods, provenance. Numbers are decimal texts. */
export interface CheckedPlan {
  /** Whether words, assessments and publications may be made up around the plan, for a demonstration. */
  readonly demo: boolean;
  readonly sources: readonly { readonly key: string; readonly title: string; readonly url: string }[];
  readonly plan: Origin & {
    readonly slug: string;
    readonly title: string;
    /** BCP 47, `sv` or `nb-NO`: the language of every text in the plan and of what is written about it. */
    readonly language: string;
    readonly organisation: string;
    readonly contact: string;
    readonly decidedBy: string;
    readonly start: PlainDate;
    readonly end: PlainDate;
    readonly reporting: { readonly cadence: Cadence; readonly openPeriod: PeriodCode };
    /** Oldest first. */
    readonly amendments: readonly CheckedAmendment[];
  };
  readonly overarchingGoals: readonly (Origin & {
    readonly slug: string;
    readonly number: number;
    readonly title: string;
  })[];
  readonly drivers: readonly (Origin & { readonly slug: string; readonly kind: string; readonly title: string })[];
  readonly departments: readonly (Origin & { readonly slug: string; readonly title: string })[];
  readonly focusAreas: readonly CheckedFocusArea[];
  readonly verdicts: {
    readonly scale: readonly (Origin & { readonly code: VerdictCode; readonly label: string })[];
    readonly known: readonly (Origin & {
      readonly year: number;
      readonly byFocusArea: Readonly<Record<string, VerdictCode>>;
    })[];
  };
  readonly climateGoals: readonly (Origin & {
    readonly year: number;
    readonly text: string;
    readonly baseYear: number | null;
    readonly reduction: number | null;
  })[];
}
