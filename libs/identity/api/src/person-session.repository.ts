import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';

/** A session that holds still. */
export interface PersonSessionRow {
  /** As `sessionHandle` makes it. */
  readonly handle: string;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  /** When it ends unless it is used, in milliseconds since 1970. */
  readonly idleEndsAt: number;
}

const HANDLE = `encode(sha256(convert_to(sid, 'UTF8')), 'hex')`;
const OF_PERSON = `sess->'person'->>'personId' = $1`;

/** The sessions of one person, in the table that sign-in keeps them in. Their secret ids never leave the database. */
@Injectable()
export class PersonSessionRepository {
  /** Those that hold at the instant and began after `beganAfter`, the latest used first. */
  held(tx: Tx, personId: string, at: Date, beganAfter: Date): Promise<PersonSessionRow[]> {
    return managerOf(tx).query<PersonSessionRow[]>(
      `SELECT ${HANDLE} AS handle, (sess->'person'->>'loginAt')::float8 AS "beganAt",
         (extract(epoch FROM expire AT TIME ZONE 'UTC') * 1000)::float8 AS "idleEndsAt"
       FROM session
       WHERE ${OF_PERSON} AND expire AT TIME ZONE 'UTC' > $2 AND (sess->'person'->>'loginAt')::float8 > $3
       ORDER BY expire DESC, handle`,
      [personId, at, beganAfter.getTime()],
    );
  }

  /** Ends all of them; gives how many. */
  endAll(tx: Tx, personId: string): Promise<number> {
    return this.end(tx, OF_PERSON, [personId]);
  }

  endOne(tx: Tx, personId: string, handle: string): Promise<number> {
    return this.end(tx, `${OF_PERSON} AND ${HANDLE} = $2`, [personId, handle]);
  }

  endAllBut(tx: Tx, personId: string, handle: string): Promise<number> {
    return this.end(tx, `${OF_PERSON} AND ${HANDLE} <> $2`, [personId, handle]);
  }

  private async end(tx: Tx, condition: string, values: readonly string[]): Promise<number> {
    const [row] = await managerOf(tx).query<{ count: number }[]>(
      `WITH ended AS (DELETE FROM session WHERE ${condition} RETURNING 1) SELECT count(*)::int AS count FROM ended`,
      [...values],
    );
    return row?.count ?? 0;
  }
}
