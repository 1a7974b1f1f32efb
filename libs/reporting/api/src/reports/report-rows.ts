import type { ActingPersonRow } from '@malspar/identity-api';
import type { ReportState, SentBack, UnderCorrection, Verdict } from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import type { EntryEntity } from './entry.entity.js';
import type { PublishedFace } from './published-face.js';
import type { ReportCommentEntity } from './report-comment.entity.js';
import type { ReportEntity } from './report.entity.js';

export interface StoredValue {
  readonly period: string;
  readonly value: string;
  readonly provenance: Provenance;
  readonly sourceKey: string | null;
}

/** An entry with its values, oldest first. */
export interface EntryRow extends EntryEntity {
  readonly values: readonly StoredValue[];
}

/** An entry of a report's approved word, with whose it is. */
export interface ApprovedEntryRow extends EntryRow {
  readonly period: string;
  readonly endsOn: string;
  readonly focusAreaId: string;
  readonly state: ReportState;
  readonly verdict: Verdict | null;
  readonly verdictExplanation: string;
  readonly verdictProvenance: Provenance;
  readonly yearVerdict: Verdict | null;
  readonly yearExplanation: string;
  readonly yearVerdictProvenance: Provenance;
}

/** What is written in a report, in the plan's order, and said about it, oldest first. */
export interface Writing {
  readonly entries: readonly EntryRow[];
  readonly comments: readonly ReportCommentEntity[];
}

/** A report's own row with its period's, and whose its area is; dates are plain dates. */
export interface ReportRow extends ReportEntity {
  readonly departmentId: string;
  readonly areaNumber: number;
  readonly planId: string;
  readonly period: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closedAt: Date | null;
  /** Number of the revision that was published last; null where none was. */
  readonly publishedRevision: number | null;
  /** Number of the newest revision that there is; another than the report's own once a correction was taken back. */
  readonly newestRevision: number;
  /** That revision, while the report is being corrected; null where its own rows are its approved word, or none is. */
  readonly published: PublishedFace | null;
  /** Undefined where it has not been read; null for those who see the published revision of a report under correction. */
  readonly writing?: Writing | null;
}

/** What is read beside the report's own row for a list. */
export interface ReportCounts {
  readonly entriesDone: number;
  readonly entriesTotal: number;
  readonly unansweredComments: number;
  /** Null in every other state than returned; the state tells when. */
  readonly sentBack: Pick<SentBack, 'reason' | 'who'> | null;
  /** Null unless it has been published and is not now. */
  readonly correction: UnderCorrection | null;
}

export type CountedReportRow = ReportRow & ReportCounts;

/** A report by itself, with those who can act on it: for its area, its department, or as coordinators. */
export type FoundReportRow = CountedReportRow & { readonly acting: readonly ActingPersonRow[] };

/** Who writes, and when. */
export interface Writer {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

/** The versions after a save: of what was saved, and of the whole report. */
export interface SavedVersions {
  readonly version: number;
  readonly reportVersion: number;
}
