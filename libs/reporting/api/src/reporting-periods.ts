import { randomUUID } from 'node:crypto';
import { PlanService } from '@malspar/plan-api';
import type { Plan } from '@malspar/plan-model';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { daysBetween, parsePeriod, type PlainDate, type Principal } from '@malspar/shared-model';
import { AuditLog, Clock, Database, Invalid, NotFound, type Tx, WrongState } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { EntryRepository } from './entry.repository.js';
import { newEntry, newReport } from './new-report.js';
import { periodState } from './report-assembly.js';
import { areaOf } from './report-reader.js';
import type { ReportingPeriodEntity } from './reporting-period.entity.js';
import { ReportingPeriodRepository } from './reporting-period.repository.js';
import { ReportRepository } from './report.repository.js';
import { PeriodExists, PeriodIncomplete } from './reporting.errors.js';

export interface NewPeriod {
  readonly code: string;
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
}

/** Opens periods with a report for each area, lists them and closes them. */
@Injectable()
export class ReportingPeriods {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly periods: ReportingPeriodRepository,
    private readonly reports: ReportRepository,
    private readonly entries: EntryRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(): Promise<ReportingPeriod[]> {
    const tx = this.database.read;
    const today = this.clock.today();
    const plan = await this.plans.plan(tx, today);
    return (await this.periods.ofPlan(tx, plan.id)).map((row) => periodOf(row, today));
  }

  /** Opens a period of the plan in force; throws `PeriodExists`, or `Invalid` when the plan has no such period. */
  async add(who: Principal, period: NewPeriod): Promise<ReportingPeriod> {
    return this.database.write(async (tx) => {
      const { start, end, cadence } = parsePeriod(period.code);
      const plan = await this.plans.plan(tx, end);
      if (cadence !== plan.cadence || end < plan.start || start > plan.end) {
        throw new Invalid([{ pointer: '/code', code: 'not-a-period-of-the-plan' }]);
      }
      return this.open(tx, plan, period, who);
    });
  }

  /**
   * Opens a period in the caller's transaction: a report for every area, an entry for every target in `plan`, which is
   * the plan as it stands at the end of the period. Throws `PeriodExists`.
   */
  async open(tx: Tx, plan: Plan, period: NewPeriod, who: Principal | 'system'): Promise<ReportingPeriod> {
    const { start, end } = parsePeriod(period.code);
    const row: ReportingPeriodEntity = {
      ...period,
      id: randomUUID(),
      planId: plan.id,
      startsOn: start,
      endsOn: end,
      closedAt: null,
      closedBy: null,
      closedReason: null,
    };
    if (!(await this.periods.insert(tx, [row]))) throw new PeriodExists(period.code);
    const at = this.clock.now();
    const reports = plan.focusAreas.map((area) => ({ area, report: newReport(row.id, area.id, at) }));
    await this.reports.insert(
      tx,
      reports.map(({ report }) => report),
    );
    await this.entries.insert(
      tx,
      reports.flatMap(({ area, report }) => area.targets.map((target, place) => newEntry(report.id, target, place))),
    );
    await this.audit.append(tx, {
      kind: 'period.open',
      actor: who,
      subject: { type: 'period', id: row.id },
      data: { ...period },
    });
    return periodOf(row, this.clock.today());
  }

  /**
   * Closes a period. While reports are missing it says which (`PeriodIncomplete`); with a reason it is closed anyway,
   * and what has never been submitted stays unwritten.
   */
  async close(who: Principal, code: string, reason: string | null): Promise<ReportingPeriod> {
    return this.database.write(async (tx) => {
      const plan = await this.plans.plan(tx, this.clock.today());
      const period = await this.periods.lock(tx, plan.id, code);
      if (!period) throw new NotFound();
      if (period.closedAt) throw new WrongState('already-closed');
      const missing = await this.missing(tx, plan, period);
      if (missing.length > 0 && reason === null) throw new PeriodIncomplete(missing);
      const closed = { closedAt: this.clock.now(), closedBy: who.personId, closedReason: reason };
      await this.periods.close(tx, period.id, closed);
      await this.audit.append(tx, {
        kind: 'period.close',
        actor: who,
        subject: { type: 'period', id: period.id },
        data: { code, reason, missing: missing.map(({ slug, state }) => ({ slug, state })) },
      });
      return periodOf({ ...period, ...closed }, this.clock.today());
    });
  }

  private async missing(tx: Tx, plan: Plan, period: ReportingPeriodEntity) {
    const reports = await this.reports.ofPeriod(tx, period.id);
    return reports
      .filter(({ state }) => state !== 'approved' && state !== 'published')
      .map(({ focusAreaId, state }) => {
        const { slug, title, number } = areaOf(plan, focusAreaId);
        return { slug, title, number, state };
      })
      .sort((a, b) => a.number - b.number);
  }
}

function periodOf(row: ReportingPeriodEntity, today: PlainDate): ReportingPeriod {
  return {
    id: row.id,
    code: row.code,
    start: row.startsOn,
    end: row.endsOn,
    opensOn: row.opensOn,
    dueOn: row.dueOn,
    state: periodState(row, today),
    daysLeft: daysBetween(today, row.dueOn),
  };
}
