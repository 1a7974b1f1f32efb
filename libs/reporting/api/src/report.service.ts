import { PlanService } from '@malspar/plan-api';
import type { Plan } from '@malspar/plan-model';
import {
  type Comparable,
  isInsider,
  relationsTo,
  type Report,
  type ReportComment,
  reportDiff,
  type ReportDiff,
  type ReportState,
  type ReportSummary,
  type Revision,
  RevisionContent,
} from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { Clock, Database, NotFound, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { draftContent } from './freezing.js';
import { type KnownReport, areaOf, ReportReader } from './report-reader.js';
import { ReportStepRepository } from './report-step.repository.js';
import { type CountedReportRow, ReportRepository } from './report.repository.js';

export interface ReportQuery {
  readonly period?: string;
  readonly state?: ReportState;
  /** Only reports that the person takes part in as owner, manager or coordinator. */
  readonly mine: boolean;
  readonly page: number;
  readonly limit: number;
}

/** Reads reports as one person may see them. All throw `NotFound` for what the person may not know of. */
@Injectable()
export class ReportService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly reports: ReportRepository,
    private readonly steps: ReportStepRepository,
    private readonly reader: ReportReader,
    private readonly clock: Clock,
  ) {}

  /** One page of the reports the person may see, newest period first, each with what the person may do. */
  async page(
    who: Principal,
    query: ReportQuery,
  ): Promise<{ items: ReportSummary[]; page: number; limit: number; total: number }> {
    const tx = this.database.read;
    const today = this.clock.today();
    const plan = await this.plans.plan(tx, today);
    const scopes = plan.focusAreas.map((area) => ({ focusAreaId: area.id, departmentId: area.department.id }));
    const idsOf = (chosen: typeof scopes): string[] => chosen.map((scope) => scope.focusAreaId);
    const { rows, total } = await this.reports.page(
      tx,
      {
        ...query,
        planId: plan.id,
        areaIds: query.mine ? idsOf(scopes.filter((scope) => relationsTo(scope, who).length > 0)) : null,
        insiderAreaIds: idsOf(scopes.filter((scope) => isInsider(scope, who))),
      },
      idsOf(scopes),
    );
    const reports = await this.withChecks(tx, who, rows, plan);
    const items = await this.reader.summaries(tx, who, reports, today);
    return { items, page: query.page, limit: query.limit, total };
  }

  // Only a report that this person could submit needs its checks: they decide whether the step is enabled.
  private async withChecks(tx: Tx, who: Principal, rows: readonly CountedReportRow[], today: Plan) {
    const known = await Promise.all(
      rows.map(async (row) => {
        const mine = this.couldSubmit(who, row, today);
        const plan = mine ? await this.plans.plan(tx, row.endsOn) : today;
        return { report: { row, plan, area: areaOf(plan, row.focusAreaId) }, mine };
      }),
    );
    const workings = await this.reader.workings(
      tx,
      known.filter(({ mine }) => mine).map(({ report }) => report),
    );
    return known.map(({ report, mine }) => ({
      report,
      checks: mine ? this.reader.checks(report, workings.get(report.row.id)!) : [],
    }));
  }

  private couldSubmit(who: Principal, row: CountedReportRow, plan: Plan): boolean {
    const departmentId = areaOf(plan, row.focusAreaId).department.id;
    const relations = relationsTo({ focusAreaId: row.focusAreaId, departmentId }, who);
    return (row.state === 'draft' || row.state === 'returned') && relations.includes('owner');
  }

  async one(who: Principal, id: string): Promise<Report> {
    const tx = this.database.read;
    return this.reader.whole(tx, who, await this.reader.known(tx, who, id));
  }

  async comments(who: Principal, id: string): Promise<ReportComment[]> {
    const tx = this.database.read;
    const report = await this.reader.knownToInsider(tx, who, id);
    return (await this.reader.workingsOf(tx, report)).comments;
  }

  /** A frozen revision. Those who do not take part may read only the one that was approved. */
  async revision(who: Principal, id: string, number: number): Promise<Revision> {
    const tx = this.database.read;
    const { row, area } = await this.reader.known(tx, who, id);
    const insider = isInsider({ focusAreaId: row.focusAreaId, departmentId: area.department.id }, who);
    if (!insider && number !== row.revision) throw new NotFound();
    const revision = await this.steps.revision(tx, id, number);
    if (!revision) throw new NotFound();
    return {
      number: revision.number,
      sha256: revision.sha256,
      submittedBy: revision.submittedByName,
      submittedAt: revision.submittedAt.toISOString(),
      content: contentOfRevision(revision.canonical),
    };
  }

  /**
   * The report as it now stands against the last approved period before it (`period`), or against one of its own
   * revisions (its number). Without anything to compare with, `against` is null.
   */
  async diff(who: Principal, id: string, against: 'period' | number): Promise<ReportDiff> {
    const tx = this.database.read;
    const report = await this.reader.knownToInsider(tx, who, id);
    const workings = await this.reader.workingsOf(tx, report);
    const now = draftContent(report, workings, report.row.revision);
    const before = await this.earlier(tx, report, against);
    return before ? reportDiff(now, before.content, before.against) : reportDiff(now, null, null);
  }

  private async earlier(
    tx: Tx,
    { row }: KnownReport,
    against: 'period' | number,
  ): Promise<{ content: Comparable; against: ReportDiff['against'] } | null> {
    if (against === 'period') {
      const last = await this.steps.lastApproved(tx, row.focusAreaId, row.startsOn);
      if (!last) return null;
      return { content: contentOfRevision(last.canonical), against: { kind: 'period', label: last.period } };
    }
    const revision = await this.steps.revision(tx, row.id, against);
    if (!revision) throw new NotFound();
    return {
      content: contentOfRevision(revision.canonical),
      against: { kind: 'revision', label: String(revision.number) },
    };
  }
}

const contentOfRevision = (canonical: string): RevisionContent => RevisionContent.parse(JSON.parse(canonical));
