import type { PeriodCode } from '@malspar/shared-model';
import type { PublishedReport } from '../published-report.js';

/** Published versions in the order in which they were published, superseded ones included. */
export class PublishingOrder {
  readonly versions: readonly PublishedReport[];
  /** The newest version of each period: the one that counts. */
  readonly newest: ReadonlySet<PublishedReport>;
  readonly #newestOf: ReadonlyMap<PeriodCode, PublishedReport>;
  readonly #place: ReadonlyMap<PublishedReport, number>;

  constructor(reports: readonly PublishedReport[]) {
    this.versions = inOrder(reports);
    this.#newestOf = newestVersions(reports);
    this.newest = new Set(this.#newestOf.values());
    this.#place = new Map(this.versions.map((version, nth) => [version, nth]));
  }

  counts(version: PublishedReport): boolean {
    return this.newest.has(version);
  }

  newestOf(period: PeriodCode): PublishedReport | undefined {
    return this.#newestOf.get(period);
  }

  /** Of two versions the one with the higher place was published later. */
  placeOf(version: PublishedReport): number {
    return this.#place.get(version) ?? -1;
  }
}

/** At the same moment a period's own version comes after the year that gathers it. */
const inOrder = (reports: readonly PublishedReport[]): PublishedReport[] =>
  [...reports].sort(
    (a, b) =>
      a.publishedAt.localeCompare(b.publishedAt) ||
      Number(b.kind === 'year') - Number(a.kind === 'year') ||
      a.end.localeCompare(b.end) ||
      a.version - b.version,
  );

function newestVersions(reports: readonly PublishedReport[]): Map<PeriodCode, PublishedReport> {
  const newest = new Map<PeriodCode, PublishedReport>();
  for (const report of reports) {
    const known = newest.get(report.period);
    if (!known || known.version < report.version) newest.set(report.period, report);
  }
  return newest;
}
