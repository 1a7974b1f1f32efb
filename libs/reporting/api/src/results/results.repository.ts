import { Assessment, Verdict } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import { allRows, sql } from '@malspar/shared-api/sql';
import { Provenance } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { VALUES_OF_ENTRY, WITH_APPROVED } from '../reports/approved-word.sql.js';
import { ApprovedEntryRow, StoredValue } from '../reports/report-rows.js';

const VerdictRow = z.object({
  reportId: z.string(),
  focusAreaId: z.string(),
  period: z.string(),
  verdict: Verdict.nullable(),
  explanation: z.string(),
  provenance: Provenance,
});

const LatestRow = z.object({
  targetCode: z.string(),
  period: z.string(),
  assessment: Assessment.nullable(),
  comment: z.string(),
  provenance: Provenance,
  /** The newest value of the target, also when it is older than its newest entry. */
  value: StoredValue.nullable(),
});

/** Questions about what has been approved, across reports. */
@Injectable()
export class ResultsRepository {
  /**
   * The verdicts of all approved and published reports, oldest period first; a whole year's, where there is one, has the
   * year as its period and comes after that of the year's last period.
   */
  verdicts(tx: Tx, planId: string): Promise<z.infer<typeof VerdictRow>[]> {
    return allRows(
      tx,
      VerdictRow,
      sql`${WITH_APPROVED}
       SELECT r.id AS "reportId", focus_area_id AS "focusAreaId", said.*
       FROM approved_report r JOIN reporting_period p ON p.id = r.period_id CROSS JOIN LATERAL (
         VALUES (code, verdict, verdict_explanation, verdict_provenance),
           (left(code, 4), year_verdict, year_explanation, year_provenance)
         ) AS said (period, verdict, explanation, provenance)
       WHERE p.plan_id = ${planId} AND (said.period = code OR said.verdict IS NOT NULL)
       ORDER BY ends_on, length(said.period) DESC, r.focus_area_id`,
    );
  }

  /** Everything that approved and published reports have said of some targets, oldest first. */
  approvedOfTargets(tx: Tx, targetIds: readonly string[]): Promise<ApprovedEntryRow[]> {
    return allRows(
      tx,
      ApprovedEntryRow,
      sql`${WITH_APPROVED}
          SELECT * FROM approved_entry WHERE "targetId" = ANY (${targetIds}::uuid[]) ORDER BY "endsOn"`,
    );
  }

  /** The newest approved entry of each target. */
  latest(tx: Tx, planId: string): Promise<z.infer<typeof LatestRow>[]> {
    return allRows(
      tx,
      LatestRow,
      sql`${WITH_APPROVED}
       SELECT DISTINCT ON (e."targetId") e."targetCode", e.period, e.assessment, e.comment, e.provenance,
         first_value(e.value) OVER (PARTITION BY e."targetId" ORDER BY e.value IS NULL, e."endsOn" DESC) AS value
       FROM (
         SELECT e.*, (SELECT to_jsonb(v) FROM ${VALUES_OF_ENTRY} ORDER BY v.period DESC LIMIT 1) AS value
         FROM approved_entry e WHERE e."planId" = ${planId}) e
       ORDER BY e."targetId", e."endsOn" DESC`,
    );
  }
}
