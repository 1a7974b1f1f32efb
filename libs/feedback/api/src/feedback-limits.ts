import { createHmac, randomBytes } from 'node:crypto';
import { type Network, TooMany } from '@malspar/shared-api';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE = 60;
const HOUR = 3600;
const DAY_MS = 86_400_000;
/** Each vote and each comment is one; a whole office may share an address. */
export const PER_VISITOR = { minute: 20, hour: 200 } as const;
const EVERYBODY_PER_MINUTE = 600;
const SAME_WITHIN_MS = 60_000;

interface RecentVote {
  readonly id: Promise<string>;
  readonly until: number;
  helpful: boolean;
}

/** What to do with a vote: store it, or correct the one that the same visitor gave a moment ago. */
export interface VoteActs {
  store(): Promise<string>;
  change(id: string): Promise<void>;
}

/**
 * Counts what comes from each address without knowing addresses: they are turned into codes with a secret that is made
 * anew every day, is in this process's memory and nowhere else. So nobody, we included, can tell afterwards who wrote.
 * The price is that each process counts for itself.
 */
export class FeedbackLimits {
  readonly #visitors = [
    new RateLimiterMemory({ keyPrefix: 'minute', points: PER_VISITOR.minute, duration: MINUTE }),
    new RateLimiterMemory({ keyPrefix: 'hour', points: PER_VISITOR.hour, duration: HOUR }),
  ];
  readonly #everybody = new RateLimiterMemory({ points: EVERYBODY_PER_MINUTE, duration: MINUTE });
  readonly #recent = new Map<string, RecentVote>();
  #secret = randomBytes(32);
  #day = -1;

  /** A code for the visitor: the same all day, another in another process. */
  visitor(network: Network, now: Date): string {
    const day = Math.floor(now.getTime() / DAY_MS);
    if (day !== this.#day) [this.#day, this.#secret] = [day, randomBytes(32)];
    return createHmac('sha256', this.#secret).update(network).digest('base64url');
  }

  /** Counts one vote or comment. Throws `TooMany`. */
  async count(visitor: string): Promise<void> {
    try {
      for (const limiter of this.#visitors) await limiter.consume(visitor);
      await this.#everybody.consume('everybody');
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    }
  }

  /** The id of the vote. Who votes twice about a page within a minute has answered once, as they did last. */
  async once(visitor: string, path: string, helpful: boolean, now: Date, acts: VoteActs): Promise<string> {
    const key = `${visitor} ${path}`;
    this.#forget(now);
    const recent = this.#recent.get(key);
    if (recent) {
      const id = await recent.id;
      if (recent.helpful !== helpful) await acts.change(id);
      recent.helpful = helpful;
      return id;
    }
    const vote: RecentVote = { id: acts.store(), until: now.getTime() + SAME_WITHIN_MS, helpful };
    this.#recent.set(key, vote);
    try {
      return await vote.id;
    } catch (error) {
      this.#recent.delete(key);
      throw error;
    }
  }

  /** They stand in the order in which they came. */
  #forget(now: Date): void {
    for (const [key, { until }] of this.#recent) {
      if (until > now.getTime()) return;
      this.#recent.delete(key);
    }
  }
}
