import { addDays, type AuditFilter, type AuditItem, type AuditTelling, startOfDay } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../tx/tx.js';
import { waitForTurn } from '../database/turns.js';
import type { ChainedRecord } from './audit-chain.js';
import { AuditEventEntity } from './audit-event.entity.js';
import { managerOf } from '../sql/manager-of.js';

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
    const rows = await managerOf(tx).query<{ seq: string; hash: string }[]>(
      'SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1',
    );
    return rows[0] ? { seq: Number(rows[0].seq), hash: rows[0].hash } : null;
  }

  async insert(tx: Tx, rows: readonly ChainedRecord[]): Promise<void> {
    for (let start = 0; start < rows.length; start += 500) {
      await managerOf(tx).insert(AuditEventEntity, rows.slice(start, start + 500));
    }
  }

  /** Acts that pass the filter, newest first, each with the name of what it is about. */
  async items(
    tx: Tx,
    filter: ActFilter,
    tells: TellingByKind,
    { before, offset = 0, limit }: Slice,
  ): Promise<AuditItem[]> {
    const { conditions, values } = where(filter, before);
    const told = (name: keyof AuditTelling): string =>
      `e.data ->> ($${values.length + 3}::jsonb -> e.kind ->> '${name}')`;
    const rows = await managerOf(tx).query<(Omit<AuditItem, 'seq'> & { seq: string })[]>(
      `SELECT e.seq, e.at, e.actor_name AS "actorName", e.kind, e.subject_type AS "subjectType",
         e.subject_id AS "subjectId", s.title AS "subjectTitle", s.period, e.hash,
         CASE jsonb_typeof(e.data->'version') WHEN 'number' THEN (e.data->>'version')::int END AS version,
         ${told('dueOn')} AS "dueOn", ${told('dueBefore')} AS "dueBefore", ${told('reason')} AS reason
       FROM (SELECT * FROM audit_event e WHERE ${conditions} ORDER BY e.seq DESC
         LIMIT $${values.length + 1} OFFSET $${values.length + 2}) e
         LEFT JOIN audit_subject s ON s.type = e.subject_type AND s.id = e.subject_id
       ORDER BY e.seq DESC`,
      [...values, limit, offset, JSON.stringify(tells)],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  async count(tx: Tx, filter: ActFilter): Promise<number> {
    const { conditions, values } = where(filter);
    const [row] = await managerOf(tx).query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM audit_event e WHERE ${conditions}`,
      values,
    );
    return row?.count ?? 0;
  }

  /** Who took the last act on something: a person's id, null for the system or where nothing is logged. */
  async lastActorId(tx: Tx, subject: { readonly type: string; readonly id: string }): Promise<string | null> {
    const [row] = await managerOf(tx).query<{ actorId: string | null }[]>(
      `SELECT actor_id AS "actorId" FROM audit_event WHERE subject_type = $1 AND subject_id = $2
       ORDER BY seq DESC LIMIT 1`,
      [subject.type, subject.id],
    );
    return row?.actorId ?? null;
  }

  newest(tx: Tx, limit: number): Promise<AuditEventEntity[]> {
    return managerOf(tx).find(AuditEventEntity, { order: { seq: 'DESC' }, take: limit });
  }

  /** The next rows after `seq`, in order. */
  after(tx: Tx, seq: number, limit: number): Promise<AuditEventEntity[]> {
    return managerOf(tx)
      .createQueryBuilder(AuditEventEntity, 'event')
      .where('event.seq > :seq', { seq })
      .orderBy('event.seq')
      .take(limit)
      .getMany();
  }
}

/** The filter as SQL on `audit_event e`. Instants compare as their texts, which are all of one shape. */
function where(
  filter: ActFilter,
  before?: number,
): { conditions: string; values: (string | number | readonly string[])[] } {
  const { focusArea, person, kind, from, to, kindsLeftOut } = filter;
  const conditions = ['true'];
  const values: (string | number | readonly string[])[] = [];
  const narrow = (condition: (parameter: string) => string, value: (typeof values)[number] | undefined): void => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  narrow(
    (area) => `EXISTS (SELECT FROM audit_subject s
      WHERE s.type = e.subject_type AND s.id = e.subject_id AND s.focus_area_id = ${area})`,
    focusArea,
  );
  narrow((id) => `e.actor_id = ${id}`, person === 'system' ? undefined : person);
  if (person === 'system') conditions.push('e.actor_id IS NULL');
  narrow((name) => `e.kind = ${name}`, kind);
  narrow((instant) => `e.at >= ${instant}`, from && startOfDay(from).toISOString());
  narrow((instant) => `e.at < ${instant}`, to && startOfDay(addDays(to, 1)).toISOString());
  narrow((names) => `e.kind <> ALL (${names}::text[])`, kindsLeftOut.length > 0 ? kindsLeftOut : undefined);
  narrow((seq) => `e.seq < ${seq}`, before);
  return { conditions: conditions.join(' AND '), values };
}
