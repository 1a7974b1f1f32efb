import {
  feedbackActs,
  type FeedbackComments,
  type FeedbackCommentsQuery,
  type FeedbackHandling,
  type FeedbackPages,
  type FeedbackPagesQuery,
  type FeedbackSuspicion,
  suspicionOf,
  withoutPersonal,
} from '@malspar/feedback-model';
import { AuditLog, AuthorizedWrites, Clock, Database, NotFound } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import type { PersonalKind } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import { FeedbackRepository, type NewFeedback } from './feedback.repository.js';

/** What became of a comment; `masked` what was taken out of it. */
export type CommentOutcome =
  | { readonly kept: true; readonly masked: readonly PersonalKind[] }
  /** Something else had been written to the same vote. */
  | { readonly kept: false };

/** What visitors of the public site think of its pages. Visitors are nobody here, so what they do is not in the log. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly repository: FeedbackRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Stores a yes or a no, with today's date; gives its id. */
  vote(vote: Omit<NewFeedback, 'givenOn'>): Promise<string> {
    return this.database.write((tx) => this.repository.insert(tx, { ...vote, givenOn: this.clock.today() }));
  }

  /** The vote is the other one. */
  change(id: string, helpful: boolean): Promise<void> {
    return this.database.write((tx) => this.repository.change(tx, id, helpful));
  }

  /** Adds a comment of at most `COMMENT_LENGTH` characters to a vote that has none, without personal data in it. */
  comment(id: string, written: string, suspicion: FeedbackSuspicion | null): Promise<CommentOutcome> {
    const { text, masked } = withoutPersonal(written);
    return this.database.write(async (tx): Promise<CommentOutcome> => {
      const comment = { text, masked: masked.length > 0, suspicion: suspicion ?? suspicionOf(text) };
      const added = await this.repository.addComment(tx, id, comment);
      // Sent twice, it is there once.
      return added || (await this.repository.commentOf(tx, id)) === text ? { kept: true, masked } : { kept: false };
    });
  }

  pages(query: FeedbackPagesQuery): Promise<FeedbackPages> {
    const { page, limit } = query;
    return this.database.snapshot(async (tx) => ({
      items: await this.repository.pages(tx, query),
      ...(await this.repository.sums(tx, query)),
      page,
      limit,
    }));
  }

  comments(query: FeedbackCommentsQuery): Promise<FeedbackComments> {
    const { page, limit, shelf } = query;
    return this.database.snapshot(async (tx) => {
      const shelves = await this.repository.shelves(tx, query);
      return { items: await this.repository.comments(tx, query), total: shelves[shelf], shelves, page, limit };
    });
  }

  /** Marks a comment as read, or as not read; again changes nothing. Throws `NotFound`. */
  handle(by: Principal, id: string, { handled }: FeedbackHandling): Promise<FeedbackHandling> {
    return this.writes.write(by, 'feedback.handle', async (tx, who) => {
      const done = await this.repository.handle(tx, id, handled ? who : null, this.clock.now());
      if (!done) throw new NotFound();
      if (done.count > 0) {
        await this.audit.append(tx, {
          kind: handled ? feedbackActs.kinds.handle : feedbackActs.kinds.reopen,
          actor: who,
          subjectId: id,
          data: done,
        });
      }
      return { handled };
    });
  }

  /** Clears the words of comments that are older than they may be; how many. */
  clearOldComments(): Promise<number> {
    return this.database.write((tx) => this.repository.clearOld(tx));
  }
}
