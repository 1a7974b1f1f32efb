import { mayWrite, relationsTo, reportAudit, type ReportComment } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { AuditLog, AuthorizedWrites, Clock, Database, NotFound, WrongState } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { commentOf, factsOf, Reports } from '../reports/reports.js';
import { ReportCommentRepository } from './report-comment.repository.js';

/** What reviewers have said, and the owner's replies. */
@Injectable()
export class ReportCommentService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly reports: Reports,
    private readonly comments: ReportCommentRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** All comments, oldest first. Throws `NotFound` for those who do not take part in the work on the report. */
  async of(who: Principal, reportId: string): Promise<ReportComment[]> {
    const row = await this.reports.knownToInsider(this.database.read, who, reportId);
    return (row.writing?.comments ?? []).map((comment) => commentOf(comment, row.revision));
  }

  /**
   * Writes the owner's reply; it may be changed until the report is submitted again. Throws `NotFound` for a comment
   * of another report, `Forbidden` for others than the owner and `WrongState` when the report is not being written.
   */
  async reply(by: Principal, reportId: string, commentId: string, reply: string): Promise<ReportComment> {
    return this.writes.write(by, 'report.comment.reply', async (tx, who) => {
      const row = await this.reports.locked(tx, who, reportId);
      if (!relationsTo(row, who).includes('owner')) throw await this.reports.notTheirs(tx, who, row);
      const comment = await this.comments.find(tx, reportId, commentId);
      if (!comment) throw new NotFound();
      // A reply from before the last submit has been read with it: it stays.
      const settled = comment.reply !== null && comment.revision < row.revision;
      if (!mayWrite(factsOf(row, this.clock.today()), who) || settled) throw new WrongState('not-writable');
      const writer = { personId: who.personId, name: who.name, at: this.clock.now() };
      await this.comments.reply(tx, commentId, reply, writer);
      await this.audit.append(tx, {
        kind: reportAudit.kinds['answer-comment'],
        actor: who,
        subjectId: reportId,
        data: { comment: commentId, answer: reply },
      });
      const replied = { reply, repliedBy: writer.personId, repliedByName: writer.name, repliedAt: writer.at };
      return commentOf({ ...comment, ...replied }, row.revision);
    });
  }
}
