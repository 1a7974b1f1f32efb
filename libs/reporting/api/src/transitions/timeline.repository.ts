import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import type { ReportTransitionEntity } from './report-transition.entity.js';
import type { PeriodEvent } from '../periods/reporting-period.repository.js';

export type TimelineStep = Pick<
  ReportTransitionEntity,
  'name' | 'fromState' | 'toState' | 'revision' | 'reason' | 'actorName' | 'at'
>;
type AsJson<Row> = Omit<Row, 'at'> & { readonly at: string };

@Injectable()
export class TimelineRepository {
  /**
   * The steps that a report has taken and what has been done with its period, each oldest first. Periods that were opened
   * before their story was kept have none.
   */
  async story(tx: Tx, reportId: string, periodId: string): Promise<{ steps: TimelineStep[]; events: PeriodEvent[] }> {
    const [story] = await managerOf(tx).query<{ steps: AsJson<TimelineStep>[]; events: AsJson<PeriodEvent>[] }[]>(
      `SELECT
         (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'fromState', from_state, 'toState', to_state,
             'revision', revision, 'reason', reason, 'actorName', actor_name, 'at', at) ORDER BY number), '[]')
          FROM report_transition WHERE report_id = $1) AS steps,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'dueOn', due_on, 'reason', reason,
             'actorName', actor_name, 'at', at) ORDER BY number), '[]')
          FROM reporting_period_event WHERE period_id = $2) AS events`,
      [reportId, periodId],
    );
    return { steps: (story?.steps ?? []).map(inTime), events: (story?.events ?? []).map(inTime) };
  }
}

const inTime = <Row extends { readonly at: string }>(row: Row): Omit<Row, 'at'> & { at: Date } => ({
  ...row,
  at: new Date(row.at),
});
