import type { Network } from '@malspar/shared-api';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much may be asked: by one network in a minute, and by all together in a second. */
export interface AllowanceLimits {
  readonly perMinute: number;
  readonly bySecond: number;
}

/** Counts questions, in this process alone: they must be answered while the database is down. */
export class Allowance {
  readonly #each: RateLimiterMemory;
  readonly #all: RateLimiterMemory;

  constructor({ perMinute, bySecond }: AllowanceLimits) {
    this.#each = new RateLimiterMemory({ points: perMinute, duration: 60 });
    this.#all = new RateLimiterMemory({ points: bySecond, duration: 1 });
  }

  /** Takes one. Gives how many seconds to wait instead; 0 when there is no need. */
  async take(network: Network): Promise<number> {
    try {
      await this.#each.consume(network);
      await this.#all.consume('all');
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  }
}
