import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
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
  async answer(tx: Tx, id: string, answer: string, writer: Writer): Promise<void> {
    await managerOf(tx).query(
      `WITH saved AS (
         UPDATE report_comment SET answer = $2, answered_by = $3, answered_by_name = $4, answered_at = $5
         WHERE id = $1 RETURNING report_id)
       ${countWriter('saved.report_id', 3)}`,
      [id, answer, writer.personId, writer.name, writer.at],
    );
  }
}
