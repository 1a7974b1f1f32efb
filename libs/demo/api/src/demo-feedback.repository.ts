import type { FeedbackSuspicion } from '@malspar/feedback-model';
import type { Language } from '@malspar/figures-model';
import type { Tx } from '@malspar/shared-api';
import { changeRows, firstRow, sql } from '@malspar/shared-api/sql';
import type { PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

/** A vote that nobody gave. */
export interface ExampleVote {
  /** The page's Swedish address. */
  readonly path: string;
  readonly language: Language;
  readonly helpful: boolean;
  readonly givenOn: PlainDate;
  readonly suspicion: FeedbackSuspicion | null;
  readonly comment: string | null;
}

/** Votes marked as examples, which no visitor can give. */
@Injectable()
export class DemoFeedbackRepository {
  async has(tx: Tx): Promise<boolean> {
    return (await firstRow(tx, z.object({}), sql`SELECT 1 FROM page_feedback WHERE illustrative LIMIT 1`)) !== null;
  }

  async insert(tx: Tx, vote: ExampleVote): Promise<void> {
    const { path, language, helpful, givenOn, suspicion, comment } = vote;
    await changeRows(
      tx,
      sql`INSERT INTO page_feedback (path, language, helpful, given_on, suspicion, comment, illustrative)
          VALUES (${path}, ${language}, ${helpful}, ${givenOn}, ${suspicion}, ${comment}, true)`,
    );
  }
}
