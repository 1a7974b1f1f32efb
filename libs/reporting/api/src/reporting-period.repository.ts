import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { ReportingPeriodEntity } from './reporting-period.entity.js';

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';

@Injectable()
export class ReportingPeriodRepository {
  /** All periods of a plan, newest first. */
  ofPlan(tx: Tx, planId: string): Promise<ReportingPeriodEntity[]> {
    return tx.find(ReportingPeriodEntity, { where: { planId }, order: { endsOn: 'DESC' } });
  }

  /** Waits for its turn on the period, after the reports that are taking a step. */
  lock(tx: Tx, planId: string, code: string): Promise<ReportingPeriodEntity | null> {
    return tx.findOne(ReportingPeriodEntity, { where: { planId, code }, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds the periods; false when one exists already or overlaps another, and then the transaction is lost. */
  async insert(tx: Tx, periods: readonly ReportingPeriodEntity[]): Promise<boolean> {
    try {
      await tx.insert(ReportingPeriodEntity, [...periods]);
      return true;
    } catch (error) {
      if (error instanceof QueryFailedError && isTaken(error)) return false;
      throw error;
    }
  }

  async close(
    tx: Tx,
    id: string,
    closed: Pick<ReportingPeriodEntity, 'closedAt' | 'closedBy' | 'closedReason'>,
  ): Promise<void> {
    await tx.update(ReportingPeriodEntity, { id }, closed);
  }
}

const isTaken = ({ driverError }: { readonly driverError: unknown }): boolean => {
  const { code } = driverError as { code?: string };
  return code === UNIQUE_VIOLATION || code === EXCLUSION_VIOLATION;
};
