import { momentInJson, type Tx } from '@malspar/shared-api';
import { changeRows, entityRows, managerOf, sql, typed } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import * as z from 'zod';
import { ReportingPeriodEntity } from './reporting-period.entity.js';

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';

/** One act in a period's story, as it stands in JSON. */
export const PeriodEvent = z.object({
  kind: z.enum(['opened', 'due_moved', 'closed', 'reopened']),
  /** The due date that it was given; null when it was closed or opened again. */
  dueOn: z.string().nullable(),
  reason: z.string().nullable(),
  /** Empty for the system itself. */
  actorName: z.string(),
  at: momentInJson,
});
export type PeriodEvent = z.infer<typeof PeriodEvent>;

const PeriodRow = z.object({
  id: z.string(),
  planId: z.string(),
  code: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  opensOn: z.string(),
  dueOn: z.string(),
  version: z.number(),
  closedAt: z.date().nullable(),
  closedBy: z.string().nullable(),
  closedReason: z.string().nullable(),
});

@Injectable()
export class ReportingPeriodRepository {
  /** All periods of a plan, newest first. */
  ofPlan(tx: Tx, planId: string): Promise<ReportingPeriodEntity[]> {
    return entityRows(tx, PeriodRow, ReportingPeriodEntity, sql`WHERE plan_id = ${planId} ORDER BY ends_on DESC`);
  }

  /** Waits for its turn on the period, after the reports that are taking a transition. */
  async lock(tx: Tx, planId: string, code: string): Promise<ReportingPeriodEntity | null> {
    const which = sql`WHERE plan_id = ${planId} AND code = ${code} FOR UPDATE`;
    const [period = null] = await entityRows(tx, PeriodRow, ReportingPeriodEntity, which);
    return period;
  }

  /** Adds the periods; false when one exists already or overlaps another, and then the transaction is lost. */
  async insert(tx: Tx, periods: readonly ReportingPeriodEntity[]): Promise<boolean> {
    try {
      await managerOf(tx).insert(ReportingPeriodEntity, [...periods]);
      return true;
    } catch (error) {
      if (error instanceof QueryFailedError && isTaken(error)) return false;
      throw error;
    }
  }

  /** Closes a period, or opens it again where all three are null. */
  async close(
    tx: Tx,
    id: string,
    closed: Pick<ReportingPeriodEntity, 'closedAt' | 'closedBy' | 'closedReason'>,
  ): Promise<void> {
    await managerOf(tx).update(ReportingPeriodEntity, { id }, { ...closed, version: () => 'version + 1' });
  }

  async moveDueDate(tx: Tx, id: string, dueOn: string): Promise<void> {
    await managerOf(tx).update(ReportingPeriodEntity, { id }, { dueOn, version: () => 'version + 1' });
  }

  /** Adds to the period's story; the period is locked or new, so that numbers follow on each other. */
  async note(
    tx: Tx,
    periodId: string,
    { kind, dueOn, reason }: Pick<PeriodEvent, 'kind' | 'dueOn' | 'reason'>,
    actor: { readonly personId: string | null; readonly name: string; readonly at: Date },
  ): Promise<void> {
    const period = typed(periodId, 'uuid');
    await changeRows(
      tx,
      sql`INSERT INTO reporting_period_event (period_id, number, kind, due_on, reason, actor_id, actor_name, at)
       SELECT ${period}, coalesce(max(number), 0) + 1, ${kind}, ${dueOn}::date, ${reason}, ${actor.personId}::uuid,
         ${actor.name}, ${actor.at}::timestamptz
       FROM reporting_period_event WHERE period_id = ${period}`,
    );
  }
}

const isTaken = ({ driverError }: { readonly driverError: unknown }): boolean => {
  const { code } = driverError as { code?: string };
  return code === UNIQUE_VIOLATION || code === EXCLUSION_VIOLATION;
};
