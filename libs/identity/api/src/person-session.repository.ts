import type { Tx } from '@malspar/shared-api';
import { allRows, changeRows, type Sql, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

/** A session that holds still. */
const PersonSessionRow = z.object({
  /** As `sessionHandle` makes it. */
  handle: z.string(),
  /** Milliseconds since 1970. */
  beganAt: z.number(),
  /** When it ends unless it is used, in milliseconds since 1970. */
  idleEndsAt: z.number(),
});
export type PersonSessionRow = z.infer<typeof PersonSessionRow>;

const HANDLE = sql`encode(sha256(convert_to(sid, 'UTF8')), 'hex')`;
const ofPerson = (personId: string): Sql => sql`sess->'person'->>'personId' = ${personId}`;

/** The sessions of one person, in the table that sign-in keeps them in. Their secret ids never leave the database. */
@Injectable()
export class PersonSessionRepository {
  /** Those that hold at the instant and began after `beganAfter`, the latest used first. */
  held(tx: Tx, personId: string, at: Date, beganAfter: Date): Promise<PersonSessionRow[]> {
    return allRows(
      tx,
      PersonSessionRow,
      sql`SELECT ${HANDLE} AS handle, (sess->'person'->>'loginAt')::float8 AS "beganAt",
            (extract(epoch FROM expire AT TIME ZONE 'UTC') * 1000)::float8 AS "idleEndsAt"
          FROM session
          WHERE ${ofPerson(personId)} AND expire AT TIME ZONE 'UTC' > ${at}
            AND (sess->'person'->>'loginAt')::float8 > ${beganAfter.getTime()}
          ORDER BY expire DESC, handle`,
    );
  }

  /** Ends all of them; gives how many. */
  endAll(tx: Tx, personId: string): Promise<number> {
    return changeRows(tx, sql`DELETE FROM session WHERE ${ofPerson(personId)}`);
  }

  endOne(tx: Tx, personId: string, handle: string): Promise<number> {
    return changeRows(tx, sql`DELETE FROM session WHERE ${ofPerson(personId)} AND ${HANDLE} = ${handle}`);
  }

  endAllBut(tx: Tx, personId: string, handle: string): Promise<number> {
    return changeRows(tx, sql`DELETE FROM session WHERE ${ofPerson(personId)} AND ${HANDLE} <> ${handle}`);
  }
}
