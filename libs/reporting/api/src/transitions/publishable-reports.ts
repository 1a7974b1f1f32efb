import {
  type PlanResults,
  PUBLICATION,
  type ReportTerms,
  type SeriesPoint,
  type TransitionName,
} from '@malspar/reporting-model';
import { dateInZone, type PlainDate, type Principal, type TransitionInput } from '@malspar/shared-model';
import { Clock, NotFound, type RefusalError, type Tx, WorkflowEngine, WrongState } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { ReportRepository } from '../reports/report.repository.js';
import type { ReportRow } from '../reports/report-rows.js';
import { ResultsRepository } from '../results/results.repository.js';
import { type PublishableRow, PublishableReportsRepository } from './publishable-reports.repository.js';
import { type HeldReport, ReportSubjects } from './report-subjects.js';

/** A report as a publication sees it: where it stands, and the revision that it holds. */
export interface PublishableReport extends Omit<PublishableRow, 'approvedAt'> {
  readonly approvedOn: PlainDate | null;
}

/** What a publication needs of reports, and the two transitions that only a publication takes, inside its transaction. */
@Injectable()
export class PublishableReports {
  constructor(
    private readonly repository: PublishableReportsRepository,
    private readonly reports: ReportRepository,
    private readonly results: ResultsRepository,
    private readonly subjects: ReportSubjects,
    private readonly engine: WorkflowEngine,
    private readonly clock: Clock,
  ) {}

  /** The reports on periods within the two dates, oldest first. */
  async within(tx: Tx, planId: string, start: PlainDate, end: PlainDate): Promise<PublishableReport[]> {
    const rows = await this.repository.within(tx, planId, start, end);
    return rows.map(({ approvedAt, ...row }) => ({
      ...row,
      approvedOn: approvedAt && dateInZone(approvedAt),
    }));
  }

  /** Every value that approved and published reports have given up to a date, by target. */
  async values(tx: Tx, planId: string, until: PlainDate): Promise<Record<string, SeriesPoint[]>> {
    const series: Record<string, SeriesPoint[]> = {};
    for (const { targetCode, ...point } of await this.repository.values(tx, planId, until)) {
      (series[targetCode] ??= []).push(point);
    }
    return series;
  }

  /** The verdicts of all approved and published reports, oldest first. */
  async verdicts(
    tx: Tx,
    plan: { readonly id: string; readonly focusAreas: readonly { readonly id: string; readonly slug: string }[] },
  ): Promise<PlanResults['verdicts']> {
    const slugs = new Map(plan.focusAreas.map((area) => [area.id, area.slug]));
    const rows = await this.results.verdicts(tx, plan.id);
    return rows.flatMap(({ focusAreaId, ...row }) => {
      const focusAreaSlug = slugs.get(focusAreaId);
      return focusAreaSlug === undefined ? [] : [{ ...row, focusAreaSlug }];
    });
  }

  /** Publishes the revisions of approved reports. Throws `WrongState` when one of them is no longer what was composed. */
  async publish(
    tx: Tx,
    who: Principal,
    composed: readonly { readonly id: string; readonly sha256: string }[],
  ): Promise<void> {
    if (composed.length === 0) return;
    const rows = await this.reports.lockAll(
      tx,
      composed.map(({ id }) => id),
    );
    if (rows.length !== composed.length) throw new WrongState('changed-meanwhile');
    const asked = rows.map((row) => ({
      row,
      request: { revisionHash: composed.find(({ id }) => id === row.id)?.sha256 },
    }));
    await this.take(tx, who, 'publish', asked, () => new WrongState('changed-meanwhile'));
  }

  /** Reopens a published report as a draft of its next revision. Throws `NotFound` or `WrongState`. */
  async correct(tx: Tx, who: Principal, id: string, reason: string): Promise<void> {
    const row = await this.reports.lock(tx, id);
    if (!row) throw new NotFound();
    await this.take(tx, who, 'correct', [{ row, request: { reason } }], (refusal, held) =>
      this.subjects.refused(tx, who, refusal, held),
    );
  }

  private async take(
    tx: Tx,
    who: Principal,
    name: TransitionName,
    asked: readonly { readonly row: ReportRow; readonly request: TransitionInput }[],
    error: RefusalError<ReportTerms, HeldReport>,
  ): Promise<void> {
    const calls = asked.map(({ row, request }) => ({
      held: this.subjects.held(row, who),
      call: { name, within: PUBLICATION, request },
    }));
    const actor = { personId: who.personId, name: who.name, at: this.clock.now() };
    await this.engine.take(tx, this.subjects, actor, calls, error);
  }
}
