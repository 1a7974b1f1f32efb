import { PlanService } from '@malspar/plan-api';
import type { FocusArea, Plan } from '@malspar/plan-model';
import {
  availableTransitions,
  type CheckResult,
  checkReport,
  isInsider,
  mayRead,
  mayWrite,
  type Report,
  type ReportSummary,
  waitsForMe,
} from '@malspar/reporting-model';
import type { PlainDate, Principal } from '@malspar/shared-model';
import { Clock, NotFound, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { type ApprovedEntryRow, EntryRepository } from './entry.repository.js';
import {
  commentOf,
  entryOf,
  factsOf,
  revisionOf,
  summaryOf,
  verdictContentOf,
  type Workings,
} from './report-assembly.js';
import { ReportCommentRepository } from './report-comment.repository.js';
import { ReportHolders } from './report-holders.js';
import { type CountedReportRow, type ReportRow, ReportRepository } from './report.repository.js';

/** A report that the person may know of, with the plan as it stood at the end of its period. */
export interface KnownReport<Row extends ReportRow = ReportRow> {
  readonly row: Row;
  readonly plan: Plan;
  readonly area: FocusArea;
}

/** Finds reports for the services and puts them together; decides nothing but who may know of them. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly plans: PlanService,
    private readonly reports: ReportRepository,
    private readonly entries: EntryRepository,
    private readonly comments: ReportCommentRepository,
    private readonly holders: ReportHolders,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotFound` when it does not exist or the person may not know that it does. */
  async known(tx: Tx, who: Principal, id: string): Promise<KnownReport<CountedReportRow>> {
    return this.withArea(tx, who, await this.reports.find(tx, id));
  }

  /** As `known`, and only those who take part in the work on it. */
  async knownToInsider(tx: Tx, who: Principal, id: string): Promise<KnownReport<CountedReportRow>> {
    const report = await this.known(tx, who, id);
    if (!isInsider(factsOf(report.row, report.area, [], this.clock.today()), who)) throw new NotFound();
    return report;
  }

  /** As `known`, after waiting for its turn on the report; it is the caller's until the transaction ends. */
  async locked(tx: Tx, who: Principal, id: string): Promise<KnownReport> {
    return this.withArea(tx, who, await this.reports.lock(tx, id));
  }

  private async withArea<Row extends ReportRow>(tx: Tx, who: Principal, row: Row | null): Promise<KnownReport<Row>> {
    if (!row) throw new NotFound();
    const plan = await this.plans.plan(tx, row.endsOn);
    const area = areaOf(plan, row.focusAreaId);
    if (!mayRead(factsOf(row, area, [], this.clock.today()), who)) throw new NotFound();
    return { row, plan, area };
  }

  /** What is written in the reports, said about them, and what earlier reports said. Three statements, however many. */
  async workings(tx: Tx, reports: readonly KnownReport[]): Promise<Map<string, Workings>> {
    if (reports.length === 0) return new Map();
    const ids = reports.map(({ row }) => row.id);
    const latest = reports
      .map(({ row }) => row.startsOn)
      .sort()
      .at(-1)!;
    const [rows, earlier, comments] = [
      await this.entries.ofReports(tx, ids),
      await this.entries.approvedBefore(
        tx,
        reports.map(({ row }) => row.focusAreaId),
        latest,
      ),
      await this.comments.ofReports(tx, ids),
    ];
    return new Map(
      reports.map((report) => [
        report.row.id,
        workingsOf(report, {
          rows: rows.filter((row) => row.reportId === report.row.id),
          earlier: earlier.filter(
            (row) => row.focusAreaId === report.row.focusAreaId && row.endsOn < report.row.startsOn,
          ),
          comments: comments.filter((comment) => comment.reportId === report.row.id).map(commentOf),
        }),
      ]),
    );
  }

  async workingsOf(tx: Tx, report: KnownReport): Promise<Workings> {
    return (await this.workings(tx, [report])).get(report.row.id)!;
  }

  checks(report: KnownReport, { entries, comments }: Workings): CheckResult[] {
    return checkReport({
      period: report.row.period,
      entries,
      verdictContent: verdictContentOf(report.row),
      comments,
    });
  }

  /** The report as this person sees it: those who do not take part see neither comments nor checks. */
  async whole(tx: Tx, who: Principal, report: KnownReport<CountedReportRow>): Promise<Report> {
    const { row, plan, area } = report;
    const today = this.clock.today();
    const workings = await this.workingsOf(tx, report);
    const insider = isInsider(factsOf(row, area, [], today), who);
    const checks = insider ? this.checks(report, workings) : [];
    const [summary] = await this.summaries(tx, who, [{ report, checks }], today);
    return {
      ...summary!,
      version: row.version,
      planTitle: plan.title,
      department: area.department.title,
      canWrite: mayWrite(factsOf(row, area, checks, today), who),
      entries: workings.entries,
      verdictContent: verdictContentOf(row),
      verdictVersion: row.verdictVersion,
      lastVerdict: workings.lastVerdict,
      checks,
      comments: insider ? workings.comments : [],
      revision: revisionOf(row),
    };
  }

  /** List rows with whose turn it is and what this person may do. */
  async summaries(
    tx: Tx,
    who: Principal,
    reports: readonly { readonly report: KnownReport<CountedReportRow>; readonly checks: readonly CheckResult[] }[],
    today: PlainDate,
  ): Promise<ReportSummary[]> {
    const facts = reports.map(({ report, checks }) => factsOf(report.row, report.area, checks, today));
    const holders = await this.holders.namesFor(tx, facts, today);
    return reports.map(({ report }, index) => {
      const own = facts[index]!;
      return summaryOf(report.row, report.area, today, {
        holders: holders[index]!,
        waitsForMe: waitsForMe(own, report.row.unansweredComments, who),
        available: availableTransitions(own, who),
        insider: isInsider(own, who),
      });
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
  { row, area }: KnownReport,
  found: Pick<Workings, 'rows' | 'comments'> & { readonly earlier: readonly ApprovedEntryRow[] },
): Workings {
  const last = found.earlier.at(-1);
  return {
    rows: found.rows,
    comments: found.comments,
    entries: found.rows.map((entry) => {
      const target = area.targets.find((each) => each.id === entry.targetId);
      if (!target) throw new Error(`No target ${entry.targetCode} in the plan`);
      const earlier = found.earlier.filter((each) => each.targetId === entry.targetId);
      return entryOf(entry, row.period, target, earlier);
    }),
    lastVerdict: last ? { period: last.period, verdict: last.verdict, explanation: last.verdictExplanation } : null,
  };
}
