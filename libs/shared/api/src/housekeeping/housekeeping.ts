import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { HousekeepingRepository } from './housekeeping.repository.js';

/** How long a retry of the same act is still recognised. */
const IDEMPOTENCY_DAYS = 7;

/** Clears away what has served its time. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly database: Database,
    private readonly repository: HousekeepingRepository,
  ) {}

  /** How many rows of each kind were cleared; nothing when another worker is at it. */
  sweep(): Promise<{ sessions: number; idempotencyKeys: number }> {
    return this.database.write(async (tx) => {
      if (!(await this.repository.takeTurn(tx))) return { sessions: 0, idempotencyKeys: 0 };
      return {
        sessions: await this.repository.clearSessions(tx),
        idempotencyKeys: await this.repository.clearIdempotencyKeys(tx, IDEMPOTENCY_DAYS),
      };
    });
  }
}
