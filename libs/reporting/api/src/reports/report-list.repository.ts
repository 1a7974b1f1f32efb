import { PUBLISHED_STATE, type ReportState } from '@malspar/reporting-model';
import { pageOfRows, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { IS_SETTLED, PUBLISHED_REVISION } from './approved-word.js';
import type { CountedReportRow } from './report-rows.js';
import { type AsJson, inTime } from './report.repository.js';
import { COLUMNS, COUNTS, TABLES, WRITING } from './report-sql.js';

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
  async page(tx: Tx, filter: ReportFilter): Promise<{ rows: CountedReportRow[]; total: number }> {
    const { rows, total } = await pageOfRows<AsJson<CountedReportRow>>(
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
    return { rows: rows.map((row) => ({ ...row, ...inTime(row) })), total };
  }
}

const within = (first: number): string =>
  `($${first}::boolean OR f.id = ANY ($${first + 1}::uuid[]) OR f.department_id = ANY ($${first + 2}::uuid[]))`;

const scopeParameters = (scope: InsiderScope): unknown[] =>
  scope === 'all' ? [true, [], []] : [false, scope.focusAreaIds, scope.departmentIds];
