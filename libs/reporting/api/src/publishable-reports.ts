import { RevisionContent, type PlanResults, type SeriesPoint, transitionFrom } from '@malspar/reporting-model';
import { dateInZone, type PlainDate, type Principal } from '@malspar/shared-model';
import { AuditLog, Clock, NotFound, type Tx, WrongState } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { DraftWordingRepository } from './draft-wording.repository.js';
import { type PublishableRow, PublishableReportsRepository } from './publishable-reports.repository.js';
import { ReportRepository } from './report.repository.js';
import { ReportStepRepository } from './report-step.repository.js';
import { ResultsRepository } from './results.repository.js';

/** A report as a publication sees it: where it stands, and the revision that it holds. */
export interface PublishableReport extends Omit<PublishableRow, 'canonical' | 'approvedAt'> {
  readonly content: RevisionContent | null;
  readonly approvedOn: PlainDate | null;
}

/** What a publication needs of reports, and the two steps that only a publication takes, inside its transaction. */
@Injectable()
export class PublishableReports {
  constructor(
    private readonly repository: PublishableReportsRepository,
    private readonly reports: ReportRepository,
    private readonly steps: ReportStepRepository,
    private readonly wordings: DraftWordingRepository,
    private readonly results: ResultsRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The reports on periods within the two dates, oldest first. */
  async within(tx: Tx, planId: string, start: PlainDate, end: PlainDate): Promise<PublishableReport[]> {
    const rows = await this.repository.within(tx, planId, start, end);
    return rows.map(({ canonical, approvedAt, ...row }) => ({
      ...row,
      content: canonical === null ? null : RevisionContent.parse(JSON.parse(canonical)),
      approvedOn: approvedAt && dateInZone(approvedAt),
    }));
  }

  /** Every figure that approved and published reports have given up to a date, by target. */
  async figures(tx: Tx, planId: string, until: PlainDate): Promise<Record<string, SeriesPoint[]>> {
    const series: Record<string, SeriesPoint[]> = {};
    for (const { targetCode, ...point } of await this.repository.figures(tx, planId, until)) {
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

  /** Takes approved reports to `published`, and clears what was kept of how they were written. Throws `WrongState` when one of them is no longer what was composed. */
  async publish(
    tx: Tx,
    who: Principal,
    reports: readonly { readonly id: string; readonly sha256: string }[],
  ): Promise<void> {
    if (reports.length === 0) return;
    const moved = await this.repository.publish(tx, reports, { ...who, at: this.clock.now() });
    if (moved.length !== reports.length) throw new WrongState('changed-meanwhile');
    await this.wordings.clear(tx, moved);
    await this.audit.appendAll(
      tx,
      reports.map(({ id, sha256 }) => ({
        kind: 'report.publish',
        actor: who,
        subject: { type: 'report', id },
        data: { sha256 },
      })),
    );
  }

  /** Reopens a published report as a draft of its next revision. Throws `NotFound` or `WrongState`. */
  async correct(tx: Tx, who: Principal, id: string, reason: string): Promise<void> {
    const row = await this.reports.lock(tx, id);
    if (!row) throw new NotFound();
    const transition = transitionFrom(row.state, 'correct');
    if (!transition) throw new WrongState(`not-from-${row.state}`);
    const number = row.transitions + 1;
    const reference = `${row.period}-${row.areaNumber}-${number}`;
    const outcome = await this.steps.take(
      tx,
      row,
      {
        number,
        reference,
        name: transition.name,
        reason,
        toState: transition.to,
        revision: row.revision,
        revisionSha256: row.revisionSha256,
        submittedBy: row.submittedBy,
        submittedByName: row.submittedByName,
        submittedAt: row.submittedAt,
        endorsedBy: null,
        frozen: null,
        comments: [],
        endsRound: false,
        needsReply: false,
      },
      { ...who, at: this.clock.now() },
    );
    if (outcome !== 'taken') throw new WrongState('changed-meanwhile');
    await this.audit.append(tx, {
      kind: 'report.correct',
      actor: who,
      subject: { type: 'report', id },
      data: { reference, from: row.state, to: transition.to, reason },
    });
  }
}
