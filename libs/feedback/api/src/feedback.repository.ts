import {
  COMMENT_MONTHS,
  type FeedbackComment,
  type FeedbackCommentsQuery,
  type FeedbackOfPage,
  type FeedbackPages,
  type FeedbackPagesQuery,
  type FeedbackShelf,
  type FeedbackSuspicion,
  MACHINE_MADE,
} from '@malspar/feedback-model';
import type { Language } from '@malspar/figures-model';
import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { PlainDate, Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';

export interface NewFeedback {
  /** The page's Swedish address. */
  readonly path: string;
  readonly language: Language;
  readonly helpful: boolean;
  readonly givenOn: PlainDate;
  readonly suspicion: FeedbackSuspicion | null;
  readonly comment?: string;
  readonly illustrative?: boolean;
}

/** A comment as it is kept: `masked` when something was taken out of it. */
export interface NewComment {
  readonly text: string;
  readonly masked: boolean;
  readonly suspicion: FeedbackSuspicion | null;
}

type Span = Pick<FeedbackPagesQuery, 'from' | 'to' | 'path'>;

const IN_SPAN = `($1::date IS NULL OR given_on >= $1) AND ($2::date IS NULL OR given_on <= $2)
  AND ($3::text IS NULL OR path = $3)`;
const spanOf = ({ from, to, path }: Span): (string | null)[] => [from ?? null, to ?? null, path ?? null];
const BY_PEOPLE = `(suspicion IS NULL OR suspicion NOT IN (${MACHINE_MADE.map((word) => `'${word}'`).join(', ')}))`;
const TRUSTED = 'comment IS NOT NULL AND suspicion IS NULL';
const SHELVES: Readonly<Record<FeedbackShelf, string>> = {
  unread: `${TRUSTED} AND handled_at IS NULL`,
  read: `${TRUSTED} AND handled_at IS NOT NULL`,
  suspicious: 'comment IS NOT NULL AND suspicion IS NOT NULL',
};
// The same words about the same page are one thing to read, however many sent them and with whatever spaces.
const foldOf = (row: string): string => `lower(regexp_replace(${row}.comment, '\\s+', ' ', 'g'))`;
const FOLD = foldOf('page_feedback');
const FOLDED = `path, language, ${FOLD}, suspicion, (handled_at IS NULL)`;

@Injectable()
export class FeedbackRepository {
  async insert(tx: Tx, feedback: NewFeedback): Promise<string> {
    const { path, language, helpful, givenOn, suspicion, comment = null, illustrative = false } = feedback;
    const [row] = await managerOf(tx).query<{ id: string }[]>(
      `INSERT INTO page_feedback (path, language, helpful, given_on, suspicion, comment, illustrative)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [path, language, helpful, givenOn, suspicion, comment, illustrative],
    );
    if (!row) throw new Error('An inserted row was not returned');
    return row.id;
  }

  async change(tx: Tx, id: string, helpful: boolean): Promise<void> {
    await managerOf(tx).query('UPDATE page_feedback SET helpful = $2 WHERE id = $1', [id, helpful]);
  }

  /** False when the answer has a comment already, or is not there. A suspicion from before stays. */
  async addComment(tx: Tx, id: string, { text, masked, suspicion }: NewComment): Promise<boolean> {
    const [, count] = await managerOf(tx).query<[unknown, number]>(
      `UPDATE page_feedback SET comment = $2, masked = $3, suspicion = coalesce(suspicion, $4)
       WHERE id = $1 AND comment IS NULL`,
      [id, text, masked, suspicion],
    );
    return count === 1;
  }

  async commentOf(tx: Tx, id: string): Promise<string | null> {
    const [row] = await managerOf(tx).query<{ comment: string | null }[]>(
      'SELECT comment FROM page_feedback WHERE id = $1',
      [id],
    );
    return row?.comment ?? null;
  }

  pages(tx: Tx, query: FeedbackPagesQuery): Promise<FeedbackOfPage[]> {
    const { page, limit, withComment } = query;
    return managerOf(tx).query(
      `SELECT path, count(*) FILTER (WHERE helpful AND ${BY_PEOPLE})::int AS yes,
         count(*) FILTER (WHERE NOT helpful AND ${BY_PEOPLE})::int AS no,
         count(DISTINCT ${FOLD}) FILTER (WHERE ${TRUSTED})::int AS comments,
         count(DISTINCT ${FOLD}) FILTER (WHERE ${SHELVES.unread})::int AS unread,
         count(*) FILTER (WHERE illustrative)::int AS illustrative
       FROM page_feedback WHERE ${IN_SPAN} GROUP BY path
       HAVING count(*) FILTER (WHERE ${BY_PEOPLE}) > 0 AND (NOT $4 OR count(*) FILTER (WHERE ${TRUSTED}) > 0)
       ORDER BY count(*) DESC, path LIMIT $5 OFFSET $6`,
      [...spanOf(query), withComment, limit, (page - 1) * limit],
    );
  }

  /** Of all pages: how many there are, and their answers. */
  async sums(tx: Tx, query: FeedbackPagesQuery): Promise<Pick<FeedbackPages, 'total' | 'yes' | 'no' | 'illustrative'>> {
    const [row] = await managerOf(tx).query<Pick<FeedbackPages, 'total' | 'yes' | 'no' | 'illustrative'>[]>(
      `SELECT count(*)::int AS total, coalesce(sum(yes), 0)::int AS yes, coalesce(sum(no), 0)::int AS no,
         coalesce(sum(illustrative), 0)::int AS illustrative FROM (
         SELECT count(*) FILTER (WHERE helpful) AS yes, count(*) FILTER (WHERE NOT helpful) AS no,
           count(*) FILTER (WHERE illustrative) AS illustrative
         FROM page_feedback WHERE ${IN_SPAN} AND ${BY_PEOPLE} GROUP BY path
         HAVING NOT $4 OR count(*) FILTER (WHERE ${TRUSTED}) > 0) AS page`,
      [...spanOf(query), query.withComment],
    );
    return row ?? { total: 0, yes: 0, no: 0, illustrative: 0 };
  }

  async comments(tx: Tx, query: FeedbackCommentsQuery): Promise<FeedbackComment[]> {
    const { page, limit, shelf } = query;
    return managerOf(tx).query(
      `SELECT (array_agg(id ORDER BY given_on DESC, id))[1] AS id, path, language,
         (array_agg(comment ORDER BY given_on DESC, id))[1] AS text, count(*)::int AS times,
         count(*) FILTER (WHERE helpful)::int AS yes, max(given_on)::text AS "latestOn", bool_or(masked) AS masked,
         suspicion, bool_or(illustrative) AS illustrative,
         CASE WHEN max(handled_at) IS NULL THEN NULL ELSE json_build_object(
           'at', to_char(max(handled_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'byName', max(handled_by_name)) END AS handled
       FROM page_feedback WHERE ${IN_SPAN} AND ${SHELVES[shelf]} GROUP BY ${FOLDED}
       ORDER BY (handled_at IS NULL) DESC, max(given_on) DESC, path, ${FOLD} LIMIT $4 OFFSET $5`,
      [...spanOf(query), limit, (page - 1) * limit],
    );
  }

  /** How many comments there are to read on each shelf. */
  async shelves(tx: Tx, span: Span): Promise<Record<FeedbackShelf, number>> {
    const [row] = await managerOf(tx).query<Record<FeedbackShelf, number>[]>(
      `SELECT count(*) FILTER (WHERE suspicion IS NULL AND waits)::int AS unread,
         count(*) FILTER (WHERE suspicion IS NULL AND NOT waits)::int AS read,
         count(*) FILTER (WHERE suspicion IS NOT NULL)::int AS suspicious
       FROM (SELECT suspicion, handled_at IS NULL AS waits FROM page_feedback
             WHERE ${IN_SPAN} AND comment IS NOT NULL GROUP BY ${FOLDED}) AS folded`,
      spanOf(span),
    );
    return row ?? { unread: 0, read: 0, suspicious: 0 };
  }

  /** Marks the comment, and those with the same words about the same page; null when there is none with that id. */
  async handle(tx: Tx, id: string, who: Principal | null, at: Date): Promise<{ path: string; count: number } | null> {
    const [found] = await managerOf(tx).query<{ path: string }[]>(
      'SELECT path FROM page_feedback WHERE id = $1 AND comment IS NOT NULL',
      [id],
    );
    if (!found) return null;
    const [, count] = await managerOf(tx).query<[unknown, number]>(
      `UPDATE page_feedback f SET handled_at = $2, handled_by = $3, handled_by_name = $4
       FROM page_feedback same WHERE same.id = $1 AND f.path = same.path AND f.language = same.language
         AND ${foldOf('f')} = ${foldOf('same')} AND f.suspicion IS NOT DISTINCT FROM same.suspicion
         AND (f.handled_at IS NULL) = ($2::timestamptz IS NOT NULL)`,
      [id, who && at, who?.personId ?? null, who?.name ?? null],
    );
    return { path: found.path, count };
  }

  /** Clears the words that are older than they may be; how many. */
  async clearOld(tx: Tx): Promise<number> {
    const [, count] = await managerOf(tx).query<[unknown, number]>(
      `UPDATE page_feedback
       SET comment = NULL, masked = false, handled_at = NULL, handled_by = NULL, handled_by_name = NULL
       WHERE comment IS NOT NULL AND given_on < current_date - make_interval(months => $1)`,
      [COMMENT_MONTHS],
    );
    return count;
  }

  async hasExamples(tx: Tx): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>('SELECT 1 FROM page_feedback WHERE illustrative LIMIT 1');
    return rows.length > 0;
  }
}
