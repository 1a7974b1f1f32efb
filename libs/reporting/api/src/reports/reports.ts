import { ActingPeople } from '@malspar/identity-api';
import { PlanService } from '@malspar/plan-api';
import type { FocusArea, Indicator, Plan, Target } from '@malspar/plan-model';
import {
  checkReport,
  duePeriodsOf,
  type EarlierEntry,
  type Entry,
  type FiredCheck,
  hasEndedBy,
  isInsider,
  isOpen,
  mayRead,
  originAfter,
  periodState,
  publishedMarks,
  type ReadableContent,
  readableContent,
  type Report,
  type ReportComment,
  type ReportFacts,
  type ReportYear,
  type SeriesPoint,
  storedEntry,
  type VerdictContent,
  yearJudgedIn,
} from '@malspar/reporting-model';
import { Decimal, type PlainDate, type Principal } from '@malspar/shared-model';
import { Clock, Database, Forbidden, NotFound, type Tx, VersionedMemory } from '@malspar/shared-api';
import { Injectable, Logger } from '@nestjs/common';
import { asPublished } from './published-face.js';
import { AssignmentEnded } from './report.errors.js';
import { ReportRepository } from './report.repository.js';
import type { ApprovedEntryRow, CommentRow, EntryRow, FoundReportRow, ReportRow, Writing } from './report-rows.js';
import { reportYear } from './report-year.js';

/** A report's row with its area in the plan as it stood at the end of the report's period. */
export interface PlannedReport<Row extends ReportRow = ReportRow> {
  readonly row: Row;
  readonly plan: Plan;
  readonly area: FocusArea;
}

/** A report as it stands: what is written in it, what is said about it, and what earlier reports said of its area. */
export class WrittenReport<Row extends ReportRow = ReportRow> implements PlannedReport<Row> {
  readonly row: Row;
  readonly plan: Plan;
  readonly area: FocusArea;
  readonly rows: readonly EntryRow[];
  readonly entries: readonly Entry[];
  readonly comments: readonly ReportComment[];
  readonly lastVerdict: Report['lastVerdict'];
  /** What is said of the whole year; null but in a year's last period. */
  readonly year: ReportYear | null;

  /** `earlier`: what approved reports on earlier periods said of the area, oldest first. */
  constructor(
    { row, plan, area }: PlannedReport<Row>,
    { entries, comments }: Writing,
    earlier: readonly ApprovedEntryRow[],
  ) {
    this.row = row;
    this.plan = plan;
    this.area = area;
    this.rows = entries;
    this.comments = comments.map((comment) => commentOf(comment, row.revision));
    this.entries = entries.flatMap((entry) => {
      const target = area.targets.find((each) => each.id === entry.targetId);
      // One row that points at nothing does not take the report down.
      return target ? [entryOf(entry, row.period, target, earlier)] : [];
    });
    this.lastVerdict = lastVerdictIn(earlier);
    this.year = yearJudgedIn(row.period) === null ? null : reportYear(row, entries, earlier);
  }

  /** The entry on a target, as the form shows it and as it is stored. */
  entry(targetCode: string): { readonly entry: Entry; readonly stored: EntryRow } | null {
    const entry = this.entries.find((each) => each.targetCode === targetCode);
    const stored = this.rows.find((each) => each.targetCode === targetCode);
    return entry && stored ? { entry, stored } : null;
  }

  /** Every check of the report as it is written, or as it would be with something else in it. */
  checks(
    instead: Partial<Pick<WrittenReport, 'entries' | 'year'> & { verdictContent: VerdictContent }> = {},
  ): FiredCheck[] {
    const { row, entries, year, comments } = this;
    return checkReport({
      period: row.period,
      verdictContent: verdictContentOf(row),
      entries,
      year,
      comments,
      ...instead,
    });
  }
}

/** Finds reports for the services and puts them together; decides nothing but who may know of them. */
@Injectable()
export class Reports {
  readonly #approved = new VersionedMemory<readonly ApprovedEntryRow[]>('approved-word');
  private readonly logger = new Logger(Reports.name);

  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly repository: ReportRepository,
    private readonly people: ActingPeople,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotFound` when it does not exist or the person may not know that it does. */
  async known(tx: Tx, who: Principal, id: string): Promise<FoundReportRow> {
    return mayKnow(who, await this.repository.find(tx, id, this.clock.today()));
  }

  /** Another one as soon as anything has changed of what is read of the report; null where it does not exist. */
  dataVersion(tx: Tx, id: string): Promise<string | null> {
    return this.repository.dataVersion(tx, id, this.clock.today());
  }

  /** As `known`, and only for those who take part in the work on it. */
  async knownToInsider(tx: Tx, who: Principal, id: string): Promise<FoundReportRow> {
    const row = await this.known(tx, who, id);
    if (!isInsider(row, who)) throw new NotFound();
    return row;
  }

  /** As `known`, after waiting for its turn on the report; it is the caller's until the transaction ends. */
  async locked(tx: Tx, who: Principal, id: string): Promise<ReportRow> {
    const row = await this.repository.lock(tx, id);
    if (row && !mayRead(row, who) && (await this.hadAssignment(tx, who, row))) throw new AssignmentEnded();
    return mayKnow(who, row);
  }

  /** Why the report is not this person's to change: their assignment for it has ended, or they never had one. */
  async notTheirs(tx: Tx, who: Principal, row: ReportRow): Promise<AssignmentEnded | Forbidden> {
    return (await this.hadAssignment(tx, who, row)) ? new AssignmentEnded() : new Forbidden('not-yours');
  }

  /** The report with all that is written in it, in its area of the plan. */
  async read<Row extends ReportRow>(tx: Tx, row: Row): Promise<WrittenReport<Row>> {
    const plan = await this.plans.plan(tx, row.endsOn, row.planId);
    const [report] = await this.readAll(tx, [{ row, plan, area: areaOf(plan, row.focusAreaId) }]);
    if (!report) throw new Error('One report was read');
    return report;
  }

  /** As `read`, in two statements at most. */
  async readAll<Row extends ReportRow>(tx: Tx, reports: readonly PlannedReport<Row>[]): Promise<WrittenReport<Row>[]> {
    if (reports.length === 0) return [];
    const rows = reports.map(({ row }) => row);
    const unread = rows.filter(({ writing }) => writing === undefined).map(({ id }) => id);
    const read = unread.length > 0 ? await this.repository.writing(tx, unread) : new Map<string, Writing>();
    const approved = await this.approved(tx, [...new Set(rows.map(({ focusAreaId }) => focusAreaId))].sort());
    return reports.map((report) => {
      const { id, writing, focusAreaId, startsOn } = report.row;
      // Who sees the published revision of a report under correction sees nothing that is written in the report itself.
      const asApproved = () => ({
        entries: approved
          .filter(({ reportId }) => reportId === id)
          .map((entry) => ({ ...entry, written: publishedMarks(entry.written) })),
        comments: [],
      });
      const earlier = approved.filter((entry) => entry.focusAreaId === focusAreaId && entry.endsOn < startsOn);
      const written = new WrittenReport(report, writing ?? read.get(id) ?? asApproved(), earlier);
      this.tellOfFaults(written);
      return written;
    });
  }

  private approved(tx: Tx, areaIds: readonly string[]): Promise<readonly ApprovedEntryRow[]> {
    const read = () => this.repository.approvedOfAreas(tx, areaIds);
    return tx === this.database.read ? this.#approved.get(areaIds.join(' '), read) : read();
  }

  private hadAssignment(tx: Tx, who: Principal, { focusAreaId, departmentId }: ReportRow): Promise<boolean> {
    return this.people.hadAssignment(tx, who.personId, [focusAreaId, departmentId], this.clock.today());
  }

  private tellOfFaults({ row, rows, entries }: WrittenReport): void {
    const report = row.id;
    const lost = rows.filter(({ targetCode }) => entries.every((entry) => entry.targetCode !== targetCode));
    for (const { targetCode } of lost) this.logger.error({ report, targetCode }, 'The target of an entry is not there');
    for (const { targetCode, unreadable } of entries) {
      if (unreadable) this.logger.error({ report, targetCode, unreadable }, 'Fields of an entry cannot be read');
    }
  }
}

function mayKnow<Row extends ReportRow>(who: Principal, row: Row | null): Row {
  if (!row || !mayRead(row, who)) throw new NotFound();
  return readableBy(who, row);
}

/** The row of a report that the person may know of: those who take no part see what is approved or published. */
export const readableBy = <Row extends ReportRow>(who: Principal, row: Row): Row =>
  isInsider(row, who) ? row : asPublished(row);

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

/** The area in the plan; a report's area is always there, since the database refers to it. */
export function areaOf(plan: Plan, focusAreaId: string): FocusArea {
  const area = plan.focusAreas.find((each) => each.id === focusAreaId);
  if (!area) throw new Error(`No focus area ${focusAreaId} in the plan`);
  return area;
}

export const contentOf = (row: EntryRow): ReadableContent =>
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

function entryOf(row: EntryRow, period: string, target: Target, ofArea: readonly ApprovedEntryRow[]): Entry {
  const earlier = ofArea.filter((each) => each.targetId === target.id);
  const last = earlier.at(-1);
  const { content, unreadable } = contentOf(row);
  const stored = storedEntry(row, content);
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
    exampleFields: originAfter(stored, stored.fields).exampleFields,
    ...(unreadable.length > 0 && { unreadable: [...unreadable] }),
    last: last ? earlierEntryOf(last) : null,
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

export function earlierEntryOf(row: ApprovedEntryRow): EarlierEntry {
  const { assessment, values, noValueReason, comment, measure } = contentOf(row).content;
  return { period: row.period, assessment, values, noValueReason, comment, measure, provenance: row.provenance };
}

export const seriesOf = (rows: readonly ApprovedEntryRow[]): SeriesPoint[] =>
  rows.flatMap((row) =>
    row.values
      .filter(({ value }) => Decimal.safeParse(value).success)
      .map((value) => ({ ...value, provisional: false })),
  );

function lastVerdictIn(earlier: readonly ApprovedEntryRow[]): Report['lastVerdict'] {
  const last = earlier.at(-1);
  if (!last) return null;
  const { period, verdict, verdictExplanation: explanation, verdictProvenance: provenance } = last;
  return { period, verdict, explanation, provenance };
}

/** A comment on a report that now holds `revision`; nobody waits for a reply about a correction that was taken back. */
export function commentOf(row: CommentRow, revision: number): ReportComment {
  return {
    id: row.id,
    revision: row.revision,
    targetCode: row.targetCode,
    field: row.field,
    text: row.text,
    suggestion: row.suggestion,
    author: row.authorName,
    createdAt: row.createdAt.toISOString(),
    needsReply: row.needsReply && (row.reply !== null || row.revision === revision),
    reply: row.reply,
    repliedBy: row.repliedByName,
    repliedAt: row.repliedAt?.toISOString() ?? null,
  };
}
