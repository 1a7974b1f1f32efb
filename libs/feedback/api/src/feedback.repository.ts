import {
  COMMENT_MONTHS,
  FeedbackComment,
  type FeedbackCommentsQuery,
  FeedbackOfPage,
  type FeedbackPagesQuery,
  type FeedbackShelf,
  type FeedbackSuspicion,
  MACHINE_MADE,
} from '@malspar/feedback-model';
import type { Language } from '@malspar/figures-model';
import { IdRow, type Tx } from '@malspar/shared-api';
import { allRows, changeRows, firstRow, type Sql, sql, typed, wordList } from '@malspar/shared-api/sql';
import type { PlainDate, Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

export interface NewFeedback {
  /** The page's Swedish address. */
  readonly path: string;
  readonly language: Language;
  readonly helpful: boolean;
  readonly givenOn: PlainDate;
  readonly suspicion: FeedbackSuspicion | null;
}

/** A comment as it is kept: `masked` when something was taken out of it. */
export interface NewComment {
  readonly text: string;
  readonly masked: boolean;
  readonly suspicion: FeedbackSuspicion | null;
}

type Span = Pick<FeedbackPagesQuery, 'from' | 'to' | 'path'>;

const Commented = z.object({ comment: z.string().nullable() });
const Sums = z.object({ total: z.number(), yes: z.number(), no: z.number(), illustrative: z.number() });
const Shelves = z.object({ unread: z.number(), read: z.number(), suspicious: z.number() });
const OnPage = z.object({ path: z.string() });

function within({ from, to, path }: Span): Sql {
  const [first, last, page] = [typed(from ?? null, 'date'), typed(to ?? null, 'date'), typed(path ?? null, 'text')];
  return sql`(${first} IS NULL OR given_on >= ${first}) AND (${last} IS NULL OR given_on <= ${last})
    AND (${page} IS NULL OR path = ${page})`;
}
const BY_PEOPLE = sql`(suspicion IS NULL OR suspicion NOT IN ${wordList(MACHINE_MADE)})`;
const TRUSTED = sql`comment IS NOT NULL AND suspicion IS NULL`;
const SHELVES: Readonly<Record<FeedbackShelf, Sql>> = {
  unread: sql`${TRUSTED} AND handled_at IS NULL`,
  read: sql`${TRUSTED} AND handled_at IS NOT NULL`,
  suspicious: sql`comment IS NOT NULL AND suspicion IS NOT NULL`,
};
// The same words about the same page are one thing to read, however many sent them and with whatever spaces.
const foldOf = (row: Sql): Sql => sql`lower(regexp_replace(${row}.comment, '\\s+', ' ', 'g'))`;
const FOLD = foldOf(sql`page_feedback`);
const FOLDED = sql`path, language, ${FOLD}, suspicion, (handled_at IS NULL)`;

@Injectable()
export class FeedbackRepository {
  async insert(tx: Tx, feedback: NewFeedback): Promise<string> {
    const { path, language, helpful, givenOn, suspicion } = feedback;
    const row = await firstRow(
      tx,
      IdRow,
      sql`INSERT INTO page_feedback (path, language, helpful, given_on, suspicion)
          VALUES (${path}, ${language}, ${helpful}, ${givenOn}, ${suspicion}) RETURNING id`,
    );
    if (!row) throw new Error('An inserted row was not returned');
    return row.id;
  }

  async change(tx: Tx, id: string, helpful: boolean): Promise<void> {
    await changeRows(tx, sql`UPDATE page_feedback SET helpful = ${helpful} WHERE id = ${id}`);
  }

  /** False when the vote has a comment already, or is not there. A suspicion from before stays. */
  async addComment(tx: Tx, id: string, { text, masked, suspicion }: NewComment): Promise<boolean> {
    const added = await changeRows(
      tx,
      sql`UPDATE page_feedback
          SET comment = ${text}, masked = ${masked}, suspicion = coalesce(suspicion, ${suspicion})
          WHERE id = ${id} AND comment IS NULL`,
    );
    return added === 1;
  }

  async commentOf(tx: Tx, id: string): Promise<string | null> {
    const row = await firstRow(tx, Commented, sql`SELECT comment FROM page_feedback WHERE id = ${id}`);
    return row?.comment ?? null;
  }

  pages(tx: Tx, query: FeedbackPagesQuery): Promise<FeedbackOfPage[]> {
    const { page, limit, withComment } = query;
    return allRows(
      tx,
      FeedbackOfPage,
      sql`SELECT path, count(*) FILTER (WHERE helpful AND ${BY_PEOPLE})::int AS yes,
            count(*) FILTER (WHERE NOT helpful AND ${BY_PEOPLE})::int AS no,
            count(DISTINCT ${FOLD}) FILTER (WHERE ${TRUSTED})::int AS comments,
            count(DISTINCT ${FOLD}) FILTER (WHERE ${SHELVES.unread})::int AS unread,
            count(*) FILTER (WHERE illustrative)::int AS illustrative
          FROM page_feedback WHERE ${within(query)} GROUP BY path
          HAVING count(*) FILTER (WHERE ${BY_PEOPLE}) > 0
            AND (NOT ${typed(withComment, 'boolean')} OR count(*) FILTER (WHERE ${TRUSTED}) > 0)
          ORDER BY count(*) DESC, path LIMIT ${limit} OFFSET ${(page - 1) * limit}`,
    );
  }

  /** Of all pages: how many there are, and their votes. */
  async sums(tx: Tx, query: FeedbackPagesQuery): Promise<z.infer<typeof Sums>> {
    const sums = await firstRow(
      tx,
      Sums,
      sql`SELECT count(*)::int AS total, coalesce(sum(yes), 0)::int AS yes, coalesce(sum(no), 0)::int AS no,
            coalesce(sum(illustrative), 0)::int AS illustrative FROM (
            SELECT count(*) FILTER (WHERE helpful) AS yes, count(*) FILTER (WHERE NOT helpful) AS no,
              count(*) FILTER (WHERE illustrative) AS illustrative
            FROM page_feedback WHERE ${within(query)} AND ${BY_PEOPLE} GROUP BY path
            HAVING NOT ${typed(query.withComment, 'boolean')} OR count(*) FILTER (WHERE ${TRUSTED}) > 0) AS page`,
    );
    return sums ?? { total: 0, yes: 0, no: 0, illustrative: 0 };
  }

  comments(tx: Tx, query: FeedbackCommentsQuery): Promise<FeedbackComment[]> {
    const { page, limit, shelf } = query;
    return allRows(
      tx,
      FeedbackComment,
      sql`SELECT (array_agg(id ORDER BY given_on DESC, id))[1] AS id, path, language,
            (array_agg(comment ORDER BY given_on DESC, id))[1] AS text, count(*)::int AS times,
            count(*) FILTER (WHERE helpful)::int AS yes, max(given_on)::text AS "latestOn", bool_or(masked) AS masked,
            suspicion, bool_or(illustrative) AS illustrative,
            CASE WHEN max(handled_at) IS NULL THEN NULL ELSE json_build_object(
              'at', to_char(max(handled_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'byName', max(handled_by_name)) END AS handled
          FROM page_feedback WHERE ${within(query)} AND ${SHELVES[shelf]} GROUP BY ${FOLDED}
          ORDER BY (handled_at IS NULL) DESC, max(given_on) DESC, path, ${FOLD}
          LIMIT ${limit} OFFSET ${(page - 1) * limit}`,
    );
  }

  /** How many comments there are to read on each shelf. */
  async shelves(tx: Tx, span: Span): Promise<Record<FeedbackShelf, number>> {
    const shelves = await firstRow(
      tx,
      Shelves,
      sql`SELECT count(*) FILTER (WHERE suspicion IS NULL AND waits)::int AS unread,
            count(*) FILTER (WHERE suspicion IS NULL AND NOT waits)::int AS read,
            count(*) FILTER (WHERE suspicion IS NOT NULL)::int AS suspicious
          FROM (SELECT suspicion, handled_at IS NULL AS waits FROM page_feedback
                WHERE ${within(span)} AND comment IS NOT NULL GROUP BY ${FOLDED}) AS folded`,
    );
    return shelves ?? { unread: 0, read: 0, suspicious: 0 };
  }

  /** Marks the comment, and those with the same words about the same page; null when there is none with that id. */
  async handle(tx: Tx, id: string, who: Principal | null, at: Date): Promise<{ path: string; count: number } | null> {
    const found = await firstRow(
      tx,
      OnPage,
      sql`SELECT path FROM page_feedback WHERE id = ${id} AND comment IS NOT NULL`,
    );
    if (!found) return null;
    const handledAt = typed(who && at, 'timestamptz');
    const count = await changeRows(
      tx,
      sql`UPDATE page_feedback f SET handled_at = ${handledAt}, handled_by = ${who?.personId ?? null},
            handled_by_name = ${who?.name ?? null}
          FROM page_feedback same WHERE same.id = ${id} AND f.path = same.path AND f.language = same.language
            AND ${foldOf(sql`f`)} = ${foldOf(sql`same`)} AND f.suspicion IS NOT DISTINCT FROM same.suspicion
            AND (f.handled_at IS NULL) = (${handledAt} IS NOT NULL)`,
    );
    return { path: found.path, count };
  }

  /** Clears the words that are older than they may be; how many. */
  clearOld(tx: Tx): Promise<number> {
    return changeRows(
      tx,
      sql`UPDATE page_feedback
          SET comment = NULL, masked = false, handled_at = NULL, handled_by = NULL, handled_by_name = NULL
          WHERE comment IS NOT NULL AND given_on < current_date - make_interval(months => ${COMMENT_MONTHS})`,
    );
  }
}
