import { randomUUID } from 'node:crypto';
import { PlanService } from '@malspar/plan-api';
import type { Plan } from '@malspar/plan-model';
import {
  isSettled,
  nextPeriod,
  type NextPeriods,
  periodAudit,
  periodState,
  type ReportingPeriod,
} from '@malspar/reporting-model';
import { daysBetween, parsePeriod, type PlainDate, type Principal } from '@malspar/shared-model';
import {
  AuditLog,
  AuthorizedWrites,
  Clock,
  Database,
  Idempotency,
  Invalid,
  NotFound,
  type Tx,
  WrongState,
} from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { newEntry, newReport } from '../reports/new-report.js';
import { ReportRepository } from '../reports/report.repository.js';
import { areaOf } from '../reports/reports.js';
import { PeriodExists, PeriodIncomplete } from './period.errors.js';
import { askAbout, type Confirmed, doubtsOnMoving, doubtsOnOpening } from './period-questions.js';
import type { ReportingPeriodEntity } from './reporting-period.entity.js';
import { ReportingPeriodRepository } from './reporting-period.repository.js';

export interface NewPeriod {
  readonly code: string;
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
  /** Why, where somebody has said so. */
  readonly reason?: string;
}

/** Opens periods with a report for each area, lists them, moves their due dates, closes them and opens them again. */
@Injectable()
export class ReportingPeriods {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly plans: PlanService,
    private readonly periods: ReportingPeriodRepository,
    private readonly reports: ReportRepository,
    private readonly idempotency: Idempotency,
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

  /** The period that comes next in the plan in force, with the days that it would have. */
  async next(): Promise<NextPeriods> {
    const tx = this.database.read;
    const today = this.clock.today();
    const plan = await this.plans.plan(tx, today);
    const there = (await this.periods.ofPlan(tx, plan.id)).map((row) => periodOf(row, today));
    return nextPeriod(plan, there, today);
  }

  /**
   * Opens a period of the plan, once per key; throws `PeriodExists`, `Invalid` when the plan has no such period, or
   * `PeriodDoubtful` when its days or its place may be a slip.
   */
  async add(by: Principal, key: string, period: NewPeriod & Confirmed): Promise<ReportingPeriod> {
    const call = { key, personId: by.personId, request: { open: period } };
    return this.writes.write(by, 'period.open', (tx, who) =>
      this.idempotency.once(tx, call, async () => {
        const { start, end, cadence } = parsePeriod(period.code);
        const plan = await this.plans.plan(tx, end);
        if (cadence !== plan.cadence || end < plan.start || start > plan.end) {
          throw new Invalid([{ pointer: '/code', code: 'not-a-period-of-the-plan' }]);
        }
        const there = (await this.periods.ofPlan(tx, plan.id)).map((row) => periodOf(row, this.clock.today()));
        askAbout(doubtsOnOpening(plan, there, { ...period, start, end }, this.clock.today()), period);
        return this.open(tx, plan, period, who);
      }),
    );
  }

  /**
   * Opens a period in the caller's transaction: a report for every area, an entry for every target in `plan`, which is
   * the plan as it stands at the end of the period. Throws `PeriodExists`.
   */
  async open(tx: Tx, plan: Plan, period: NewPeriod, who: Principal | 'system'): Promise<ReportingPeriod> {
    const { start, end } = parsePeriod(period.code);
    const { code, opensOn, dueOn, reason = null } = period;
    const row: ReportingPeriodEntity = {
      ...{ code, opensOn, dueOn, version: 1 },
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
      reports.flatMap(({ area, report }) => area.targets.map((target, place) => newEntry(report.id, target, place))),
    );
    const actor = { personId: who === 'system' ? null : who.personId, name: who === 'system' ? '' : who.name, at };
    await this.periods.note(tx, row.id, { kind: 'opened', dueOn, reason }, actor);
    await this.audit.append(tx, {
      kind: periodAudit.kinds.open,
      actor: who,
      subjectId: row.id,
      data: { code, opensOn, dueOn, reason },
    });
    return periodOf(row, this.clock.today());
  }

  /**
   * Closes a period. While reports are missing it says which (`PeriodIncomplete`); with a reason it is closed anyway,
   * and what has never been submitted stays unwritten.
   */
  async close(by: Principal, code: string, reason: string | null): Promise<ReportingPeriod> {
    return this.writes.write(by, 'period.close', async (tx, who) => {
      const plan = await this.plans.plan(tx, this.clock.today());
      const period = await this.periods.lock(tx, plan.id, code);
      if (!period) throw new NotFound();
      if (period.closedAt) throw new WrongState('already-closed');
      const missing = await this.missing(tx, plan, period);
      if (missing.length > 0 && reason === null) throw new PeriodIncomplete(missing);
      const closed = { closedAt: this.clock.now(), closedBy: who.personId, closedReason: reason };
      await this.periods.close(tx, period.id, closed);
      await this.periods.note(tx, period.id, { kind: 'closed', dueOn: null, reason }, { ...who, at: closed.closedAt });
      await this.audit.append(tx, {
        kind: periodAudit.kinds.close,
        actor: who,
        subjectId: period.id,
        data: { code, reason, missing: missing.map(({ slug, state }) => ({ slug, state })) },
      });
      return periodOf({ ...period, ...closed, version: period.version + 1 }, this.clock.today());
    });
  }

  /** Takes the closing of a period back, once per key. Throws `NotFound`, or `WrongState` when it is not closed. */
  async reopen(by: Principal, code: string, key: string, reason: string): Promise<ReportingPeriod> {
    const call = { key, personId: by.personId, request: { reopen: code, reason } };
    return this.writes.write(by, 'period.reopen', (tx, who) =>
      this.idempotency.once(tx, call, async () => {
        const period = await this.locked(tx, code);
        if (!period.closedAt) throw new WrongState('not-closed');
        const open = { closedAt: null, closedBy: null, closedReason: null };
        await this.periods.close(tx, period.id, open);
        await this.periods.note(
          tx,
          period.id,
          { kind: 'reopened', dueOn: null, reason },
          { ...who, at: this.clock.now() },
        );
        await this.audit.append(tx, {
          kind: periodAudit.kinds.reopen,
          actor: who,
          subjectId: period.id,
          data: { code, reason },
        });
        return periodOf({ ...period, ...open, version: period.version + 1 }, this.clock.today());
      }),
    );
  }

  /**
   * Moves a period's due date. Throws `PreconditionFailed` with the period as it stands when it has another version,
   * `WrongState` when it is closed, `Invalid` when the date is before the day it opens or the one that it has,
   * `PeriodDoubtful` when it may be a slip.
   */
  async moveDueDate(
    by: Principal,
    code: string,
    version: number,
    move: { readonly dueOn: PlainDate; readonly reason: string } & Confirmed,
  ): Promise<ReportingPeriod> {
    return this.writes.write(by, 'period.move-due-date', async (tx, who) => {
      const { dueOn, reason } = move;
      const period = await this.locked(tx, code);
      const today = this.clock.today();
      if (period.version !== version) {
        throw await this.audit.changedMeanwhile(
          tx,
          who,
          { type: periodAudit.type, id: period.id },
          periodOf(period, today),
        );
      }
      if (period.closedAt) throw new WrongState('period-closed');
      if (dueOn < period.opensOn) throw new Invalid([{ pointer: '/dueOn', code: 'ends-before-start' }]);
      if (dueOn === period.dueOn) throw new Invalid([{ pointer: '/dueOn', code: 'unchanged' }]);
      askAbout(doubtsOnMoving({ end: period.endsOn, dueOn }, today), move);
      await this.periods.moveDueDate(tx, period.id, dueOn);
      await this.periods.note(tx, period.id, { kind: 'due_moved', dueOn, reason }, { ...who, at: this.clock.now() });
      await this.audit.append(tx, {
        kind: periodAudit.kinds['move-due-date'],
        actor: who,
        subjectId: period.id,
        data: { code, from: period.dueOn, to: dueOn, reason },
      });
      return periodOf({ ...period, dueOn, version: version + 1 }, today);
    });
  }

  private async locked(tx: Tx, code: string): Promise<ReportingPeriodEntity> {
    const plan = await this.plans.plan(tx, this.clock.today());
    const period = await this.periods.lock(tx, plan.id, code);
    if (!period) throw new NotFound();
    return period;
  }

  private async missing(tx: Tx, plan: Plan, period: ReportingPeriodEntity) {
    const reports = await this.reports.ofPeriod(tx, period.id);
    return reports
      .filter(({ state }) => !isSettled(state))
      .map(({ focusAreaId, state }) => {
        const { slug, title, number } = areaOf(plan, focusAreaId);
        return { slug, title, number, state };
      })
      .sort((a, b) => a.number - b.number);
  }
}

/** The period as it stands today. */
function periodOf(row: ReportingPeriodEntity, today: PlainDate): ReportingPeriod {
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
