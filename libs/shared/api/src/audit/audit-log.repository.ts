import { addDays, type AuditFilter, AuditEvent, type AuditTelling, startOfDay } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import type { Tx } from '../tx/tx.js';
import { waitForTurn } from '../database/turns.js';
import type { ChainedRecord } from './audit-chain.js';
import { AuditEventEntity } from './audit-event.entity.js';
import { entityRows } from '../sql/entity-rows.js';
import { managerOf } from '../sql/manager-of.js';
import { allRows, firstRow } from '../sql/rows.js';
import { allHold, json, type Sql, sql, typed } from '../sql/sql.js';

// The driver gives a bigint as text.
const Seq = z.string().transform(Number);
const Head = z.object({ seq: Seq, hash: z.string() });
const ActRow = AuditEvent.extend({ seq: Seq });
const ActInFull = z.object({
  seq: Seq,
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  kind: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  // Whatever stands there: the chain's hash is of it, and tells whether it has been changed.
  data: z.custom<object>(),
  previousHash: z.string(),
  hash: z.string(),
});
const Count = z.object({ count: z.number() });
const Actor = z.object({ actorId: z.string().nullable() });

/** What the rows of a kind tell of its data: the field's name, by the name that the row gives it. */
export type TellingByKind = Readonly<Record<string, AuditTelling>>;

/** The filter of the log, with the kinds that it leaves out. */
export type ActFilter = Omit<AuditFilter, 'signIns'> & { readonly kindsLeftOut: readonly string[] };

interface Slice {
  /** Only acts logged before this one. */
  readonly before?: number | undefined;
  readonly offset?: number;
  readonly limit: number;
}

@Injectable()
export class AuditLogRepository {
  /** Waits for its turn, then gives the chain's last link; the turn lasts until the transaction ends. */
  async lockHead(tx: Tx): Promise<{ seq: number; hash: string } | null> {
    await waitForTurn(tx, 'audit');
    return firstRow(tx, Head, sql`SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1`);
  }

  async insert(tx: Tx, rows: readonly ChainedRecord[]): Promise<void> {
    for (let start = 0; start < rows.length; start += 500) {
      await managerOf(tx).insert(AuditEventEntity, rows.slice(start, start + 500));
    }
  }

  /** Acts that pass the filter, newest first, each with the name of what it is about. */
  async events(
    tx: Tx,
    filter: ActFilter,
    tells: TellingByKind,
    { before, offset = 0, limit }: Slice,
  ): Promise<AuditEvent[]> {
    const telling = json(tells);
    const told = (name: keyof AuditTelling): Sql => sql`e.data ->> (${telling} -> e.kind ->> ${typed(name, 'text')})`;
    return allRows(
      tx,
      ActRow,
      sql`SELECT e.seq, e.at, e.actor_name AS "actorName", e.kind, e.subject_type AS "subjectType",
         e.subject_id AS "subjectId", s.title AS "subjectTitle", s.period, e.hash,
         CASE jsonb_typeof(e.data->'version') WHEN 'number' THEN (e.data->>'version')::int END AS version,
         ${told('dueOn')} AS "dueOn", ${told('dueBefore')} AS "dueBefore", ${told('reason')} AS reason
       FROM (SELECT * FROM audit_event e WHERE ${where(filter, before)} ORDER BY e.seq DESC
         LIMIT ${limit} OFFSET ${offset}) e
         LEFT JOIN audit_subject s ON s.type = e.subject_type AND s.id = e.subject_id
       ORDER BY e.seq DESC`,
    );
  }

  async count(tx: Tx, filter: ActFilter): Promise<number> {
    const counted = await firstRow(
      tx,
      Count,
      sql`SELECT count(*)::int AS count FROM audit_event e WHERE ${where(filter)}`,
    );
    return counted?.count ?? 0;
  }

  /** Who took the last act on something: a person's id, null for the system or where nothing is logged. */
  async lastActorId(tx: Tx, subject: { readonly type: string; readonly id: string }): Promise<string | null> {
    const row = await firstRow(
      tx,
      Actor,
      sql`SELECT actor_id AS "actorId" FROM audit_event
          WHERE subject_type = ${subject.type} AND subject_id = ${subject.id} ORDER BY seq DESC LIMIT 1`,
    );
    return row?.actorId ?? null;
  }

  newest(tx: Tx, limit: number): Promise<AuditEventEntity[]> {
    return entityRows(tx, ActInFull, AuditEventEntity, sql`ORDER BY seq DESC LIMIT ${limit}`);
  }

  /** The next rows after `seq`, in order. */
  after(tx: Tx, seq: number, limit: number): Promise<AuditEventEntity[]> {
    return entityRows(tx, ActInFull, AuditEventEntity, sql`WHERE seq > ${seq} ORDER BY seq LIMIT ${limit}`);
  }
}

/** The filter as SQL on `audit_event e`. Instants compare as their texts, which are all of one shape. */
function where({ focusArea, person, kind, from, to, kindsLeftOut }: ActFilter, before?: number): Sql {
  const byPerson = person === 'system' ? sql`e.actor_id IS NULL` : sql`e.actor_id = ${person ?? null}`;
  return allHold([
    ...(focusArea === undefined
      ? []
      : [
          sql`EXISTS (SELECT FROM audit_subject s
            WHERE s.type = e.subject_type AND s.id = e.subject_id AND s.focus_area_id = ${focusArea})`,
        ]),
    ...(person === undefined ? [] : [byPerson]),
    ...(kind === undefined ? [] : [sql`e.kind = ${kind}`]),
    ...(from === undefined ? [] : [sql`e.at >= ${startOfDay(from).toISOString()}`]),
    ...(to === undefined ? [] : [sql`e.at < ${startOfDay(addDays(to, 1)).toISOString()}`]),
    ...(kindsLeftOut.length === 0 ? [] : [sql`e.kind <> ALL (${kindsLeftOut}::text[])`]),
    ...(before === undefined ? [] : [sql`e.seq < ${before}`]),
  ]);
}
