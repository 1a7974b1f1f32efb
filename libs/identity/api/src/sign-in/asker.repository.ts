import { DataVersions } from '@malspar/shared-api';
import { DATA_VERSIONS, firstRowFrom, sql } from '@malspar/shared-api/sql';
import type { PlainDate } from '@malspar/shared-model';
import type { Pool } from 'pg';
import * as z from 'zod';
import { assignedPerson, AssignedPersonRow } from '../acting-people/acting-people.repository.js';
import { StoredSession } from './stored-session.js';

const PERSON = sql`(s.sess -> 'person' ->> 'personId')::uuid`;

const SessionRow = z.object({
  sess: StoredSession,
  /** Milliseconds since 1970. */
  ends: z.number(),
  person: AssignedPersonRow.nullable(),
  versions: DataVersions,
});

/** A session, whose it is as they stand now, and what is in memory by which version; null where it has ended. */
export function sessionAsked(
  connections: Pool,
  sid: string,
  today: PlainDate,
): Promise<z.infer<typeof SessionRow> | null> {
  return firstRowFrom(
    connections,
    SessionRow,
    sql`
    SELECT s.sess, (extract(epoch FROM s.expire::timestamptz) * 1000)::float8 AS ends, to_jsonb(p) AS person,
      ${DATA_VERSIONS} AS versions
    FROM session s LEFT JOIN LATERAL (${assignedPerson(PERSON, today)}) p ON true
    WHERE s.sid = ${sid} AND s.expire::timestamptz >= now()`,
  );
}
