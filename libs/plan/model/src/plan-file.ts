import {
  boundedText,
  Cadence,
  Covers,
  LanguageTag,
  PeriodCode,
  PlainDate,
  QuantityKind,
  requiredText,
  UNSTATED_LANGUAGE,
  YearFrom,
} from '@malspar/shared-model';
import * as z from 'zod';
import { ImpreciseDate } from './imprecise-date.js';

const FileProvenance = z.enum(['verified', 'illustrative']);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-slug' })
  .max(80);
const title = requiredText(300);
const text = requiredText(2000);
// A word or two beside a number: a unit, a kind.
const word = boundedText(60);
const number = z.number().finite();
// Which years are reasonable, and within the plan, is checked over the whole file.
const year = z.number().int();
const orderNumber = z.number().int().min(1).max(999);
const provenance = { provenance: FileProvenance.optional(), source: z.string().optional() };

const Point = z.strictObject({ period: PeriodCode, value: number, ...provenance });

const Milestone = z.strictObject({
  title,
  due: PeriodCode,
  done: PeriodCode.nullable(),
});

const indicatorCommon = {
  name: title,
  unit: word,
  decimals: z.number().int().min(0).max(6).default(0),
  cadence: Cadence,
  method: text.optional(),
  series: z.array(Point).default([]),
  ...provenance,
};

const NumericIndicator = z.strictObject({
  kind: z.literal('numeric'),
  direction: z.enum(['decrease', 'increase', 'reach']),
  baselineYear: year,
  baseline: number,
  baselineProvenance: FileProvenance.optional(),
  baselineSource: z.string().optional(),
  target: number,
  targetProvenance: FileProvenance.optional(),
  targetSource: z.string().optional(),
  covers: Covers.optional(),
  yearFrom: YearFrom.optional(),
  yearWeights: z.array(number.min(0)).min(3).max(4).optional(),
  quantityKind: QuantityKind.optional(),
  min: number.optional(),
  max: number.optional(),
  breakdown: word.optional(),
  ...indicatorCommon,
});

const MilestoneIndicator = z.strictObject({
  kind: z.literal('milestone'),
  direction: z.literal('reach'),
  milestones: z.array(Milestone).min(1),
  ...indicatorCommon,
});

// Numeric unless it says otherwise; said here, so that a fault is reported at its own field and not as "neither kind".
const withKind = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, 'kind')
    ? { ...value, kind: 'numeric' }
    : value;

const FileIndicator = z.preprocess(withKind, z.discriminatedUnion('kind', [MilestoneIndicator, NumericIndicator]));

const FileTarget = z.strictObject({
  code: z.string().regex(/^[A-ZÅÄÖ]{1,4}\d{1,3}[a-z]?$/, { error: 'not-a-target-code' }),
  title,
  note: text.optional(),
  notMeasurableUntil: PeriodCode.optional(),
  indicator: FileIndicator,
  ...provenance,
});

const FileFocusArea = z.strictObject({
  slug,
  number: orderNumber,
  title,
  goals: z.array(slug).min(1),
  goalsProvenance: FileProvenance.optional(),
  department: slug,
  longTermAim: z.strictObject({ text, ...provenance }),
  targets: z.array(FileTarget).min(1),
  ...provenance,
});

const FileAmendment = z.strictObject({
  date: ImpreciseDate,
  text,
  decisionReference: requiredText(120).optional(),
  /** What the amendment changed in the plan itself: the plan's last day before and after. */
  planEnd: z.strictObject({ from: PlainDate, to: PlainDate }).optional(),
  ...provenance,
});

/** One plan as a data file, before the references in it have been checked; see `readPlanFile`. */
export const PlanFile = z.strictObject({
  $comment: z.string().optional(),
  /** Whether words, assessments and publications may be made up around the plan, for a demonstration. */
  demo: z.boolean().default(false),
  sources: z.record(z.string(), z.strictObject({ title, url: z.url({ protocol: /^https?$/ }) })).default({}),
  plan: z.strictObject({
    slug,
    title,
    /** Of every text in the file, and of what is written about the plan. */
    language: LanguageTag.default(UNSTATED_LANGUAGE),
    organisation: title,
    contact: z.email(),
    decidedBy: title,
    start: PlainDate,
    end: PlainDate,
    reporting: z.strictObject({ cadence: Cadence, openPeriod: PeriodCode, note: text.optional() }),
    amendments: z.array(FileAmendment).default([]),
    ...provenance,
  }),
  overarchingGoals: z.array(z.strictObject({ slug, number: orderNumber, title, ...provenance })).min(1),
  drivers: z.array(z.strictObject({ slug, kind: word, title, ...provenance })).default([]),
  departments: z.array(z.strictObject({ slug, title, ...provenance })).min(1),
  focusAreas: z.array(FileFocusArea).min(1),
  verdicts: z
    .strictObject({
      scale: z.array(
        z.strictObject({ code: z.enum(['fully', 'largely', 'partly', 'not']), label: title, ...provenance }),
      ),
      known: z
        .array(
          z.strictObject({
            year,
            byFocusArea: z.record(z.string(), z.enum(['fully', 'largely', 'partly', 'not'])),
            ...provenance,
          }),
        )
        .default([]),
    })
    .optional(),
  climateGoals: z
    .array(
      z.strictObject({
        year,
        text,
        baseYear: year.optional(),
        reduction: z.number().min(0).max(1).optional(),
        ...provenance,
      }),
    )
    .default([]),
});
export type PlanFile = z.output<typeof PlanFile>;
type FileTarget = z.output<typeof FileTarget>;
