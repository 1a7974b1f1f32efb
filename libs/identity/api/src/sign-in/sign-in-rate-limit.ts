import { TooMany } from '@malspar/shared-api';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SIGN_IN_CONFIG, type SignInConfig } from './sign-in-config.js';

const MINUTE = 60;
// One at the beginning, one at the callback.
const ATTEMPTS_PER_SIGN_IN = 2;

/**
 * Counts sign-in attempts per address, across all replicas; in this process alone while the table is out of reach.
 * Those that lead to a sign-in are given back: a whole office may share one address.
 */
@Injectable()
export class SignInRateLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(@Inject(SIGN_IN_CONFIG) { pool, attemptsPerMinute = 120 }: SignInConfig) {
    const limit = { keyPrefix: 'sign-in', points: attemptsPerMinute, duration: MINUTE };
    this.limiter = new RateLimiterPostgres({
      ...limit,
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      insuranceLimiter: new RateLimiterMemory(limit),
    });
  }

  /** Counts one attempt. Throws `TooMany`. */
  async count(address: string | undefined): Promise<void> {
    try {
      await this.limiter.consume(address ?? 'unknown');
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    }
  }

  /** Gives back what a sign-in that came through has cost. */
  async forgive(address: string | undefined): Promise<void> {
    await this.limiter.reward(address ?? 'unknown', ATTEMPTS_PER_SIGN_IN);
  }
}
