import { Indicator, TargetVersion } from '@malspar/plan-model';
import { boundedText, PeriodCode, PlainDate, Provenance, requiredText, Sha256 } from '@malspar/shared-model';
import * as z from 'zod';
import {
  FiredCheck,
  COMMENT_MAX,
  EarlierEntry,
  EntryContent,
  EntryPart,
  REASON_MAX,
  REMARK_MAX,
  SeriesPoint,
  VerdictContent,
} from './entry.js';
import { Assessment, ReportState, TransitionName, TransitionPlace, Verdict } from './states.js';
import { RevisionYear, YearAssessment, YearContent } from './year-part.js';

const Instant = z.iso.datetime();

/**
 * A reporting period: opens, is due, closes. A draft after `dueOn` is overdue, not locked. Its ETag is `"<version>"`.
 */
export const ReportingPeriod = z.object({
  id: z.uuid(),
  code: PeriodCode,
  start: PlainDate,
  end: PlainDate,
  opensOn: PlainDate,
  dueOn: PlainDate,
  version: z.number().int(),
  state: z.enum(['upcoming', 'open', 'closed']),
  /** Whole days until the due date, today's date counted where the authority is; negative when overdue. */
  daysLeft: z.number().int(),
});
export type ReportingPeriod = z.infer<typeof ReportingPeriod>;

/** One transition that this person may take now, or why not. Absent transitions are none of their business. */
export const AvailableTransition = z.object({
  name: TransitionName,
  /** The page that offers it. */
  place: TransitionPlace.nullable(),
  enabled: z.boolean(),
  /** A stable code for why it is disabled, e.g. `four_eyes_writer`; null when enabled. */
  reason: z.string().nullable(),
  demandsReason: z.boolean(),
  demandsRevisionHash: z.boolean(),
  /** Whether comments may go with it. */
  takesComments: z.boolean(),
});
export type AvailableTransition = z.infer<typeof AvailableTransition>;

/** A comment pinned to a field of an entry, or to the verdict, of one revision. */
export const ReportComment = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  targetCode: z.string().nullable(),
  field: z.string(),
  text: z.string(),
  suggestion: z.string().nullable(),
  author: z.string(),
  createdAt: Instant,
  /** False where the report went on: such a comment may be replied to, and stands in nobody's way. */
  needsReply: z.boolean(),
  reply: z.string().nullable(),
  repliedBy: z.string().nullable(),
  repliedAt: Instant.nullable(),
});
export type ReportComment = z.infer<typeof ReportComment>;

/** One entry as the form shows it: the target in force, what is written, last entry and value beside. */
export const Entry = z.object({
  targetCode: z.string(),
  version: z.number().int(),
  target: TargetVersion,
  note: z.string().nullable(),
  provenance: Provenance,
  indicator: Indicator,
  /** The periods for which a value is due in this report; empty when the indicator is not due. */
  duePeriods: z.array(PeriodCode),
  notMeasurableUntil: PeriodCode.nullable(),
  content: EntryContent,
  contentProvenance: Provenance,
  /** The fields of the content that say what an example says, as the draft's fields are named. */
  exampleFields: z.array(z.string()),
  /** Fields of the content whose stored value cannot be read; they are empty in it. */
  unreadable: z.array(z.string()).optional(),
  last: EarlierEntry.nullable(),
  series: z.array(SeriesPoint),
  updatedAt: Instant.nullable(),
  updatedBy: z.string().nullable(),
  /** Whether it was last written by the one who asks. */
  updatedByYourself: z.boolean(),
});
export type Entry = z.infer<typeof Entry>;

/** A submitted revision: frozen, named by the hash of its canonical JSON. */
export const RevisionSummary = z.object({
  number: z.number().int(),
  sha256: Sha256,
  submittedBy: z.string(),
  submittedAt: Instant,
});
export type RevisionSummary = z.infer<typeof RevisionSummary>;

/** Why a report came back to its owner. */
export const SentBack = z.object({ reason: z.string(), who: z.string(), at: Instant });
export type SentBack = z.infer<typeof SentBack>;

/** Why a published report is being written anew; `revision` is the one that stands published meanwhile. */
export const UnderCorrection = SentBack.extend({ revision: z.number().int() });
export type UnderCorrection = z.infer<typeof UnderCorrection>;

/** A report in a list. */
export const ReportSummary = z.object({
  id: z.uuid(),
  period: PeriodCode,
  focusArea: z.object({ id: z.uuid(), slug: z.string(), number: z.number().int(), title: z.string() }),
  state: ReportState,
  stateSince: Instant,
  dueOn: PlainDate,
  daysLeft: z.number().int(),
  overdue: z.boolean(),
  /** How many of the entries have an assessment, of how many. */
  entriesDone: z.number().int(),
  entriesTotal: z.number().int(),
  commentsLackingReply: z.number().int(),
  /** The latest return, until the report is submitted again; null for others than those who take part in the work. */
  sentBack: SentBack.nullable(),
  /** The correction it is part of, from draft until it is published anew; null for others than those who take part. */
  correction: UnderCorrection.nullable(),
  verdict: Verdict.nullable(),
  verdictProvenance: Provenance,
  /** Names of those whose turn it is. */
  holders: z.array(z.string()),
  /** What waits for the person who asks: the transition to take or the work to do; null when nothing. */
  waitsForMe: z.enum(['write', 'reply', ...TransitionName.options]).nullable(),
  available: z.array(AvailableTransition),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

/** What the report of a year's last period says of the whole year, with the year before beside it. */
export const ReportYear = z.object({
  /** The year. */
  period: PeriodCode,
  version: z.number().int(),
  content: YearContent,
  verdictProvenance: Provenance,
  /** Of the assessments, by target code. */
  provenances: z.record(z.string(), Provenance),
  exampleFields: z.array(z.string()),
  /** The year before; null where nothing was said of it. */
  last: RevisionYear.nullable(),
  updatedAt: Instant.nullable(),
  updatedBy: z.string().nullable(),
  /** Whether the last writer is the one who asks. */
  updatedByYourself: z.boolean(),
});
export type ReportYear = z.infer<typeof ReportYear>;

/** A whole report; each entry, the verdict and the year part has a version of its own. */
export const Report = ReportSummary.extend({
  version: z.number().int(),
  planTitle: z.string(),
  department: z.string(),
  /** Roles and units that have answered for measures before, the area's own first; only for those who may write. */
  responsibles: z.array(z.string()),
  canWrite: z.boolean(),
  entries: z.array(Entry),
  verdictContent: VerdictContent,
  verdictExampleFields: z.array(z.string()),
  verdictVersion: z.number().int(),
  verdictUpdatedAt: Instant.nullable(),
  verdictUpdatedBy: z.string().nullable(),
  /** Whether the verdict was last written by the one who asks. */
  verdictUpdatedByYourself: z.boolean(),
  lastVerdict: z
    .object({
      period: PeriodCode,
      verdict: Verdict.nullable(),
      explanation: z.string(),
      provenance: Provenance.optional(),
    })
    .nullable(),
  /** Null but in the report of a year's last period. */
  year: ReportYear.nullable(),
  checks: z.array(FiredCheck),
  comments: z.array(ReportComment),
  revision: RevisionSummary.nullable(),
});
export type Report = z.infer<typeof Report>;

/** The response to a draft write: the new versions and the checks as they now stand. */
export const DraftSaved = z.object({
  version: z.number().int(),
  savedAt: Instant,
  reportVersion: z.number().int(),
  checks: z.array(FiredCheck),
  /** The fields whose former wording is now among the earlier ones. */
  keptWordings: z.array(z.string()),
});
export type DraftSaved = z.infer<typeof DraftSaved>;

/** What 412 carries: the entry, verdict or year part as it stands on the server, and who wrote it. */
export const DraftConflict = z.object({
  version: z.number().int(),
  content: z.union([EntryContent, VerdictContent, YearContent]),
  updatedAt: Instant.nullable(),
  updatedBy: z.string().nullable(),
  /** Whether it is the one who asks who wrote it, in another tab or on another machine. */
  byYourself: z.boolean(),
});
export type DraftConflict = z.infer<typeof DraftConflict>;

export const NewComment = z.strictObject({
  targetCode: boundedText(20).nullable(),
  field: boundedText(120),
  text: requiredText(REMARK_MAX),
  suggestion: boundedText(COMMENT_MAX).nullable().default(null),
});
export type NewComment = z.infer<typeof NewComment>;

/** The body of a transition. Which of the optional fields are demanded is in the workflow's table. */
export const TransitionRequest = z.strictObject({
  transition: TransitionName,
  revisionHash: Sha256.optional(),
  reason: requiredText(REASON_MAX).optional(),
  comments: z.array(NewComment).max(100).optional(),
});
export type TransitionRequest = z.infer<typeof TransitionRequest>;

/** The receipt of a transition. */
export const TransitionReceipt = z.object({
  reference: z.string(),
  transition: TransitionName,
  from: ReportState,
  to: ReportState,
  at: Instant,
  revision: RevisionSummary.nullable(),
  /** Who acts next, by name. */
  next: z.array(z.string()),
});
export type TransitionReceipt = z.infer<typeof TransitionReceipt>;

export const CommentReply = z.strictObject({ reply: requiredText(REMARK_MAX) });

/** One line of a report's history. */
export const TimelineItem = z.object({
  at: Instant,
  who: z.string(),
  kind: z.enum([
    'opened',
    'transition',
    'comment',
    'reply',
    'imported',
    'due_moved',
    'period_closed',
    'period_reopened',
  ]),
  transition: TransitionName.nullable(),
  from: ReportState.nullable(),
  to: ReportState.nullable(),
  reason: z.string().nullable(),
  revision: z.number().int().nullable(),
  targetCode: z.string().nullable(),
  text: z.string().nullable(),
  /** The due date that the period was given, or moved to. */
  dueOn: PlainDate.nullable(),
});
export type TimelineItem = z.infer<typeof TimelineItem>;

/** One changed field between two states of a report. Words are marked by the reader from `before` and `after`. */
export const FieldChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export type FieldChange = z.infer<typeof FieldChange>;

export const EntryDiff = z.object({
  /** Null for the verdict. */
  targetCode: z.string().nullable(),
  title: z.string(),
  changes: z.array(FieldChange),
  /** Larger is more; only the order means anything. */
  weight: z.number(),
});
export type EntryDiff = z.infer<typeof EntryDiff>;

/** A report against the last approved period, or against an earlier revision; largest change first. */
export const ReportDiff = z.object({
  against: z.object({ kind: z.enum(['period', 'revision']), label: z.string() }).nullable(),
  entries: z.array(EntryDiff),
  unchanged: z.array(z.string()),
});
export type ReportDiff = z.infer<typeof ReportDiff>;

/** Where a value of an entry comes from. */
export const ValueOrigin = SeriesPoint.pick({ period: true, provenance: true, sourceKey: true });
export type ValueOrigin = z.infer<typeof ValueOrigin>;

/** A revision as frozen: its canonical content. */
export const RevisionContent = z.object({
  plan: z.object({ slug: z.string(), title: z.string() }),
  period: PeriodCode,
  focusArea: z.object({ slug: z.string(), title: z.string() }),
  revision: z.number().int(),
  verdict: VerdictContent,
  verdictProvenance: Provenance,
  /** Absent where it has none, and in revisions that were frozen before it was kept. */
  verdictSourceKey: z.string().optional(),
  entries: z.array(
    z.object({
      targetCode: z.string(),
      target: TargetVersion,
      indicator: Indicator,
      content: EntryContent,
      provenance: Provenance,
      /** Absent in revisions that were frozen before a report under correction was read from them. */
      valueOrigins: z.array(ValueOrigin).optional(),
    }),
  ),
  /** Only in a year's last period. Absent in revisions that were frozen before years were judged by themselves. */
  year: RevisionYear.optional(),
});
export type RevisionContent = z.infer<typeof RevisionContent>;

export const Revision = RevisionSummary.extend({ content: RevisionContent });
export type Revision = z.infer<typeof Revision>;

/** One earlier entry on a target's page. */
export const TargetEntry = EarlierEntry.extend({
  reportId: z.uuid(),
  state: ReportState,
  /** The target as it read then. */
  target: TargetVersion,
  parts: z.array(EntryPart),
});
export type TargetEntry = z.infer<typeof TargetEntry>;

/** What was said of a target over a whole year. */
export const TargetYear = YearAssessment.omit({ targetCode: true }).extend({
  period: PeriodCode,
  provenance: Provenance,
  reportId: z.uuid(),
});
export type TargetYear = z.infer<typeof TargetYear>;

/** A target's values and entries over time, from approved and published reports. */
export const TargetResults = z.object({
  code: z.string(),
  series: z.array(SeriesPoint),
  entries: z.array(TargetEntry),
  /** Its assessments of whole years, oldest first. */
  years: z.array(TargetYear),
  /** Where one should be today on a straight line from baseline to target; a number as decimal text. */
  expectedToday: z.string().nullable(),
});
export type TargetResults = z.infer<typeof TargetResults>;

/** The values of an area's targets over time, from approved and published reports. */
export const AreaResults = z.object({
  targets: z.array(z.object({ code: z.string(), series: z.array(SeriesPoint) })),
});
export type AreaResults = z.infer<typeof AreaResults>;

/** The latest approved entry of each target, and every verdict, of periods and of whole years, of one plan. */
export const PlanResults = z.object({
  periods: z.array(PeriodCode),
  verdicts: z.array(
    z.object({
      focusAreaSlug: z.string(),
      period: PeriodCode,
      verdict: Verdict.nullable(),
      explanation: z.string(),
      provenance: Provenance,
      reportId: z.uuid(),
    }),
  ),
  latest: z.array(
    z.object({
      targetCode: z.string(),
      period: PeriodCode,
      assessment: Assessment.nullable(),
      value: SeriesPoint.nullable(),
      comment: z.string(),
      provenance: Provenance,
    }),
  ),
});
export type PlanResults = z.infer<typeof PlanResults>;
