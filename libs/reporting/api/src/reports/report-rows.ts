import { ActingPersonRow } from '@malspar/identity-api';
import {
  Assessment,
  FieldMark,
  ReportState,
  RevisionContent,
  SentBack,
  UnderCorrection,
  Verdict,
} from '@malspar/reporting-model';
import { type TransitionActor, momentInJson } from '@malspar/shared-api';
import { Provenance } from '@malspar/shared-model';
import * as z from 'zod';

const marks = z.record(z.string(), FieldMark);

export const StoredValue = z.object({
  period: z.string(),
  value: z.string(),
  provenance: Provenance,
  sourceKey: z.string().nullable(),
});

/** An entry with its values, oldest first. */
const EntryRow = z.object({
  id: z.string(),
  reportId: z.string(),
  targetId: z.string(),
  targetCode: z.string(),
  position: z.number(),
  assessment: Assessment.nullable(),
  noValueReason: z.string(),
  comment: z.string(),
  // What cannot be read of these is left out and told by its name, and the rest stands: `readableContent` checks them.
  ...{ measure: z.unknown(), parts: z.unknown(), milestones: z.unknown(), explanations: z.unknown() },
  provenance: Provenance,
  written: marks,
  yearAssessment: Assessment.nullable(),
  yearComment: z.string(),
  yearProvenance: Provenance,
  version: z.number(),
  updatedAt: z.date().nullable(),
  updatedBy: z.string().nullable(),
  updatedByName: z.string().nullable(),
  values: z.array(StoredValue),
});
export type EntryRow = z.infer<typeof EntryRow>;

/** An entry of a report's approved word, with whose it is. */
export const ApprovedEntryRow = EntryRow.extend({
  period: z.string(),
  endsOn: z.string(),
  focusAreaId: z.string(),
  state: ReportState,
  verdict: Verdict.nullable(),
  verdictExplanation: z.string(),
  verdictProvenance: Provenance,
  yearVerdict: Verdict.nullable(),
  yearExplanation: z.string(),
  yearVerdictProvenance: Provenance,
});
export type ApprovedEntryRow = z.infer<typeof ApprovedEntryRow>;

/** What somebody has said of a report, and the reply. */
export const CommentRow = z.object({
  id: z.string(),
  reportId: z.string(),
  revision: z.number(),
  position: z.number(),
  targetCode: z.string().nullable(),
  field: z.string(),
  text: z.string(),
  suggestion: z.string().nullable(),
  authorId: z.string(),
  authorName: z.string(),
  createdAt: z.date(),
  needsReply: z.boolean(),
  reply: z.string().nullable(),
  repliedBy: z.string().nullable(),
  repliedByName: z.string().nullable(),
  repliedAt: z.date().nullable(),
});
export type CommentRow = z.infer<typeof CommentRow>;

const CommentJson = CommentRow.extend({ createdAt: momentInJson, repliedAt: momentInJson.nullable() });

/** What is written in a report, in the plan's order, and said about it, oldest first. */
export const Writing = z.object({
  entries: z.array(EntryRow.extend({ updatedAt: momentInJson.nullable() })),
  comments: z.array(CommentJson),
});
export type Writing = z.infer<typeof Writing>;

/** The revision that was published last of a report that is being corrected. */
const PublishedFace = z.object({
  number: z.number(),
  sha256: z.string(),
  submittedBy: z.string().nullable(),
  submittedByName: z.string(),
  submittedAt: z.string(),
  publishedAt: z.string(),
  content: RevisionContent,
});

/** A report's own row with its period's, and whose its area is; dates are plain dates. */
export const ReportRow = z.object({
  id: z.string(),
  periodId: z.string(),
  focusAreaId: z.string(),
  state: ReportState,
  stateSince: z.date(),
  version: z.number(),
  verdict: Verdict.nullable(),
  verdictExplanation: z.string(),
  verdictProvenance: Provenance,
  verdictSourceKey: z.string().nullable(),
  verdictVersion: z.number(),
  verdictWritten: marks,
  verdictUpdatedAt: z.date().nullable(),
  verdictUpdatedBy: z.string().nullable(),
  verdictUpdatedByName: z.string().nullable(),
  yearVerdict: Verdict.nullable(),
  yearExplanation: z.string(),
  yearProvenance: Provenance,
  yearSourceKey: z.string().nullable(),
  yearVersion: z.number(),
  yearUpdatedAt: z.date().nullable(),
  yearUpdatedBy: z.string().nullable(),
  yearUpdatedByName: z.string().nullable(),
  revision: z.number(),
  revisionSha256: z.string().nullable(),
  submittedBy: z.string().nullable(),
  submittedByName: z.string().nullable(),
  submittedAt: z.date().nullable(),
  endorsedBy: z.string().nullable(),
  revisionWriters: z.array(z.string()),
  transitions: z.number(),
  importedAt: z.date().nullable(),
  createdAt: z.date(),
  departmentId: z.string(),
  areaNumber: z.number(),
  planId: z.string(),
  period: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  opensOn: z.string(),
  dueOn: z.string(),
  closedAt: z.date().nullable(),
  /** Number of the revision that was published last; null where none was. */
  publishedRevision: z.number().nullable(),
  /** Number of the newest revision that there is; another than the report's own once a correction was taken back. */
  newestRevision: z.number(),
  /** That revision, while the report is being corrected; null where its own rows are its approved word, or none is. */
  published: PublishedFace.nullable(),
  /** Undefined where it has not been read; null for those who see the published revision of a report under correction. */
  writing: Writing.nullable().optional(),
});
export type ReportRow = z.infer<typeof ReportRow>;

const instantInJson = z.string().transform((text) => new Date(text).toISOString());

/** With what is read beside the report's own row for a list. */
export const CountedReportRow = ReportRow.extend({
  entriesDone: z.number(),
  entriesTotal: z.number(),
  commentsLackingReply: z.number(),
  /** Null in every other state than returned; the state tells when. */
  sentBack: SentBack.pick({ reason: true, who: true }).nullable(),
  /** Null unless it has been published and is not now. */
  correction: UnderCorrection.extend({ at: instantInJson }).nullable(),
  // A list has it for some of its rows alone.
  writing: Writing.nullable().transform((writing) => writing ?? undefined),
});
export type CountedReportRow = ReportRow & Omit<z.infer<typeof CountedReportRow>, 'writing'>;
export type ReportCounts = Pick<
  CountedReportRow,
  'entriesDone' | 'entriesTotal' | 'commentsLackingReply' | 'sentBack' | 'correction'
>;

/** A report by itself, with those who can act on it: for its area, its department, or as coordinators. */
export const FoundReportRow = CountedReportRow.extend({ acting: z.array(ActingPersonRow) });
export type FoundReportRow = CountedReportRow & Pick<z.infer<typeof FoundReportRow>, 'acting'>;

/** Who writes, and when. */
export type Writer = TransitionActor;

/** The versions after a save: of what was saved, and of the whole report. */
export const SavedVersions = z.object({ version: z.number(), reportVersion: z.number() });
export type SavedVersions = z.infer<typeof SavedVersions>;
