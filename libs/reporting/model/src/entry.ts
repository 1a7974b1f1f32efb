import {
  boundedText,
  canonicalDecimal,
  cleanLine,
  Decimal,
  PeriodCode,
  PlainDate,
  Provenance,
  requiredText,
} from '@malspar/shared-model';
import * as z from 'zod';
import { Assessment, Verdict } from './states.js';

export const COMMENT_MAX = 4000;
export const EXPLANATION_MAX = 2000;
/** Of why a transition or an act on a period is taken. */
export const REASON_MAX = 2000;
export const REMARK_MAX = 2000;
export const PART_LABEL_MAX = 120;

/** What is done where a target is in doubt: what, by whom, by when. */
const Measure = z.strictObject({
  text: boundedText(1000),
  responsible: boundedText(120),
  dueOn: PlainDate.nullable(),
});
type Measure = z.infer<typeof Measure>;

/** One value, for one period of the indicator's own cadence; null is not given yet. */
export const EntryValue = z.strictObject({ period: PeriodCode, value: Decimal.nullable() });
export type EntryValue = z.infer<typeof EntryValue>;

/** A part of a value where the indicator is reported in parts, for instance by department. */
export const EntryPart = z.strictObject({ label: requiredText(PART_LABEL_MAX), value: Decimal });
export type EntryPart = z.infer<typeof EntryPart>;

/** The milestones that have been passed, by their place in the indicator's list, and in which period. */
const MilestoneDone = z.strictObject({ index: z.number().int().min(0), done: PeriodCode.nullable() });

/** The soft checks of an entry; each asks for an explanation that follows the number to the reviewer. */
export const SoftCheckCode = z.enum([
  'factor_of_ten',
  'outside_series',
  'fell_to_zero',
  'outside_unit',
  'parts_sum',
  'assessment_contradicts',
  'measure_date',
  'same_text',
]);
export type SoftCheckCode = z.infer<typeof SoftCheckCode>;

/** What an owner writes about one target. Everything may be missing in a draft. */
export const EntryContent = z.strictObject({
  assessment: Assessment.nullable(),
  values: z.array(EntryValue).max(12),
  /** Why there is no value, when there is none. */
  noValueReason: boundedText(1000),
  parts: z.array(EntryPart).max(40),
  milestones: z.array(MilestoneDone).max(40),
  comment: boundedText(COMMENT_MAX),
  measure: Measure.nullable(),
  /** The owner's explanations of soft checks, by check. */
  explanations: z.partialRecord(SoftCheckCode, boundedText(EXPLANATION_MAX)),
});
export type EntryContent = z.infer<typeof EntryContent>;

/** The content with every number written in the one way that numbers are. */
export const withCanonicalNumbers = (content: EntryContent): EntryContent => ({
  ...content,
  values: content.values.map(({ period, value }) => ({ period, value: value && canonicalDecimal(value) })),
  parts: content.parts.map(({ label, value }) => ({ label, value: canonicalDecimal(value) })),
});

/** Two labels with the same key name the same part, whatever their capitals, spaces and forms of letters. */
export const partKey = (label: string): string => cleanLine(label).normalize('NFKC').toLocaleLowerCase('sv');

export const emptyEntryContent: EntryContent = {
  assessment: null,
  values: [],
  noValueReason: '',
  parts: [],
  milestones: [],
  comment: '',
  measure: null,
  explanations: {},
};

/** The area's verdict with its explanation. */
export const VerdictContent = z.strictObject({
  verdict: Verdict.nullable(),
  explanation: boundedText(COMMENT_MAX),
});
export type VerdictContent = z.infer<typeof VerdictContent>;

/** A check that is open or explained. Hard ones stop a submit; soft ones ask for an explanation. */
export const FiredCheck = z.object({
  /** Target code, or null for the area as a whole. */
  targetCode: z.string().nullable(),
  /** The field it is about, as a JSON Pointer into the entry (`/values/0`, `/measure/text`) or the verdict. */
  field: z.string(),
  kind: z.enum(['hard', 'soft']),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** True when a soft check has its explanation. */
  explained: z.boolean(),
});
export type FiredCheck = z.infer<typeof FiredCheck>;

/** What an earlier, approved report said of the same target. */
export const EarlierEntry = z.object({
  period: PeriodCode,
  assessment: Assessment.nullable(),
  values: z.array(EntryValue),
  noValueReason: z.string(),
  comment: z.string(),
  measure: Measure.nullable(),
  provenance: Provenance,
});
export type EarlierEntry = z.infer<typeof EarlierEntry>;

/** A point of an indicator's series, from approved reports. */
export const SeriesPoint = z.object({
  period: PeriodCode,
  value: Decimal.nullable(),
  provisional: z.boolean(),
  provenance: Provenance,
  sourceKey: z.string().nullable(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;
