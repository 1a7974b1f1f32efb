import { type Network, TooMany } from '@malspar/shared-api';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SIGN_IN_CONFIG, type SignInConfig } from './sign-in-config.js';

const MINUTE = 60;

/**
 * Counts sign-in attempts per visitor: those that begin in this process's memory, since nothing is stored for somebody
 * who only begins; those that come back across all replicas, or in this process alone while the table is out of reach.
 * What leads to a sign-in is given back: a whole office may share one address.
 */
@Injectable()
export class SignInRateLimit {
  private readonly begun: RateLimiterMemory;
  private readonly returned: RateLimiterPostgres;

  constructor(@Inject(SIGN_IN_CONFIG) { pool, attemptsPerMinute = 120 }: SignInConfig) {
    const limit = { keyPrefix: 'sign-in', points: attemptsPerMinute, duration: MINUTE };
    this.begun = new RateLimiterMemory(limit);
    this.returned = new RateLimiterPostgres({
      ...limit,
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      insuranceLimiter: new RateLimiterMemory(limit),
    });
  }

  /** Counts an attempt that begins. Throws `TooMany`. */
  countBegin(visitor: Network): Promise<void> {
    return consume(this.begun, visitor);
  }

  /** Counts an attempt that comes back from the tenant. Throws `TooMany`. */
  countCallback(visitor: Network): Promise<void> {
    return consume(this.returned, visitor);
  }

  /** Gives back what a sign-in that came through has cost. */
  async forgive(visitor: Network): Promise<void> {
    await this.begun.reward(visitor);
    await this.returned.reward(visitor);
  }
}

async function consume(limiter: RateLimiterMemory | RateLimiterPostgres, visitor: Network): Promise<void> {
  try {
    await limiter.consume(visitor);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}
