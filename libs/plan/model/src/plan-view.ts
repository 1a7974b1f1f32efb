import {
  Cadence,
  Covers,
  Decimal,
  PeriodCode,
  PlainDate,
  Provenance,
  QuantityKind,
  YearFrom,
} from '@malspar/shared-model';
import * as z from 'zod';

/** Where a statement comes from. */
export const StatedOrigin = { provenance: Provenance, sourceKey: z.string().nullable() };

/** Where a verified item was read. */
export const Source = z.object({ key: z.string(), title: z.string(), url: z.string() });
export type Source = z.infer<typeof Source>;

/** A change of the plan or of one target, with its date as exactly as it is known (`2023-autumn`). */
export const Amendment = z.object({
  id: z.uuid(),
  /** The code of the target it changed; null when it changed the plan as a whole. */
  targetCode: z.string().nullable(),
  /** As known: a day, a month or a season. */
  date: z.string(),
  /** The first day from which it counts. */
  validFrom: PlainDate,
  text: z.string(),
  decisionReference: z.string().nullable(),
  ...StatedOrigin,
});
export type Amendment = z.infer<typeof Amendment>;

export const IndicatorDirection = z.enum(['decrease', 'increase', 'reach']);
export type IndicatorDirection = z.infer<typeof IndicatorDirection>;

export const Milestone = z.object({
  title: z.string(),
  due: PeriodCode,
  done: PeriodCode.nullable(),
});
export type Milestone = z.infer<typeof Milestone>;

/** What the values of an indicator mean, as the plan states it; null or absent where it does not. */
export const StatedMeaning = {
  covers: Covers.nullish(),
  yearFrom: YearFrom.nullish(),
  yearWeights: z.array(Decimal).nullish(),
  quantityKind: QuantityKind.nullish(),
  /** The least and the most that a value can be. */
  min: Decimal.nullish(),
  max: Decimal.nullish(),
};

/** What is measured. Numbers are decimal texts in `unit`; a milestone indicator has no numbers. */
export const Indicator = z.object({
  kind: z.enum(['numeric', 'milestone']),
  name: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  cadence: Cadence,
  direction: IndicatorDirection,
  ...StatedMeaning,
  method: z.string().nullable(),
  breakdown: z.string().nullable(),
  baselineYear: z.number().int().nullable(),
  baseline: Decimal.nullable(),
  baselineProvenance: Provenance.nullable(),
  baselineSourceKey: z.string().nullish(),
  milestones: z.array(Milestone),
  ...StatedOrigin,
});
export type Indicator = z.infer<typeof Indicator>;

/** What a target said from one date until the next version. */
export const TargetVersion = z.object({
  validFrom: PlainDate,
  title: z.string(),
  /** The year by which it is to be met. */
  targetYear: z.number().int(),
  targetValue: Decimal.nullable(),
  targetValueProvenance: Provenance.nullable(),
  targetValueSourceKey: z.string().nullish(),
  amendmentId: z.uuid().nullable(),
});
export type TargetVersion = z.infer<typeof TargetVersion>;

/** One target with its indicator and the version in force on the date asked about. */
export const Target = z.object({
  id: z.uuid(),
  code: z.string(),
  focusAreaId: z.uuid(),
  focusAreaSlug: z.string(),
  inForce: TargetVersion,
  note: z.string().nullable(),
  /** Before this period the honest answer is "not measured yet". */
  notMeasurableUntil: PeriodCode.nullable(),
  indicator: Indicator,
  ...StatedOrigin,
});
export type Target = z.infer<typeof Target>;

/** A target with all its versions and amendments, newest last. */
export const TargetDetail = Target.extend({
  versions: z.array(TargetVersion),
  amendments: z.array(Amendment),
  sources: z.array(Source),
});
export type TargetDetail = z.infer<typeof TargetDetail>;

const Department = z.object({ id: z.uuid(), slug: z.string(), title: z.string(), provenance: Provenance });

export const OverarchingGoal = z.object({
  slug: z.string(),
  number: z.number().int(),
  title: z.string(),
  ...StatedOrigin,
});
export type OverarchingGoal = z.infer<typeof OverarchingGoal>;

const Driver = z.object({ slug: z.string(), kind: z.string(), title: z.string(), ...StatedOrigin });

export const FocusArea = z.object({
  id: z.uuid(),
  slug: z.string(),
  number: z.number().int(),
  title: z.string(),
  goalSlugs: z.array(z.string()),
  goalsProvenance: Provenance,
  department: Department,
  longTermAim: z.object({ text: z.string(), ...StatedOrigin }),
  targets: z.array(Target),
  ...StatedOrigin,
});
export type FocusArea = z.infer<typeof FocusArea>;

const ClimateGoal = z.object({
  year: z.number().int(),
  text: z.string(),
  baseYear: z.number().int().nullable(),
  reduction: z.number().nullable(),
  ...StatedOrigin,
});

const VerdictLabel = z.object({ code: z.string(), label: z.string(), provenance: Provenance });

/** The whole plan as it stands on one date. */
export const Plan = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  /** BCP 47: the language of the plan's texts and of what is written about it. */
  language: z.string(),
  organisation: z.string(),
  contact: z.string(),
  decidedBy: z.string(),
  start: PlainDate,
  end: PlainDate,
  cadence: Cadence,
  goals: z.array(OverarchingGoal),
  drivers: z.array(Driver),
  departments: z.array(Department),
  focusAreas: z.array(FocusArea),
  amendments: z.array(Amendment),
  climateGoals: z.array(ClimateGoal),
  verdictScale: z.array(VerdictLabel),
  sources: z.array(Source),
  ...StatedOrigin,
});
export type Plan = z.infer<typeof Plan>;
