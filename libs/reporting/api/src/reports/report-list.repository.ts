import { PUBLISHED_STATE, type ReportState } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import { pageOfRows, type Sql, sql, typed, word } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import { IS_SETTLED, PUBLISHED_REVISION } from './approved-word.sql.js';
import { CountedReportRow } from './report-rows.js';
import { COLUMNS, COUNTS, TABLES, WRITING } from './report.sql.js';

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

/** Lists of reports. */
@Injectable()
export class ReportListRepository {
  /** One page of the current plan's reports, newest period first, then in the areas' order. */
  page(tx: Tx, filter: ReportFilter): Promise<{ rows: CountedReportRow[]; total: number }> {
    const [period, state] = [typed(filter.period ?? null, 'text'), typed(filter.state ?? null, 'text')];
    const isInsider = within(filter.insider);
    return pageOfRows(
      tx,
      CountedReportRow,
      {
        columns: sql`${COLUMNS}, ${COUNTS}, own.writing`,
        from: sql`${TABLES} JOIN plan ON plan.id = p.plan_id AND plan.is_current
            LEFT JOIN LATERAL (SELECT ${WRITING} AS writing
              WHERE r.focus_area_id = ANY (${filter.writtenAreaIds}::uuid[]) AND NOT ${IS_SETTLED}) own ON true
          WHERE (${period} IS NULL OR p.code = ${period})
            AND (${state} IS NULL
              OR CASE WHEN ${IS_SETTLED} OR ${isInsider} THEN r.state ELSE ${word(PUBLISHED_STATE)} END = ${state})
            AND (${IS_SETTLED} OR ${isInsider} OR ${PUBLISHED_REVISION} IS NOT NULL)
            AND ${within(filter.only ?? 'all')}`,
        orderBy: sql`p.ends_on DESC, f.number, r.id`,
      },
      filter,
    );
  }
}

/** Whether the area `f` is in the scope. */
function within(scope: InsiderScope): Sql {
  const { focusAreaIds, departmentIds } = scope === 'all' ? { focusAreaIds: [], departmentIds: [] } : scope;
  return sql`(${typed(scope === 'all', 'boolean')} OR f.id = ANY (${typed(focusAreaIds, 'uuid[]')})
    OR f.department_id = ANY (${typed(departmentIds, 'uuid[]')}))`;
}
