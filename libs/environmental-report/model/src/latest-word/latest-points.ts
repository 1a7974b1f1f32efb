import { exactDecimal } from '@malspar/figures-model';
import { comparePeriods, type Decimal, type PeriodCode } from '@malspar/shared-model';
import type { PublishedEntry, PublishedPoint, PublishedReport } from '../published-report.js';
import type { PublishingOrder } from './publishing-order.js';
import { latestIn, type OverTime, type Statement, type Statements } from './statements.js';

type Value = PublishedEntry['values'][number];

/** Every value by target, oldest first, and those that were reported once and are not any more. */
export interface LatestPoints {
  readonly points: ReadonlyMap<string, readonly OverTime<PublishedPoint>[]>;
  readonly isWithdrawn: (code: string, period: PeriodCode) => boolean;
}

/**
 * A value that reports have given is what the report said that last changed it;
 * one that no report has given (from before the first of them) is what the latest series has.
 */
export function latestPoints(order: PublishingOrder, entries: Statements<PublishedEntry>): LatestPoints {
  const { newest } = order;
  const placeOf = (version: PublishedReport): number => order.placeOf(version);
  const copies = copiedPoints(order);
  const found = new Map<string, Map<PeriodCode, OverTime<PublishedPoint>>>();
  const pointsOf = (code: string): Map<PeriodCode, OverTime<PublishedPoint>> => {
    const points = found.get(code) ?? new Map<PeriodCode, OverTime<PublishedPoint>>();
    found.set(code, points);
    return points;
  };
  const withdrawn = new Map<string, number>();
  for (const subject of entries.subjects()) {
    const [code, reportedFor] = [
      subject.slice(0, subject.lastIndexOf(' ')),
      subject.slice(subject.lastIndexOf(' ') + 1),
    ];
    const chain = entries.of(subject);
    const current = entries.latest(subject);
    for (const period of new Set(chain.flatMap(({ said }) => said.values.map((value) => value.period)))) {
      const value = current && valueOf(current.said, period) ? latestValue(chain, period, newest) : null;
      if (!value) {
        withdrawn.set(`${code} ${period}`, withdrawnBy(chain, newest, placeOf));
        continue;
      }
      const known = pointsOf(code).get(period);
      // Said in the same version, the later report of a year counts: reports are gathered oldest first.
      if (known && placeOf(known.since) > placeOf(value.since)) continue;
      pointsOf(code).set(period, { ...value, said: pointIn(value.in, code, value.said), reportedFor });
    }
  }
  for (const [code, series] of copies) {
    for (const [period, copy] of series) {
      const points = pointsOf(code);
      const isGone = (withdrawn.get(`${code} ${period}`) ?? -1) > placeOf(copy.in);
      if (!points.has(period) && !isGone) points.set(period, { ...copy, reportedFor: null });
    }
  }
  const points = new Map(
    [...found].map(([code, series]) => [
      code,
      [...series.values()].sort((a, b) => comparePeriods(a.said.period, b.said.period)),
    ]),
  );
  const isWithdrawn = (code: string, period: PeriodCode): boolean =>
    withdrawn.has(`${code} ${period}`) && !found.get(code)?.has(period);
  return { points, isWithdrawn };
}

const valueOf = (entry: PublishedEntry, period: PeriodCode): Value | undefined =>
  entry.values.findLast((value) => value.period === period);

/** The value that a report's entry gives for a period, unchanged since when. */
function latestValue(
  chain: readonly { readonly said: PublishedEntry; readonly in: PublishedReport }[],
  period: PeriodCode,
  newest: ReadonlySet<PublishedReport>,
): Statement<Value> | null {
  const given = chain.flatMap(({ said, in: version }) => {
    const value = valueOf(said, period);
    return value ? [{ said: value, in: version }] : [];
  });
  return latestIn(
    given,
    (version) => newest.has(version),
    (a, b) => isSameNumber(a.value, b.value),
  );
}

const plain = (value: Decimal): Decimal => exactDecimal(value, 0);
const isSameNumber = (a: Decimal | null, b: Decimal | null): boolean =>
  a === b || (a !== null && b !== null && plain(a) === plain(b));

/** The place in time of the version that no longer says what earlier ones of its period said. */
const withdrawnBy = (
  chain: readonly { readonly in: PublishedReport }[],
  newest: ReadonlySet<PublishedReport>,
  placeOf: (version: PublishedReport) => number,
): number => {
  const periods = new Set(chain.map(({ in: version }) => version.period));
  return Math.max(...[...newest].filter(({ period }) => periods.has(period)).map(placeOf));
};

/** As the version's own series has it, with source and whether it is provisional. */
function pointIn(version: PublishedReport, code: string, { period, value, provenance }: Value): PublishedPoint {
  const drawn = seriesIn(version, code).find((point) => point.period === period && isSameNumber(point.value, value));
  return drawn ?? { period, value, provisional: false, provenance, sourceKey: null };
}

const seriesIn = ({ areas }: PublishedReport, code: string): readonly PublishedPoint[] =>
  areas.flatMap(({ targets }) => targets).find((target) => target.code === code)?.series ?? [];

/** What the newest versions have in their series, by target and period; the most recently published one counts. */
function copiedPoints(order: PublishingOrder): Map<string, Map<PeriodCode, Statement<PublishedPoint>>> {
  const copies = new Map<string, Map<PeriodCode, Statement<PublishedPoint>>>();
  for (const version of order.versions.filter((each) => order.counts(each))) {
    for (const { code, series } of version.areas.flatMap(({ targets }) => targets)) {
      const own = copies.get(code) ?? new Map<PeriodCode, Statement<PublishedPoint>>();
      copies.set(code, own);
      for (const said of series) {
        const before = own.get(said.period);
        const since = before && isSameNumber(before.said.value, said.value) ? before.since : version;
        own.set(said.period, { said, in: version, since });
      }
    }
  }
  return copies;
}
