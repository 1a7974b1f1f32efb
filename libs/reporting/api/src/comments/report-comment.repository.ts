import type { Tx } from '@malspar/shared-api';
import { changeRows, managerOf, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import { ReportCommentEntity } from '../reports/report-comment.entity.js';
import { countWriter } from '../reports/report.repository.js';
import type { Writer } from '../reports/report-rows.js';

@Injectable()
export class ReportCommentRepository {
  find(tx: Tx, reportId: string, id: string): Promise<ReportCommentEntity | null> {
    return managerOf(tx).findOneBy(ReportCommentEntity, { reportId, id });
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
