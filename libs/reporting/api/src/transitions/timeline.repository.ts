import { ReportState, TransitionName } from '@malspar/reporting-model';
import { momentInJson, type Tx } from '@malspar/shared-api';
import { firstRow, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { PeriodEvent } from '../periods/reporting-period.repository.js';

const TimelineTransition = z.object({
  name: TransitionName,
  fromState: ReportState,
  toState: ReportState,
  revision: z.number(),
  reason: z.string().nullable(),
  actorName: z.string(),
  at: momentInJson,
});
export type TimelineTransition = z.infer<typeof TimelineTransition>;

const Story = z.object({ transitions: z.array(TimelineTransition), events: z.array(PeriodEvent) });

@Injectable()
export class TimelineRepository {
  /**
   * The transitions that a report has taken and what has been done with its period, each oldest first. Periods that were opened
   * before their story was kept have none.
   */
  async story(tx: Tx, reportId: string, periodId: string): Promise<z.infer<typeof Story>> {
    const story = await firstRow(
      tx,
      Story,
      sql`SELECT
         (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'fromState', from_state, 'toState', to_state,
             'revision', revision, 'reason', reason, 'actorName', actor_name, 'at', at) ORDER BY number), '[]')
          FROM report_transition WHERE report_id = ${reportId}) AS transitions,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'dueOn', due_on, 'reason', reason,
             'actorName', actor_name, 'at', at) ORDER BY number), '[]')
          FROM reporting_period_event WHERE period_id = ${periodId}) AS events`,
    );
    return story ?? { transitions: [], events: [] };
  }
}
