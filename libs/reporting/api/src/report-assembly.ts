import type { FocusArea, Indicator, Target } from '@malspar/plan-model';
import {
  type AvailableTransition,
  duePeriodsOf,
  type FiredCheck,
  type EarlierAnswer,
  type Entry,
  hasEndedBy,
  isOpen,
  isWritten,
  originAfter,
  type ReadableContent,
  readableContent,
  type Report,
  type ReportComment,
  type ReportFacts,
  type ReportingPeriod,
  type ReportSummary,
  type ReportYear,
  type RevisionSummary,
  type SeriesPoint,
  type UnderCorrection,
  type VerdictContent,
} from '@malspar/reporting-model';
import { daysBetween, Decimal, type PlainDate } from '@malspar/shared-model';
import type { ApprovedEntryRow, EntryRow } from './entry.repository.js';
import type { ReportingPeriodEntity } from './reporting-period.entity.js';
import type { ReportCommentEntity } from './report-comment.entity.js';
import type { ReportCounts, ReportRow } from './report.repository.js';
import { storedEntry } from './stored-answers.js';

/** All that is written in a report and about it, and what earlier reports said, as its pages need it. */
export interface Workings {
  readonly rows: readonly EntryRow[];
  readonly entries: Entry[];
  readonly comments: ReportComment[];
  readonly lastVerdict: Report['lastVerdict'];
  /** What is said of the whole year; null but in a year's last period. */
  readonly year: ReportYear | null;
}

/** Where the period stands on a date; before it opens nothing is written, after it is closed nothing new comes in. */
function periodState(
  period: { readonly opensOn: PlainDate; readonly closedAt: Date | null },
  today: PlainDate,
): ReportingPeriod['state'] {
  if (period.closedAt !== null) return 'closed';
  return today < period.opensOn ? 'upcoming' : 'open';
}

/** The period as it stands today. */
export function periodOf(row: ReportingPeriodEntity, today: PlainDate): ReportingPeriod {
  return {
    id: row.id,
    code: row.code,
    start: row.startsOn,
    end: row.endsOn,
    opensOn: row.opensOn,
    dueOn: row.dueOn,
    version: row.version,
    state: periodState(row, today),
    daysLeft: daysBetween(today, row.dueOn),
  };
}

/** What policies need to know; without checks when they do not matter. */
export function factsOf(
  row: ReportRow,
  today: PlainDate,
  checks: readonly FiredCheck[] = [],
  correctsNothing = false,
): ReportFacts {
  const open = checks.filter(isOpen);
  return {
    state: row.state,
    focusAreaId: row.focusAreaId,
    departmentId: row.departmentId,
    periodState: periodState(row, today),
    revision: row.revision,
    revisionHash: row.revisionSha256,
    publishedRevision: row.publishedRevision,
    submittedBy: row.submittedBy,
    writers: row.revisionWriters,
    endorsedBy: row.endorsedBy,
    openHardChecks: open.filter((check) => check.kind === 'hard').length,
    unexplainedSoftChecks: open.filter((check) => check.kind === 'soft').length,
    correctsNothing,
  };
}

const contentOf = (row: EntryRow): ReadableContent =>
  readableContent({
    assessment: row.assessment,
    values: row.values.map(({ period, value }) => ({ period, value })),
    noValueReason: row.noValueReason,
    parts: row.parts,
    milestones: row.milestones,
    comment: row.comment,
    measure: row.measure,
    explanations: row.explanations,
  });

export const verdictContentOf = (row: ReportRow): VerdictContent => ({
  verdict: row.verdict,
  explanation: row.verdictExplanation,
});

/** The entry as the form shows it. `earlier` is what approved reports said of the same target, oldest first. */
export function entryOf(row: EntryRow, period: string, target: Target, earlier: readonly ApprovedEntryRow[]): Entry {
  const last = earlier.at(-1);
  const { content, unreadable } = contentOf(row);
  const answer = storedEntry(row, content);
  return {
    targetCode: row.targetCode,
    version: row.version,
    target: target.inForce,
    note: target.note,
    provenance: target.provenance,
    indicator: asOf(period, target.indicator),
    duePeriods: duePeriodsOf(period, target),
    notMeasurableUntil: target.notMeasurableUntil,
    content,
    contentProvenance: row.provenance,
    exampleFields: originAfter(answer, answer.fields).exampleFields,
    ...(unreadable.length > 0 && { unreadable: [...unreadable] }),
    last: last ? answerOf(last) : null,
    series: seriesOf(earlier),
    updatedAt: row.updatedAt?.toISOString() ?? null,
    updatedBy: row.updatedByName,
    updatedByYourself: false,
  };
}

// The plan knows when a milestone was passed; a report on an earlier period must not.
const asOf = (period: string, indicator: Indicator): Indicator => ({
  ...indicator,
  milestones: indicator.milestones.map((milestone) =>
    milestone.done !== null && !hasEndedBy(milestone.done, period) ? { ...milestone, done: null } : milestone,
  ),
});

export function answerOf(row: ApprovedEntryRow): EarlierAnswer {
  const { assessment, values, noValueReason, comment, measure } = contentOf(row).content;
  return { period: row.period, assessment, values, noValueReason, comment, measure, provenance: row.provenance };
}

export const seriesOf = (rows: readonly ApprovedEntryRow[]): SeriesPoint[] =>
  rows.flatMap((row) =>
    row.values
      .filter(({ value }) => Decimal.safeParse(value).success)
      .map((value) => ({ ...value, provisional: false })),
  );

/** A comment on a report that now holds `revision`; nobody waits for a reply about a correction that was taken back. */
export function commentOf(row: ReportCommentEntity, revision: number): ReportComment {
  return {
    id: row.id,
    revision: row.revision,
    targetCode: row.targetCode,
    field: row.field,
    text: row.text,
    suggestion: row.suggestion,
    author: row.authorName,
    createdAt: row.createdAt.toISOString(),
    needsReply: row.needsReply && (row.answer !== null || row.revision === revision),
    answer: row.answer,
    answeredBy: row.answeredByName,
    answeredAt: row.answeredAt?.toISOString() ?? null,
  };
}

export function revisionOf(row: ReportRow): RevisionSummary | null {
  const { revision: number, revisionSha256: sha256, submittedByName, submittedAt } = row;
  if (sha256 === null || submittedByName === null || submittedAt === null) return null;
  return { number, sha256, submittedBy: submittedByName, submittedAt: submittedAt.toISOString() };
}

// The database writes a moment inside JSON in a way of its own.
const correctionOf = ({ correction }: ReportCounts): UnderCorrection | null =>
  correction && { ...correction, at: new Date(correction.at).toISOString() };

export function summaryOf(
  row: ReportRow & ReportCounts,
  area: FocusArea,
  today: PlainDate,
  mine: {
    readonly holders: readonly string[];
    readonly waitsForMe: ReportSummary['waitsForMe'];
    readonly available: AvailableTransition[];
    readonly insider: boolean;
  },
): ReportSummary {
  const daysLeft = daysBetween(today, row.dueOn);
  return {
    id: row.id,
    period: row.period,
    focusArea: { id: area.id, slug: area.slug, number: area.number, title: area.title },
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    dueOn: row.dueOn,
    daysLeft,
    // A correction was in time once.
    overdue: daysLeft < 0 && row.correction === null && isWritten(row.state),
    entriesDone: row.entriesDone,
    entriesTotal: row.entriesTotal,
    unansweredComments: mine.insider ? row.unansweredComments : 0,
    sentBack: mine.insider && row.sentBack ? { ...row.sentBack, at: row.stateSince.toISOString() } : null,
    correction: mine.insider ? correctionOf(row) : null,
    verdict: row.verdict,
    verdictProvenance: row.verdictProvenance,
    holders: [...mine.holders],
    waitsForMe: mine.waitsForMe,
    available: mine.available,
  };
}
