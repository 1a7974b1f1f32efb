import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { changeRows, firstRow } from '../sql/rows.js';
import { sql } from '../sql/sql.js';
import type { Tx } from '../tx/tx.js';

const KeptResponse = z.object({ requestHash: z.string(), response: z.unknown() });

@Injectable()
export class IdempotencyRepository {
  /** True for the first to come; a twin waits here until the first has committed or rolled back. */
  async claim(tx: Tx, personId: string, key: string, requestHash: string): Promise<boolean> {
    const claimed = await changeRows(
      tx,
      sql`INSERT INTO idempotency_key (person_id, key, request_hash) VALUES (${personId}, ${key}, ${requestHash})
          ON CONFLICT ON CONSTRAINT pk_idempotency_key DO NOTHING RETURNING key`,
    );
    return claimed === 1;
  }

  find(tx: Tx, personId: string, key: string): Promise<z.infer<typeof KeptResponse> | null> {
    return firstRow(
      tx,
      KeptResponse,
      sql`SELECT request_hash AS "requestHash", response FROM idempotency_key
          WHERE person_id = ${personId} AND key = ${key}`,
    );
  }

  async keep(tx: Tx, personId: string, key: string, response: unknown): Promise<void> {
    const kept = JSON.stringify(response);
    await changeRows(
      tx,
      sql`UPDATE idempotency_key SET response = ${kept} WHERE person_id = ${personId} AND key = ${key}`,
    );
  }
}
