import type { PeriodCode } from '@malspar/shared-model';
import type { PublishedReport } from '../published-report.js';
import type { PublishingOrder } from './publishing-order.js';

/** What published versions say of one thing: `in` the newest version that counts, and unchanged `since` which one. */
export interface Statement<T> {
  readonly said: T;
  readonly in: PublishedReport;
  readonly since: PublishedReport;
}

/** A statement about one period of several. */
export interface OverTime<T> extends Statement<T> {
  /** The period of the report that says it; null where versions only have it in their view over time. */
  readonly reportedFor: PeriodCode | null;
}

interface Saying<T> {
  readonly said: T;
  readonly in: PublishedReport;
}

/** Everything that versions say, by what it is about; they are added in the order in which they were published. */
export class Statements<T> {
  readonly #chains = new Map<string, Saying<T>[]>();

  /** `periodOf` gives the period that a statement is about. */
  constructor(
    private readonly order: PublishingOrder,
    private readonly periodOf: (said: T) => PeriodCode,
  ) {}

  add(about: string, said: T, version: PublishedReport): void {
    const chain = this.#chains.get(about) ?? [];
    this.#chains.set(about, chain);
    chain.push({ said, in: version });
  }

  subjects(): IterableIterator<string> {
    return this.#chains.keys();
  }

  of(about: string): readonly Saying<T>[] {
    return this.#chains.get(about) ?? [];
  }

  /** The last thing said in a version that counts; null where nothing is said any more. */
  latest(about: string): Statement<T> | null {
    const latest = latestIn(this.of(about), (version) => this.order.counts(version), isSame);
    return latest && this.#isLeftOut(about, latest) ? null : latest;
  }

  /** Whether it was said once and is not said any more. */
  isWithdrawn(about: string): boolean {
    return this.of(about).length > 0 && this.latest(about) === null;
  }

  /**
   * What a year gathered from its periods is no longer said once the newest version of the period itself, published
   * after the year, leaves it out: an area whose report is missing there, or a target that is no longer in it.
   */
  #isLeftOut(about: string, latest: Statement<T>): boolean {
    const own = this.order.newestOf(this.periodOf(latest.said));
    if (!own || this.of(about).some((each) => each.in === own)) return false;
    return this.order.placeOf(own) > this.order.placeOf(latest.in);
  }
}

/** A version that repeats what was said before adds nothing: the statement is as old as the first that made it. */
export function latestIn<T>(
  chain: readonly Saying<T>[],
  counts: (version: PublishedReport) => boolean,
  same: (a: T, b: T) => boolean,
): Statement<T> | null {
  const at = chain.findLastIndex((each) => counts(each.in));
  const latest = chain[at];
  if (!latest) return null;
  let since = latest;
  for (const earlier of chain.slice(0, at).reverse()) {
    if (!same(earlier.said, latest.said)) break;
    since = earlier;
  }
  return { ...latest, since: since.in };
}

/** What is published is plain JSON with its keys in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
