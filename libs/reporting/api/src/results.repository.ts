import type { Assessment, Verdict } from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import type { StoredValue } from './entry.repository.js';

export interface VerdictRow {
  readonly reportId: string;
  readonly focusAreaId: string;
  readonly period: string;
  readonly verdict: Verdict | null;
  readonly explanation: string;
  readonly provenance: Provenance;
}

export interface LatestRow {
  readonly targetCode: string;
  readonly period: string;
  readonly assessment: Assessment | null;
  readonly comment: string;
  readonly provenance: Provenance;
  /** The newest figure of the target, also when it is older than its newest answer. */
  readonly value: StoredValue | null;
}

/** Questions about what has been approved, across reports. */
@Injectable()
export class ResultsRepository {
  /**
   * The verdicts of all approved and published reports, oldest period first; a whole year's, where there is one, has the
   * year as its period and comes after that of the year's last period.
   */
  verdicts(tx: Tx, planId: string): Promise<VerdictRow[]> {
    return tx.query(
      `WITH approved AS (
         SELECT r.*, p.code, p.ends_on FROM report r JOIN reporting_period p ON p.id = r.period_id
         WHERE p.plan_id = $1 AND r.state IN ('approved', 'published'))
       SELECT approved.id AS "reportId", focus_area_id AS "focusAreaId", said.*
       FROM approved CROSS JOIN LATERAL (
         VALUES (code, verdict, verdict_explanation, verdict_provenance),
           (left(code, 4), year_verdict, year_explanation, year_provenance)
         ) AS said (period, verdict, explanation, provenance)
       WHERE said.period = code OR said.verdict IS NOT NULL
       ORDER BY ends_on, length(said.period) DESC`,
      [planId],
    );
  }

  /** The newest approved answer to each target. */
  latest(tx: Tx, planId: string): Promise<LatestRow[]> {
    return tx.query(
      `SELECT DISTINCT ON (e.target_id) e.target_code AS "targetCode", p.code AS period, e.assessment, e.comment,
         e.provenance, newest.value
       FROM entry e JOIN report r ON r.id = e.report_id JOIN reporting_period p ON p.id = r.period_id
       LEFT JOIN LATERAL (
         SELECT json_build_object('period', v.period, 'value', v.value::text, 'provenance', v.provenance,
           'sourceKey', v.source_key) AS value
         FROM entry_value v JOIN entry ve ON ve.id = v.entry_id JOIN report vr ON vr.id = ve.report_id
           JOIN reporting_period vp ON vp.id = vr.period_id
         WHERE ve.target_id = e.target_id AND vr.state IN ('approved', 'published')
         ORDER BY vp.ends_on DESC, v.period DESC LIMIT 1) newest ON true
       WHERE p.plan_id = $1 AND r.state IN ('approved', 'published')
       ORDER BY e.target_id, p.ends_on DESC`,
      [planId],
    );
  }
}
