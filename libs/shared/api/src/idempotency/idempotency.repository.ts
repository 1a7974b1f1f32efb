import { Injectable } from '@nestjs/common';
import type { Tx } from '../tx/tx.js';
import { managerOf } from '../sql/manager-of.js';

@Injectable()
export class IdempotencyRepository {
  /** True for the first to come; a twin waits here until the first has committed or rolled back. */
  async claim(tx: Tx, personId: string, key: string, requestHash: string): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `INSERT INTO idempotency_key (person_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_idempotency_key DO NOTHING RETURNING key`,
      [personId, key, requestHash],
    );
    return rows.length === 1;
  }

  async find(tx: Tx, personId: string, key: string): Promise<{ requestHash: string; answer: unknown } | null> {
    const rows = await managerOf(tx).query<{ request_hash: string; answer: unknown }[]>(
      'SELECT request_hash, answer FROM idempotency_key WHERE person_id = $1 AND key = $2',
      [personId, key],
    );
    const [row] = rows;
    return row ? { requestHash: row.request_hash, answer: row.answer } : null;
  }

  async keep(tx: Tx, personId: string, key: string, answer: unknown): Promise<void> {
    await managerOf(tx).query('UPDATE idempotency_key SET answer = $3 WHERE person_id = $1 AND key = $2', [
      personId,
      key,
      JSON.stringify(answer),
    ]);
  }
}
