import type { ReportState } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { ReportEntity } from './report.entity.js';

/** A report's own row with its period's; dates are plain dates. */
export interface ReportRow extends ReportEntity {
  readonly planId: string;
  readonly period: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closedAt: Date | null;
}

export interface ReportCounts {
  readonly entriesDone: number;
  readonly entriesTotal: number;
  readonly unansweredComments: number;
}
export type CountedReportRow = ReportRow & ReportCounts;

export interface ReportFilter {
  readonly planId: string;
  readonly period?: string;
  readonly state?: ReportState;
  /** Areas whose reports are listed at all; null is every area. */
  readonly areaIds: readonly string[] | null;
  /** Areas whose reports are seen in every state; of the others only what is approved or published. */
  readonly insiderAreaIds: readonly string[];
  readonly page: number;
  readonly limit: number;
}

const COLUMNS = `
  r.id, r.period_id AS "periodId", r.focus_area_id AS "focusAreaId", r.state, r.state_since AS "stateSince", r.version,
  r.verdict, r.verdict_explanation AS "verdictExplanation", r.verdict_provenance AS "verdictProvenance",
  r.verdict_source_key AS "verdictSourceKey", r.verdict_version AS "verdictVersion",
  r.verdict_updated_at AS "verdictUpdatedAt", r.verdict_updated_by AS "verdictUpdatedBy",
  r.verdict_updated_by_name AS "verdictUpdatedByName", r.revision, r.revision_sha256 AS "revisionSha256",
  r.submitted_by AS "submittedBy", r.submitted_by_name AS "submittedByName", r.submitted_at AS "submittedAt",
  r.endorsed_by AS "endorsedBy", r.transitions, r.imported_at AS "importedAt", r.created_at AS "createdAt",
  p.plan_id AS "planId", p.code AS period, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
  p.opens_on::text AS "opensOn", p.due_on::text AS "dueOn", p.closed_at AS "closedAt"`;

const COUNTS = `
  (SELECT count(*)::int FROM entry e WHERE e.report_id = r.id AND e.assessment IS NOT NULL) AS "entriesDone",
  (SELECT count(*)::int FROM entry e WHERE e.report_id = r.id) AS "entriesTotal",
  (SELECT count(*)::int FROM report_comment c WHERE c.report_id = r.id AND c.answer IS NULL) AS "unansweredComments"`;

@Injectable()
export class ReportRepository {
  async find(tx: Tx, id: string): Promise<CountedReportRow | null> {
    const rows = await tx.query<CountedReportRow[]>(
      `SELECT ${COLUMNS}, ${COUNTS} FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /**
   * Waits for its turn on the report; its period cannot be closed meanwhile. Only what stands on the two rows is
   * sure to be fresh after the wait: anything else must be read afterwards.
   */
  async lock(tx: Tx, id: string): Promise<ReportRow | null> {
    const rows = await tx.query<ReportRow[]>(
      `SELECT ${COLUMNS} FROM report r JOIN reporting_period p ON p.id = r.period_id
       WHERE r.id = $1 FOR UPDATE OF r FOR SHARE OF p`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** One page of reports, newest period first, then in the areas' order as given by `areaOrder`. */
  async page(
    tx: Tx,
    filter: ReportFilter,
    areaOrder: readonly string[],
  ): Promise<{ rows: CountedReportRow[]; total: number }> {
    const rows = await tx.query<(CountedReportRow & { total: number })[]>(
      `WITH found AS (
         SELECT r.id, p.ends_on, array_position($6::uuid[], r.focus_area_id) AS place, count(*) OVER ()::int AS total
         FROM report r JOIN reporting_period p ON p.id = r.period_id
         WHERE p.plan_id = $1
           AND ($2::text IS NULL OR p.code = $2)
           AND ($3::text IS NULL OR r.state = $3)
           AND ($4::uuid[] IS NULL OR r.focus_area_id = ANY ($4))
           AND (r.focus_area_id = ANY ($5::uuid[]) OR r.state IN ('approved', 'published'))
         ORDER BY p.ends_on DESC, place, r.id
         OFFSET $7 LIMIT $8)
       SELECT ${COLUMNS}, ${COUNTS}, f.total
       FROM found f JOIN report r ON r.id = f.id JOIN reporting_period p ON p.id = r.period_id
       ORDER BY f.ends_on DESC, f.place, r.id`,
      [
        filter.planId,
        filter.period ?? null,
        filter.state ?? null,
        filter.areaIds,
        filter.insiderAreaIds,
        areaOrder,
        (filter.page - 1) * filter.limit,
        filter.limit,
      ],
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  /** Where each report of a period stands. */
  ofPeriod(tx: Tx, periodId: string): Promise<{ id: string; focusAreaId: string; state: ReportState }[]> {
    return tx.query(`SELECT id, focus_area_id AS "focusAreaId", state FROM report WHERE period_id = $1`, [periodId]);
  }

  async insert(tx: Tx, reports: readonly ReportEntity[]): Promise<void> {
    if (reports.length > 0) await tx.insert(ReportEntity, [...reports]);
  }
}
