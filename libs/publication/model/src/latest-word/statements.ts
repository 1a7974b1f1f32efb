import type { PeriodCode } from '@malspar/shared-model';
import type { PublishedReport } from '../published-report.js';

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

/** Everything that versions say, by what it is about; the versions are given in the order in which they were published. */
export class Statements<T> {
  readonly #chains = new Map<string, Saying<T>[]>();

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

  /** The last thing said in a version that counts; null where none of them says anything any more. */
  latest(about: string, counts: (version: PublishedReport) => boolean): Statement<T> | null {
    return latestIn(this.of(about), counts, isSame);
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

/** In the order in which they were published; at the same moment a period's own version after the year that gathers it. */
export const inOrderOfPublishing = (reports: readonly PublishedReport[]): PublishedReport[] =>
  [...reports].sort(
    (a, b) =>
      a.publishedAt.localeCompare(b.publishedAt) ||
      Number(b.kind === 'year') - Number(a.kind === 'year') ||
      a.end.localeCompare(b.end) ||
      a.version - b.version,
  );

/** The newest version of each publication. */
export function newestVersions(reports: readonly PublishedReport[]): Set<PublishedReport> {
  const newest = new Map<string, PublishedReport>();
  for (const report of reports) {
    const known = newest.get(report.period);
    if (!known || known.version < report.version) newest.set(report.period, report);
  }
  return new Set(newest.values());
}
