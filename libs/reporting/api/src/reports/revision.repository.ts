import type { Tx } from '@malspar/shared-api';
import { firstRow, managerOf, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { WITH_APPROVED } from './approved-word.sql.js';
import { frozenContent } from './frozen-content.js';
import { ReportRevisionEntity } from './report-revision.entity.js';

const FrozenOfPeriod = z.object({ period: z.string(), content: frozenContent });

const FrozenRevision = z.object({
  number: z.number(),
  sha256: z.string(),
  submittedBy: z.string(),
  submittedAt: z.date(),
  content: frozenContent,
});
type FrozenRevision = z.infer<typeof FrozenRevision>;

/** What has been frozen of reports. */
@Injectable()
export class RevisionRepository {
  async freeze(tx: Tx, revisions: readonly ReportRevisionEntity[]): Promise<void> {
    for (let start = 0; start < revisions.length; start += 200) {
      await managerOf(tx).insert(ReportRevisionEntity, revisions.slice(start, start + 200));
    }
  }

  revision(tx: Tx, reportId: string, number: number): Promise<FrozenRevision | null> {
    return firstRow(
      tx,
      FrozenRevision,
      sql`SELECT number, sha256, submitted_by_name AS "submittedBy", submitted_at AS "submittedAt", canonical AS content
          FROM report_revision WHERE report_id = ${reportId} AND number = ${number}`,
    );
  }

  /** The newest revision of the area's last approved or published report on a period that ended before the date. */
  lastApproved(tx: Tx, focusAreaId: string, before: string): Promise<z.infer<typeof FrozenOfPeriod> | null> {
    return firstRow(
      tx,
      FrozenOfPeriod,
      sql`${WITH_APPROVED}
          SELECT p.code AS period, v.canonical AS content
          FROM approved_report r JOIN reporting_period p ON p.id = r.period_id
            JOIN report_revision v ON v.report_id = r.id AND v.number = r.revision
          WHERE r.focus_area_id = ${focusAreaId} AND p.ends_on < ${before}
          ORDER BY p.ends_on DESC LIMIT 1`,
    );
  }
}
