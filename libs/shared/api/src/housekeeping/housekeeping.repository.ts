import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';

const LOCK = 4_202_502;

@Injectable()
export class HousekeepingRepository {
  /** False when somebody else holds the turn. */
  async takeTurn(tx: Tx): Promise<boolean> {
    const rows = await tx.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
    return rows[0]?.mine === true;
  }

  async clearSessions(tx: Tx): Promise<number> {
    const [, count] = await tx.query<[unknown, number]>(`DELETE FROM session WHERE expire < now() AT TIME ZONE 'UTC'`);
    return count;
  }

  async clearIdempotencyKeys(tx: Tx, days: number): Promise<number> {
    const [, count] = await tx.query<[unknown, number]>(
      'DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)',
      [days],
    );
    return count;
  }
}
