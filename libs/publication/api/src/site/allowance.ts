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
  async take(address: string | undefined): Promise<number> {
    try {
      await this.#each.consume(networkOf(address ?? ''));
      await this.#all.consume('all');
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  }
}

/** The address, or for IPv6 the network that one subscriber has (/64): there they have all the addresses they like. */
export function networkOf(address: string): string {
  const four = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.[1];
  if (four || !address.includes(':')) return four ?? address;
  const [head = ''] = address.split('::');
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, 4).join(':');
}
