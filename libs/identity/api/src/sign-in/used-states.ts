import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { PENDING_LIFETIME, SIGN_IN_CONFIG, type SignInConfig } from './sign-in-config.js';

/**
 * Remembers which attempts have come back, for as long as they could come back again: in the table of limits, each
 * being allowed once, so that all replicas know; in this process alone while the table is out of reach.
 */
@Injectable()
export class UsedStates {
  private readonly limiter: RateLimiterPostgres;

  constructor(@Inject(SIGN_IN_CONFIG) { pool }: Pick<SignInConfig, 'pool'>) {
    const once = { keyPrefix: 'sign-in-state', points: 1, duration: PENDING_LIFETIME };
    this.limiter = new RateLimiterPostgres({
      ...once,
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      insuranceLimiter: new RateLimiterMemory(once),
    });
  }

  /** Whether this is the first time; of several at once it is so for one. */
  async isFirst(state: string): Promise<boolean> {
    try {
      await this.limiter.consume(state);
      return true;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return false;
    }
  }
}
