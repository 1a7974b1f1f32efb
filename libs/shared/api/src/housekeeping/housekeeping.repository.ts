import { Injectable } from '@nestjs/common';
import type { Tx } from '../tx/tx.js';
import { takeTurn } from '../database/turns.js';
import { managerOf } from '../sql/manager-of.js';

@Injectable()
export class HousekeepingRepository {
  /** False when somebody else holds the turn. */
  takeTurn(tx: Tx): Promise<boolean> {
    return takeTurn(tx, 'housekeeping');
  }

  async clearSessions(tx: Tx): Promise<number> {
    const [, count] = await managerOf(tx).query<[unknown, number]>(
      `DELETE FROM session WHERE expire < now() AT TIME ZONE 'UTC'`,
    );
    return count;
  }

  async clearIdempotencyKeys(tx: Tx, days: number): Promise<number> {
    const [, count] = await managerOf(tx).query<[unknown, number]>(
      'DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)',
      [days],
    );
    return count;
  }
}
