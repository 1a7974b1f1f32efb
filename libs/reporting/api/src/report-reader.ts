import { ActingPeople, foundAmong } from '@malspar/identity-api';
import { PlanService } from '@malspar/plan-api';
import type { FocusArea, Plan } from '@malspar/plan-model';
import {
  availableTransitions,
  type FiredCheck,
  checkReport,
  isInsider,
  looksLikePersonName,
  mayRead,
  maySeeVerdict,
  maySeeVerdictInList,
  mayWrite,
  type Report,
  type ReportFacts,
  type ReportSummary,
  waitsForMe,
  originAfter,
} from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { Clock, Forbidden, NotFound, type Tx } from '@malspar/shared-api';
import { Injectable, Logger } from '@nestjs/common';
import { ApprovedEntries } from './approved-entries.js';
import type { ApprovedEntryRow } from './entry.repository.js';
import {
  commentOf,
  entryOf,
  factsOf,
  revisionOf,
  summaryOf,
  verdictContentOf,
  type Workings,
} from './report-assembly.js';
import { holdersAmong, ReportHolders } from './report-holders.js';
import { asPublished, withoutDraftVerdict } from './published-face.js';
import { AssignmentEnded } from './reporting.errors.js';
import { storedVerdict } from './stored-answers.js';
import { reportYear } from './year-assembly.js';
import { type CountedReportRow, type FoundReportRow, type ReportRow, ReportRepository } from './report.repository.js';
import { withoutExplanations } from './without-explanations.js';
import { type Writing, writingOf } from './writing.js';

/** A report with its area in the plan as it stood at the end of the report's period. */
export interface PlannedReport<Row extends ReportRow = ReportRow> {
  readonly row: Row;
  readonly plan: Plan;
  readonly area: FocusArea;
}

/** A report in a list, with the checks that decide what may be done with it. */
export interface CheckedReport {
  readonly report: PlannedReport<CountedReportRow>;
  readonly checks: readonly FiredCheck[];
}

/** Finds reports for the services and puts them together; decides nothing but who may know of them. */
@Injectable()
export class ReportReader {
  private readonly logger = new Logger(ReportReader.name);

  constructor(
    private readonly plans: PlanService,
    private readonly reports: ReportRepository,
    private readonly approved: ApprovedEntries,
    private readonly holders: ReportHolders,
    private readonly people: ActingPeople,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotFound` when it does not exist or the person may not know that it does. */
  async known(tx: Tx, who: Principal, id: string): Promise<FoundReportRow> {
    return this.mayKnow(who, await this.reports.find(tx, id, this.clock.today()));
  }

  /** As `known`, and only for those who take part in the work on it. */
  async knownToInsider(tx: Tx, who: Principal, id: string): Promise<FoundReportRow> {
    const row = await this.known(tx, who, id);
    if (!isInsider(row, who)) throw new NotFound();
    return row;
  }

  /** As `knownToInsider`, with what has been said about it, oldest first. */
  async commented(
    tx: Tx,
    who: Principal,
    id: string,
  ): Promise<{ row: CountedReportRow; comments: Writing['comments'] }> {
    const row = await this.knownToInsider(tx, who, id);
    const written = await this.written(tx, [row]);
    return { row, comments: written.get(id)?.comments ?? [] };
  }

  /** As `known`, after waiting for its turn on the report; it is the caller's until the transaction ends. */
  async locked(tx: Tx, who: Principal, id: string): Promise<ReportRow> {
    const row = await this.reports.lock(tx, id);
    if (row && !mayRead(row, who) && (await this.hadAssignment(tx, who, row))) throw new AssignmentEnded();
    return this.mayKnow(who, row);
  }

  /** Why the report is not this person's to change: their assignment for it has ended, or they never had one. */
  async notTheirs(tx: Tx, who: Principal, row: ReportRow): Promise<AssignmentEnded | Forbidden> {
    return (await this.hadAssignment(tx, who, row)) ? new AssignmentEnded() : new Forbidden('not-yours');
  }

  private hadAssignment(tx: Tx, who: Principal, { focusAreaId, departmentId }: ReportRow): Promise<boolean> {
    return this.people.hadAssignment(tx, who.personId, [focusAreaId, departmentId], this.clock.today());
  }

  private mayKnow<Row extends ReportRow>(who: Principal, row: Row | null): Row {
    if (!row || !mayRead(row, who)) throw new NotFound();
    return this.readable(who, row);
  }

  /** The row of a report that the person may know of: those who take no part see what is approved or published. */
  readable<Row extends ReportRow>(who: Principal, row: Row): Row {
    return isInsider(row, who) ? row : asPublished(row);
  }

  async planned<Row extends ReportRow>(tx: Tx, row: Row): Promise<PlannedReport<Row>> {
    const plan = await this.plans.plan(tx, row.endsOn, row.planId);
    return { row, plan, area: areaOf(plan, row.focusAreaId) };
  }

  /** What is written in the reports, said about them, and what earlier reports said. Two statements at most. */
  async workings(tx: Tx, reports: readonly PlannedReport[]): Promise<Workings[]> {
    if (reports.length === 0) return [];
    const rows = reports.map(({ row }) => row);
    const written = await this.written(tx, rows);
    const approved = await this.approved.ofAreas(
      tx,
      rows.map(({ focusAreaId }) => focusAreaId),
    );
    return reports.map((report) => {
      const { id, focusAreaId, startsOn, revision } = report.row;
      const own = written.get(id);
      const found = workingsOf(report, {
        rows: own?.entries ?? approved.filter(({ reportId }) => reportId === id),
        earlier: approved.filter((entry) => entry.focusAreaId === focusAreaId && entry.endsOn < startsOn),
        comments: (own?.comments ?? []).map((comment) => commentOf(comment, revision)),
      });
      this.tellOfFaults(id, found);
      return found;
    });
  }

  /** What is written in the reports themselves, by id; nothing of those whose published revision is seen instead. */
  private async written(tx: Tx, rows: readonly ReportRow[]): Promise<Map<string, Writing>> {
    const unread = rows.filter(({ writing }) => writing === undefined).map(({ id }) => id);
    const read = unread.length > 0 ? await this.reports.writing(tx, unread) : new Map<string, Writing>();
    for (const { id, writing } of rows) if (writing) read.set(id, writingOf(writing));
    return read;
  }

  private tellOfFaults(report: string, { rows, entries }: Workings): void {
    const lost = rows.filter(({ targetCode }) => entries.every((entry) => entry.targetCode !== targetCode));
    for (const { targetCode } of lost) this.logger.error({ report, targetCode }, 'The target of an entry is not there');
    for (const { targetCode, unreadable } of entries) {
      if (unreadable) this.logger.error({ report, targetCode, unreadable }, 'Fields of an entry cannot be read');
    }
  }

  /** As `workings`, of one report. */
  async workingsOf(tx: Tx, report: PlannedReport): Promise<Workings> {
    const [workings] = await this.workings(tx, [report]);
    if (!workings) throw new Error('One report has one set of workings');
    return workings;
  }

  /** Every check of the report as it is written. */
  checks(row: ReportRow, { entries, year, comments }: Workings): FiredCheck[] {
    return checkReport({ period: row.period, entries, verdictContent: verdictContentOf(row), year, comments });
  }

  /** The row as this person may see it. */
  shownTo<Row extends ReportRow>(who: Principal, row: Row): Row {
    return maySeeVerdict(row, who) ? row : withoutDraftVerdict(row);
  }

  /** The report as this person sees it: those who do not take part see neither comments nor checks. */
  async whole(tx: Tx, who: Principal, stored: FoundReportRow): Promise<Report> {
    const row = this.shownTo(who, stored);
    const report = await this.planned(tx, row);
    const workings = await this.workingsOf(tx, report);
    const insider = isInsider(row, who);
    const checks = insider ? this.checks(stored, workings) : [];
    const facts = factsOf(row, this.clock.today(), checks);
    const holders = holdersAmong(facts, foundAmong(row.acting));
    const verdict = storedVerdict(row, verdictContentOf(row));
    return {
      ...this.summary(who, report, facts, holders),
      version: row.version,
      planTitle: report.plan.title,
      department: report.area.department.title,
      responsibles: await this.responsibles(tx, row, mayWrite(facts, who)),
      canWrite: mayWrite(facts, who),
      entries: workings.entries.map((entry) => ({
        ...(insider ? entry : withoutExplanations(entry)),
        exampleFields: entry.exampleFields.filter((field) => insider || !field.startsWith('explanations/')),
        updatedByYourself:
          workings.rows.find(({ targetCode }) => targetCode === entry.targetCode)?.updatedBy === who.personId,
      })),
      verdictContent: verdictContentOf(row),
      verdictExampleFields: originAfter(verdict, verdict.fields).exampleFields,
      verdictVersion: row.verdictVersion,
      verdictUpdatedAt: row.verdictUpdatedAt?.toISOString() ?? null,
      verdictUpdatedBy: row.verdictUpdatedByName,
      verdictUpdatedByYourself: row.verdictUpdatedBy === who.personId,
      lastVerdict: workings.lastVerdict,
      year: workings.year && { ...workings.year, updatedByYourself: row.yearUpdatedBy === who.personId },
      checks,
      comments: insider ? workings.comments : [],
      revision: revisionOf(row),
    };
  }

  // A person's name that once got in is not offered again.
  private async responsibles(tx: Tx, row: ReportRow, writable: boolean): Promise<string[]> {
    if (!writable) return [];
    return (await this.approved.responsibles(tx, row.planId, row.focusAreaId)).filter(
      (text) => !looksLikePersonName(text),
    );
  }

  /** List rows with whose turn it is and what this person may do. */
  async summaries(tx: Tx, who: Principal, reports: readonly CheckedReport[]): Promise<ReportSummary[]> {
    const today = this.clock.today();
    const withFacts = reports.map(({ report, checks }) => ({ report, facts: factsOf(report.row, today, checks) }));
    const holders = await this.holders.namesFor(
      tx,
      withFacts.map(({ facts }) => facts),
      today,
    );
    return withFacts.map(({ report, facts }, index) => this.summary(who, report, facts, holders[index]));
  }

  private summary(
    who: Principal,
    { row, area }: PlannedReport<CountedReportRow>,
    facts: ReportFacts,
    holders: readonly string[] = [],
  ): ReportSummary {
    const shown = maySeeVerdictInList(row, who) ? row : withoutDraftVerdict(row);
    return summaryOf(shown, area, this.clock.today(), {
      holders,
      waitsForMe: waitsForMe(facts, row.unansweredComments, who),
      available: availableTransitions(facts, who),
      insider: isInsider(facts, who),
    });
  }
}

/** The area in the plan; a report's area is always there, since the database refers to it. */
export function areaOf(plan: Plan, focusAreaId: string): FocusArea {
  const area = plan.focusAreas.find((each) => each.id === focusAreaId);
  if (!area) throw new Error(`No focus area ${focusAreaId} in the plan`);
  return area;
}

function workingsOf(
  { row, area }: PlannedReport,
  found: Pick<Workings, 'rows' | 'comments'> & { readonly earlier: readonly ApprovedEntryRow[] },
): Workings {
  const last = found.earlier.at(-1);
  return {
    rows: found.rows,
    comments: found.comments,
    entries: found.rows.flatMap((entry) => {
      const target = area.targets.find((each) => each.id === entry.targetId);
      const earlier = found.earlier.filter((each) => each.targetId === entry.targetId);
      // One row that points at nothing does not take the report down.
      return target ? [entryOf(entry, row.period, target, earlier)] : [];
    }),
    lastVerdict: last
      ? {
          period: last.period,
          verdict: last.verdict,
          explanation: last.verdictExplanation,
          provenance: last.verdictProvenance,
        }
      : null,
    year: reportYear(row, found.rows, found.earlier),
  };
}
