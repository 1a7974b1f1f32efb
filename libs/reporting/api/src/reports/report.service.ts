import { PlanService } from '@malspar/plan-api';
import {
  type Comparable,
  isInsider,
  isWritten,
  relationsTo,
  type Report,
  reportDiff,
  type ReportDiff,
  type ReportState,
  type ReportSummary,
  type Revision,
} from '@malspar/reporting-model';
import { type AssignmentKind, hasRole, type Principal, type Role } from '@malspar/shared-model';
import { Database, NotFound, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { draftContent } from './freezing.js';
import { type InsiderScope, ReportListRepository } from './report-list.repository.js';
import type { CountedReportRow, ReportRow } from './report-rows.js';
import { type CheckedReport, ReportView, shownTo } from './report-view.js';
import { areaOf, readableBy, Reports } from './reports.js';
import { RevisionRepository } from './revision.repository.js';
import { withoutExplanations } from './without-explanations.js';

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
    private readonly reports: Reports,
    private readonly lists: ReportListRepository,
    private readonly revisions: RevisionRepository,
    private readonly view: ReportView,
  ) {}

  /** One page of the reports the person may see, newest period first, each with what the person may do. */
  async page(
    who: Principal,
    { mine, ...query }: ReportQuery,
  ): Promise<{ items: ReportSummary[]; page: number; limit: number; total: number }> {
    const tx = this.database.read;
    const insider = insiderScope(who, ['coordinator', 'admin']);
    const only = mine ? insiderScope(who, ['coordinator']) : null;
    const writtenAreaIds = scopesOf(who, 'owner');
    const { rows, total } = await this.lists.page(tx, { ...query, insider, only, writtenAreaIds });
    const readable = rows.map((row) => readableBy(who, row));
    const reports = await this.planned(tx, who, readable);
    const items = await this.view.summaries(tx, who, reports);
    return { items, page: query.page, limit: query.limit, total };
  }

  // One plan names all areas. Only a report that this person could submit needs its checks, and for them the plan as it
  // stood at the end of its own period: they decide whether the transition is enabled.
  private async planned(tx: Tx, who: Principal, rows: readonly CountedReportRow[]): Promise<CheckedReport[]> {
    const [newest] = rows;
    if (!newest) return [];
    const naming = await this.plans.plan(tx, newest.endsOn, newest.planId);
    const plans = new Map([[newest.endsOn, naming]]);
    const mine = rows.filter((row) => couldSubmit(who, row));
    for (const { endsOn, planId } of mine) {
      if (!plans.has(endsOn)) plans.set(endsOn, await this.plans.plan(tx, endsOn, planId));
    }
    const reports = rows.map((row) => {
      const plan = plans.get(row.endsOn) ?? naming;
      return { row, plan, area: areaOf(plan, row.focusAreaId) };
    });
    const open = reports.filter(({ row }) => mine.includes(row));
    const read = await this.reports.readAll(tx, open);
    return reports.map((report) => ({ report, checks: read[open.indexOf(report)]?.checks() ?? [] }));
  }

  /** A version of all that `one` says of the report to the same person on the same day; null where there is no report. */
  dataVersion(id: string): Promise<string | null> {
    return this.reports.dataVersion(this.database.read, id);
  }

  async one(who: Principal, id: string): Promise<Report> {
    const tx = this.database.read;
    return this.view.whole(tx, who, await this.reports.known(tx, who, id));
  }

  /** A frozen revision. Those who do not take part may read only the one that was approved. */
  async revision(who: Principal, id: string, number: number): Promise<Revision> {
    const tx = this.database.read;
    const row = await this.reports.known(tx, who, id);
    if (!isInsider(row, who) && number !== row.revision) throw new NotFound();
    const revision = await this.revisions.revision(tx, id, number);
    if (!revision) throw new NotFound();
    const { content } = revision;
    return {
      number: revision.number,
      sha256: revision.sha256,
      submittedBy: revision.submittedBy,
      submittedAt: revision.submittedAt.toISOString(),
      content: isInsider(row, who) ? content : { ...content, entries: content.entries.map(withoutExplanations) },
    };
  }

  /**
   * The report as it now stands against the last approved period before it (`period`; a year part against the year
   * before), or against one of its own
   * revisions (its number). Without anything to compare with, `against` is null.
   */
  async diff(who: Principal, id: string, against: 'period' | number): Promise<ReportDiff> {
    const tx = this.database.read;
    const row = shownTo(who, await this.reports.knownToInsider(tx, who, id));
    const report = await this.reports.read(tx, row);
    const now = draftContent(report, row.revision);
    const before = await this.earlier(tx, row, against, report.year?.last ?? undefined);
    return before ? reportDiff(now, before.content, before.against) : reportDiff(now, null, null);
  }

  private async earlier(
    tx: Tx,
    row: ReportRow,
    against: 'period' | number,
    lastYear: Comparable['year'],
  ): Promise<{ content: Comparable; against: ReportDiff['against'] } | null> {
    if (against === 'period') {
      const last = await this.revisions.lastApproved(tx, row.focusAreaId, row.startsOn);
      if (!last) return null;
      return {
        content: { ...last.content, year: lastYear },
        against: { kind: 'period', label: last.period },
      };
    }
    const revision = await this.revisions.revision(tx, row.id, against);
    if (!revision) throw new NotFound();
    return {
      content: revision.content,
      against: { kind: 'revision', label: String(revision.number) },
    };
  }
}

const couldSubmit = (who: Principal, row: CountedReportRow): boolean =>
  isWritten(row.state) && relationsTo(row, who).includes('owner');

/** Whose reports the person takes part in; all of them with one of the roles. */
function insiderScope(who: Principal, everywhere: readonly Role[]): InsiderScope {
  if (everywhere.some((role) => hasRole(who, role))) return 'all';
  return { focusAreaIds: scopesOf(who, 'owner'), departmentIds: scopesOf(who, 'manager') };
}

const scopesOf = (who: Principal, kind: AssignmentKind): string[] =>
  hasRole(who, kind) ? who.assignments.filter((each) => each.kind === kind).map((each) => each.scopeId) : [];
