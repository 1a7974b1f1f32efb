import { IndicatorDirection, StatedMeaning, StatedOrigin } from '@malspar/plan-model';
import { Assessment, SoftCheckCode, Verdict } from '@malspar/reporting-model';
import { BothLanguages, Cadence, Decimal, PeriodCode, PlainDate, Provenance, Sha256 } from '@malspar/shared-model';
import * as z from 'zod';

/**
 * Of a sentence that is made of several things: `illustrative` as soon as one of them is. Absent in versions that were
 * published before sentences had an origin of their own.
 */
const sentenceOrigin = Provenance.nullable().optional();
/** Better, worse or the same as a year before; `unclear` where the two cannot be compared. */
export const Turn = z.enum(['better', 'worse', 'same', 'unclear']);
export type Turn = z.infer<typeof Turn>;

const PublishedMeasure = z.strictObject({
  text: z.string(),
  responsible: z.string(),
  dueOn: PlainDate.nullable(),
});
type PublishedMeasure = z.infer<typeof PublishedMeasure>;

export const PublishedPoint = z.strictObject({
  period: PeriodCode,
  value: Decimal.nullable(),
  provisional: z.boolean(),
  ...StatedOrigin,
});
export type PublishedPoint = z.infer<typeof PublishedPoint>;

const PublishedValue = z.strictObject({ period: PeriodCode, value: Decimal.nullable(), provenance: Provenance });

/** What was said of one target in one period. */
export const PublishedEntry = z.strictObject({
  period: PeriodCode,
  assessment: Assessment.nullable(),
  values: z.array(PublishedValue),
  noValueReason: z.string(),
  parts: z.array(z.strictObject({ label: z.string(), value: Decimal })),
  comment: z.string(),
  measure: PublishedMeasure.nullable(),
  /**
   * The owner's explanations of what the checks asked about: they are for the reviewer alone. Only in versions that were
   * published before that was settled, and shown nowhere but on such a version's own page.
   */
  explanations: z.array(z.strictObject({ check: SoftCheckCode, text: z.string() })).optional(),
  provenance: Provenance,
});
export type PublishedEntry = z.infer<typeof PublishedEntry>;

export const PublishedIndicator = z.strictObject({
  kind: z.enum(['numeric', 'milestone']),
  name: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  cadence: Cadence,
  direction: IndicatorDirection,
  /** Absent in versions that were published before plans stated it. */
  ...StatedMeaning,
  method: z.string().nullable(),
  breakdown: z.string().nullable(),
  baselineYear: z.number().int().nullable(),
  baseline: Decimal.nullable(),
  baselineProvenance: Provenance.nullable(),
  /** As they stood when the period ended. */
  milestones: z.array(z.strictObject({ title: z.string(), due: PeriodCode, done: PeriodCode.nullable() })),
  ...StatedOrigin,
});
export type PublishedIndicator = z.infer<typeof PublishedIndicator>;

/** One target as it read when the period ended, with its figures and what was said of it. */
export const PublishedTarget = z.strictObject({
  code: z.string(),
  title: z.string(),
  validFrom: PlainDate,
  targetYear: z.number().int(),
  targetValue: Decimal.nullable(),
  targetValueProvenance: Provenance.nullable(),
  note: z.string().nullable(),
  notMeasurableUntil: PeriodCode.nullable(),
  indicator: PublishedIndicator,
  /**
   * What was said of the publication's own period. In a year's, its `period` is the year: an assessment of the whole year,
   * or none. (Yearly versions from before years were judged by themselves have the year's last answer here.)
   */
  answer: PublishedEntry,
  /** What was said in each period of a year, oldest first; empty for a single period. */
  earlierAnswers: z.array(PublishedEntry),
  /** What was said of the whole year in the report of its last period; absent in every other publication. */
  year: z
    .strictObject({
      period: PeriodCode,
      assessment: Assessment.nullable(),
      comment: z.string(),
      provenance: Provenance,
    })
    .optional(),
  /** Every figure up to the period, oldest first. */
  series: z.array(PublishedPoint),
  /** What the figures say, in words. */
  caption: BothLanguages,
  captionProvenance: sentenceOrigin,
  ...StatedOrigin,
});
export type PublishedTarget = z.infer<typeof PublishedTarget>;

const PublishedVerdict = z.strictObject({
  period: PeriodCode,
  verdict: Verdict.nullable(),
  explanation: z.string(),
  provenance: Provenance,
});

export const PublishedArea = z.strictObject({
  slug: z.string(),
  number: z.number().int(),
  title: z.string(),
  aim: z.strictObject({ text: z.string(), ...StatedOrigin }),
  goals: z.array(z.string()),
  department: z.strictObject({ title: z.string(), provenance: Provenance }),
  /** What the verdict is for: the publication's period. (In yearly versions from before years were judged: its last one.) */
  reportedFor: PeriodCode,
  verdict: Verdict.nullable(),
  verdictExplanation: z.string(),
  verdictProvenance: Provenance,
  /** The verdicts of each period of a year with their explanations. */
  earlierVerdicts: z.array(PublishedVerdict),
  /** The whole year's verdict, from the report of its last period; absent in every other publication. */
  year: PublishedVerdict.optional(),
  /** Every verdict up to and with the period, oldest first, for the view over time; those of years have a year as period. */
  verdicts: z.array(z.strictObject({ period: PeriodCode, verdict: Verdict.nullable(), provenance: Provenance })),
  targets: z.array(PublishedTarget),
  ...StatedOrigin,
});
export type PublishedArea = z.infer<typeof PublishedArea>;

/** A report that is not there, and why. */
export const PublishedGap = z.strictObject({
  areaSlug: z.string(),
  areaTitle: z.string(),
  period: PeriodCode,
  reason: z.string(),
});
export type PublishedGap = z.infer<typeof PublishedGap>;

const AreaComparison = z.strictObject({
  slug: z.string(),
  before: Verdict.nullable(),
  after: Verdict.nullable(),
  turn: Turn,
  sentence: BothLanguages,
  sentenceProvenance: sentenceOrigin,
  targets: z.array(
    z.strictObject({
      code: z.string(),
      assessment: z.strictObject({
        before: Assessment.nullable(),
        after: Assessment.nullable(),
        turn: Turn,
        /** Of the one before; absent where there was none, and in versions that were published before it was kept. */
        beforeProvenance: Provenance.optional(),
      }),
      value: z
        .strictObject({
          beforePeriod: PeriodCode,
          before: Decimal,
          afterPeriod: PeriodCode,
          after: Decimal,
          /** Towards the target or away from it. */
          turn: Turn,
        })
        .nullable(),
      sentence: BothLanguages,
      sentenceProvenance: sentenceOrigin,
    }),
  ),
});

/** What went better or worse than a year before. */
export const PublishedComparison = z.strictObject({
  with: z.strictObject({ period: PeriodCode, version: z.number().int() }),
  summary: BothLanguages,
  summaryProvenance: sentenceOrigin,
  areas: z.array(AreaComparison),
});
export type PublishedComparison = z.infer<typeof PublishedComparison>;

/** The name of the kind, stored with its publications. */
export const ENVIRONMENTAL_REPORT = 'environmental-report';

/**
 * One published version, whole: page, PDF, workbook, CSV and open data are all made from this and nothing else. Numbers
 * are decimal texts with the indicator's decimals. Dates that people read are written out here once.
 */
export const PublishedReport = z.strictObject({
  schemaVersion: z.literal(1),
  slug: z.string(),
  title: BothLanguages,
  kind: z.enum(['period', 'year']),
  period: PeriodCode,
  periodText: BothLanguages,
  start: PlainDate,
  end: PlainDate,
  version: z.number().int().min(1),
  correction: z.strictObject({ reason: z.string(), date: PlainDate, ofVersion: z.number().int().min(1) }).nullable(),
  publishedAt: z.iso.datetime(),
  publishedOn: z.strictObject({ date: PlainDate, ...BothLanguages.shape }),
  plan: z.strictObject({
    slug: z.string(),
    title: z.string(),
    /** BCP 47. Absent in versions that were published before plans stated it: Swedish. */
    language: z.string().optional(),
    organisation: z.string(),
    contact: z.string(),
    decidedBy: z.string(),
    start: PlainDate,
    end: PlainDate,
    ...StatedOrigin,
  }),
  foreword: z.string(),
  goals: z.array(z.strictObject({ slug: z.string(), number: z.number().int(), title: z.string(), ...StatedOrigin })),
  /** What the plan is built on. Absent in versions that were published before drivers were. */
  drivers: z
    .array(z.strictObject({ slug: z.string(), kind: z.string(), title: z.string(), ...StatedOrigin }))
    .optional(),
  climateGoals: z.array(z.strictObject({ year: z.number().int(), text: z.string(), ...StatedOrigin })),
  verdictScale: z.array(z.strictObject({ code: Verdict, label: BothLanguages })),
  /** The slugs of the areas in the order they are shown. */
  order: z.array(z.string()),
  areas: z.array(PublishedArea),
  gaps: z.array(PublishedGap),
  amendments: z.array(
    z.strictObject({
      date: z.string(),
      validFrom: PlainDate,
      targetCode: z.string().nullable(),
      text: z.string(),
      decisionReference: z.string().nullable(),
      ...StatedOrigin,
    }),
  ),
  sources: z.array(z.strictObject({ key: z.string(), title: z.string(), url: z.string() })),
  comparison: PublishedComparison.nullable(),
  /** The frozen revisions that it was made of. */
  reports: z.array(
    z.strictObject({
      areaSlug: z.string(),
      period: PeriodCode,
      revision: z.number().int(),
      sha256: Sha256,
      approvedOn: PlainDate.nullable(),
    }),
  ),
  /** Whether anything in it is an example made for demonstration. */
  illustrative: z.boolean(),
  /** The newest link of the audit chain when it was composed. */
  auditHead: Sha256,
});
export type PublishedReport = z.infer<typeof PublishedReport>;

/** The report as every page and answer but its own takes from it: without what was meant for the reviewer alone. */
export const forReaders = (report: PublishedReport): PublishedReport => ({
  ...report,
  areas: report.areas.map((area) => ({
    ...area,
    targets: area.targets.map((target) => ({
      ...target,
      answer: withoutExplanations(target.answer),
      earlierAnswers: target.earlierAnswers.map(withoutExplanations),
    })),
  })),
});

function withoutExplanations(entry: PublishedEntry): PublishedEntry {
  const rest = { ...entry };
  delete rest.explanations;
  return rest;
}
