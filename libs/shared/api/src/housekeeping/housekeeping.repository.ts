import { Injectable } from '@nestjs/common';
import type { Tx } from '../tx/tx.js';
import { takeTurn } from '../database/turns.js';
import { changeRows } from '../sql/rows.js';
import { sql } from '../sql/sql.js';

@Injectable()
export class HousekeepingRepository {
  /** False when somebody else holds the turn. */
  takeTurn(tx: Tx): Promise<boolean> {
    return takeTurn(tx, 'housekeeping');
  }

  clearSessions(tx: Tx): Promise<number> {
    return changeRows(tx, sql`DELETE FROM session WHERE expire < now() AT TIME ZONE 'UTC'`);
  }

  clearIdempotencyKeys(tx: Tx, days: number): Promise<number> {
    return changeRows(tx, sql`DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => ${days})`);
  }
}
