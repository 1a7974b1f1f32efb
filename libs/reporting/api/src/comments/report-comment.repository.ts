import type { Tx } from '@malspar/shared-api';
import { changeRows, firstRow, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import { countWriter } from '../reports/report.repository.js';
import { CommentRow, type Writer } from '../reports/report-rows.js';
import { COMMENT_COLUMNS } from '../reports/report.sql.js';

@Injectable()
export class ReportCommentRepository {
  find(tx: Tx, reportId: string, id: string): Promise<CommentRow | null> {
    return firstRow(
      tx,
      CommentRow,
      sql`SELECT ${COMMENT_COLUMNS} FROM report_comment c WHERE c.report_id = ${reportId} AND c.id = ${id}`,
    );
  }

  /** Writes the reply; who writes it counts among those who have written in the report. */
  async reply(tx: Tx, id: string, reply: string, writer: Writer): Promise<void> {
    await changeRows(
      tx,
      sql`WITH saved AS (
         UPDATE report_comment SET reply = ${reply}, replied_by = ${writer.personId},
           replied_by_name = ${writer.name}, replied_at = ${writer.at}
         WHERE id = ${id} RETURNING report_id)
       ${countWriter(sql`saved.report_id`, writer)}`,
    );
  }
}
