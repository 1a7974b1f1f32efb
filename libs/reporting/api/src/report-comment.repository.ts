import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Writer } from './entry.repository.js';
import { ReportCommentEntity } from './report-comment.entity.js';

@Injectable()
export class ReportCommentRepository {
  /** The comments of some reports, oldest first; those of one decision in the order they were given. */
  ofReports(tx: Tx, reportIds: readonly string[]): Promise<ReportCommentEntity[]> {
    return tx.find(ReportCommentEntity, {
      where: { reportId: In([...reportIds]) },
      order: { createdAt: 'ASC', position: 'ASC' },
    });
  }

  find(tx: Tx, reportId: string, id: string): Promise<ReportCommentEntity | null> {
    return tx.findOneBy(ReportCommentEntity, { reportId, id });
  }

  async answer(tx: Tx, id: string, answer: string, writer: Writer): Promise<void> {
    await tx.update(
      ReportCommentEntity,
      { id },
      { answer, answeredBy: writer.personId, answeredByName: writer.name, answeredAt: writer.at },
    );
  }
}
