import {
  isPublished,
  isSentBack,
  PUBLISHED_STATE,
  type ReportState,
  type SentBack,
  statesThat,
  type UnderCorrection,
} from '@malspar/reporting-model';
import { DATA_VERSIONS, type DataVersions, knownVersions, pageOfRows, type Tx } from '@malspar/shared-api';
import { actingPeople, type ActingPersonRow } from '@malspar/identity-api';
import type { PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { anyOf, HAS_PUBLISHED, IS_SETTLED, PUBLISHED_REVISION } from './approved-word.js';
import type { PublishedFace } from './published-face.js';
import { ReportEntity } from './report.entity.js';
import { WRITING, type Writing, writingOf, type WritingJson } from './writing.js';

/** A report's own row with its period's, and whose its area is; dates are plain dates. */
export interface ReportRow extends ReportEntity {
  readonly departmentId: string;
  readonly areaNumber: number;
  readonly planId: string;
  readonly period: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closedAt: Date | null;
  /** Number of the revision that was published last; null where none was. */
  readonly publishedRevision: number | null;
  /** Number of the newest revision that there is; another than the report's own once a correction was taken back. */
  readonly newestRevision: number;
  /** That revision, while the report is being corrected; null where its own rows are its approved word, or none is. */
  readonly published: PublishedFace | null;
  /** Undefined where it has not been read; null for those who see the published revision of a report under correction. */
  readonly writing?: WritingJson | null;
}

/** What is read beside the report's own row for a list. */
export interface ReportCounts {
  readonly entriesDone: number;
  readonly entriesTotal: number;
  readonly unansweredComments: number;
  /** Null in every other state than returned; the state tells when. */
  readonly sentBack: Pick<SentBack, 'reason' | 'who'> | null;
  /** Null unless it has been published and is not now. */
  readonly correction: UnderCorrection | null;
}

export type CountedReportRow = ReportRow & ReportCounts;

/** A report by itself, with those who can act on it: for its area, its department, or as coordinators. */
export type FoundReportRow = CountedReportRow & { readonly acting: readonly ActingPersonRow[] };

/** Whose reports are seen in every state: all, or those of some areas and departments. */
export type InsiderScope =
  'all' | { readonly focusAreaIds: readonly string[]; readonly departmentIds: readonly string[] };

export interface ReportFilter {
  readonly period?: string;
  readonly state?: ReportState;
  /** Reports of these are listed in every state; of the others only what is approved or published, also while it is corrected. */
  readonly insider: InsiderScope;
  /** Only reports of these; null for no such limit. */
  readonly only: InsiderScope | null;
  /** The areas whose unsettled reports are read with what is written in them. */
  readonly writtenAreaIds: readonly string[];
  readonly page: number;
  readonly limit: number;
}

const COLUMNS = `
  r.id, r.period_id AS "periodId", r.focus_area_id AS "focusAreaId", r.state, r.state_since AS "stateSince", r.version,
  r.verdict, r.verdict_explanation AS "verdictExplanation", r.verdict_provenance AS "verdictProvenance",
  r.verdict_source_key AS "verdictSourceKey", r.verdict_version AS "verdictVersion",
  r.verdict_updated_at AS "verdictUpdatedAt", r.verdict_updated_by AS "verdictUpdatedBy",
  r.verdict_updated_by_name AS "verdictUpdatedByName",
  r.year_verdict AS "yearVerdict", r.year_explanation AS "yearExplanation", r.year_provenance AS "yearProvenance",
  r.year_source_key AS "yearSourceKey", r.year_version AS "yearVersion", r.year_updated_at AS "yearUpdatedAt",
  r.year_updated_by AS "yearUpdatedBy", r.year_updated_by_name AS "yearUpdatedByName", r.verdict_written AS "verdictWritten", r.revision,
  r.revision_sha256 AS "revisionSha256",
  r.submitted_by AS "submittedBy", r.submitted_by_name AS "submittedByName", r.submitted_at AS "submittedAt",
  r.endorsed_by AS "endorsedBy", r.revision_writers AS "revisionWriters", r.transitions, f.department_id AS "departmentId", f.number AS "areaNumber", r.imported_at AS "importedAt", r.created_at AS "createdAt",
  p.plan_id AS "planId", p.code AS period, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
  p.opens_on::text AS "opensOn", p.due_on::text AS "dueOn", p.closed_at AS "closedAt",
  ${PUBLISHED_REVISION} AS "publishedRevision",
  coalesce((SELECT max(v.number) FROM report_revision v WHERE v.report_id = r.id), 0) AS "newestRevision",
  (SELECT jsonb_build_object('number', v.number, 'sha256', v.sha256, 'submittedBy', v.submitted_by,
      'submittedByName', v.submitted_by_name, 'submittedAt', v.submitted_at, 'content', v.canonical::jsonb,
      'publishedAt', (SELECT max(t.at) FROM report_transition t WHERE t.report_id = r.id AND ${HAS_PUBLISHED}))
    FROM report_revision v
    WHERE NOT ${IS_SETTLED} AND v.report_id = r.id AND v.number = ${PUBLISHED_REVISION}) AS published`;

// A report is the area's and the area the department's: policies ask for both, and need not load a plan to know.
const TABLES = `report r JOIN reporting_period p ON p.id = r.period_id JOIN focus_area f ON f.id = r.focus_area_id`;

const PUBLISHED = anyOf(statesThat(isPublished));

const COUNTS = `
  (SELECT count(*)::int FROM entry e WHERE e.report_id = r.id AND e.assessment IS NOT NULL) AS "entriesDone",
  (SELECT count(*)::int FROM entry e WHERE e.report_id = r.id) AS "entriesTotal",
  (SELECT count(*)::int FROM report_comment c WHERE c.report_id = r.id AND c.revision = r.revision AND c.needs_reply AND c.answer IS NULL) AS "unansweredComments",
  (SELECT jsonb_build_object('reason', s.reason, 'who', s.actor_name) FROM report_transition s
    WHERE r.state IN ${anyOf(statesThat(isSentBack))} AND s.report_id = r.id AND s.number = r.transitions) AS "sentBack",
  (SELECT jsonb_build_object('reason', s.reason, 'who', s.actor_name, 'at', s.at, 'revision', s.revision)
    FROM report_transition s WHERE r.state NOT IN ${PUBLISHED} AND s.report_id = r.id AND s.from_state IN ${PUBLISHED}
    ORDER BY s.number DESC LIMIT 1) AS correction`;

const ACTING = `
  (SELECT coalesce(jsonb_agg(each), '[]')
   FROM (${actingPeople('ARRAY[r.focus_area_id, f.department_id]', `'coordinator'`)}) each)`;

@Injectable()
export class ReportRepository {
  /** The report with what is written in it; what is in memory is as new as the row from then on. */
  async find(tx: Tx, id: string, today: PlainDate): Promise<FoundReportRow | null> {
    const [found] = await tx.query<(FoundReportRow & { readonly versions: DataVersions })[]>(
      `SELECT ${COLUMNS}, ${COUNTS}, ${WRITING} AS writing, ${ACTING} AS acting, ${DATA_VERSIONS} AS versions
       FROM ${TABLES} WHERE r.id = $2`,
      [today, id],
    );
    if (!found) return null;
    const { versions, ...row } = found;
    knownVersions.saw(versions);
    return row;
  }

  /** What is written in some reports, by their ids. */
  async writing(tx: Tx, ids: readonly string[]): Promise<Map<string, Writing>> {
    const rows = await tx.query<{ id: string; writing: WritingJson }[]>(
      `SELECT r.id, ${WRITING} AS writing FROM report r WHERE r.id = ANY ($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map(({ id, writing }) => [id, writingOf(writing)]));
  }

  /**
   * Waits for its turn on the report; its period cannot be closed meanwhile. Only what stands on the two rows is
   * sure to be fresh after the wait: anything else must be read afterwards.
   */
  async lock(tx: Tx, id: string): Promise<ReportRow | null> {
    const rows = await tx.query<ReportRow[]>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE r.id = $1 FOR UPDATE OF r FOR SHARE OF p`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** As `lock`, of several reports, always in one order. */
  lockAll(tx: Tx, ids: readonly string[]): Promise<ReportRow[]> {
    return tx.query(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.id FOR UPDATE OF r FOR SHARE OF p`,
      [ids],
    );
  }

  /** One page of the current plan's reports, newest period first, then in the areas' order. */
  page(tx: Tx, filter: ReportFilter): Promise<{ rows: CountedReportRow[]; total: number }> {
    return pageOfRows<CountedReportRow>(
      tx,
      {
        columns: `${COLUMNS}, ${COUNTS}, own.writing`,
        from: `${TABLES} JOIN plan ON plan.id = p.plan_id AND plan.is_current
            LEFT JOIN LATERAL (SELECT ${WRITING} AS writing
              WHERE r.focus_area_id = ANY ($9::uuid[]) AND NOT ${IS_SETTLED}) own ON true
          WHERE ($1::text IS NULL OR p.code = $1)
            AND ($2::text IS NULL OR CASE WHEN ${IS_SETTLED} OR ${within(3)} THEN r.state ELSE '${PUBLISHED_STATE}' END = $2)
            AND (${IS_SETTLED} OR ${within(3)} OR ${PUBLISHED_REVISION} IS NOT NULL)
            AND ${within(6)}`,
        orderBy: 'p.ends_on DESC, f.number, r.id',
        parameters: [
          filter.period ?? null,
          filter.state ?? null,
          ...scopeParameters(filter.insider),
          ...scopeParameters(filter.only ?? 'all'),
          [...filter.writtenAreaIds],
        ],
      },
      filter,
    );
  }

  /** Where each report of a period stands. */
  ofPeriod(tx: Tx, periodId: string): Promise<{ id: string; focusAreaId: string; state: ReportState }[]> {
    return tx.query(`SELECT id, focus_area_id AS "focusAreaId", state FROM report WHERE period_id = $1`, [periodId]);
  }

  async insert(tx: Tx, reports: readonly ReportEntity[]): Promise<void> {
    if (reports.length > 0) await tx.insert(ReportEntity, [...reports]);
  }
}

const within = (first: number): string =>
  `($${first}::boolean OR f.id = ANY ($${first + 1}::uuid[]) OR f.department_id = ANY ($${first + 2}::uuid[]))`;

const scopeParameters = (scope: InsiderScope): unknown[] =>
  scope === 'all' ? [true, [], []] : [false, scope.focusAreaIds, scope.departmentIds];
