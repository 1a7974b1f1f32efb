import type { SoftCheckCode } from '@malspar/reporting-model';
import { comparePeriods, type Decimal, type PeriodCode, type Provenance } from '@malspar/shared-model';
import { entriesSaid } from './said-over-time.js';
import type { PublishedArea, PublishedReport, PublishedTarget } from './published-report.js';

export interface VersionRef {
  readonly period: PeriodCode;
  readonly version: number;
}

/** A figure that stood in earlier versions and was later changed. */
export interface EarlierValue {
  /** What the figure is for. */
  readonly period: PeriodCode;
  readonly value: Decimal;
  readonly provenance: Provenance;
  /** The last version in which it stood. */
  readonly lastIn: VersionRef;
}

/** How a target's figures came about, as far as the given reports tell. Roles, never names. */
export interface ValueOrigin {
  readonly values: readonly {
    readonly period: PeriodCode;
    readonly value: Decimal | null;
    readonly provenance: Provenance;
  }[];
  readonly earlier: readonly EarlierValue[];
  /** What early versions published of the owner's explanations, by the period they were given for; oldest first. */
  readonly explanations: readonly {
    readonly period: PeriodCode;
    readonly check: SoftCheckCode;
    readonly text: string;
  }[];
  /** The steps by which the reports that it rests on were approved, oldest first. */
  readonly approvals: readonly {
    readonly period: PeriodCode;
    readonly approvedOn: string | null;
    readonly revision: number;
  }[];
  readonly source: { readonly title: string; readonly url: string } | null;
  /** Every version that has the figure, latest first: the newest one of the target. */
  readonly publishedIn: readonly VersionRef[];
}

/**
 * How a target's figures in one report came about. `known` are all reports that count as known, in any order: on a
 * page that never changes, those that were published before it.
 */
export function valueOrigin(
  report: PublishedReport,
  area: PublishedArea,
  target: PublishedTarget,
  known: readonly PublishedReport[],
): ValueOrigin {
  const entries = entriesSaid(target);
  const periods = new Set(entries.map(({ period }) => period));
  return {
    values: entries.flatMap(({ values }) => values),
    earlier: earlierValues(report, target, known),
    explanations: entries.flatMap(({ period, explanations = [] }) =>
      explanations.map(({ check, text }) => ({ period, check, text })),
    ),
    approvals: report.reports
      .filter(({ areaSlug, period }) => areaSlug === area.slug && periods.has(period))
      .map(({ period, approvedOn, revision }) => ({ period, approvedOn, revision }))
      .sort((a, b) => comparePeriods(a.period, b.period)),
    source: sourceOf(report, target),
    publishedIn: known
      .filter((each) => hasValue(targetIn(each, target.code), valuePeriod(target)))
      .map(({ period, version }) => ({ period, version })),
  };
}

/** The period of the newest figure; where there is none, of what was said. */
const valuePeriod = ({ series, answer }: PublishedTarget): PeriodCode =>
  series.findLast(({ value }) => value !== null)?.period ?? answer.period;

const hasValue = (target: PublishedTarget | undefined, of: PeriodCode): boolean =>
  target !== undefined &&
  [...target.series, ...target.earlierAnswers, target.answer].some(({ period }) => period === of);

const targetIn = ({ areas }: PublishedReport, code: string): PublishedTarget | undefined => {
  for (const { targets } of areas) {
    const found = targets.find((target) => target.code === code);
    if (found) return found;
  }
  return undefined;
};

/** Figures that other versions, or earlier answers of the same one, had for a period that now has another. */
function earlierValues(
  report: PublishedReport,
  target: PublishedTarget,
  known: readonly PublishedReport[],
): EarlierValue[] {
  const now = new Map(target.series.map(({ period, value }) => [period, value]));
  const others = [...known.filter((each) => each !== report), report].sort((a, b) =>
    a.publishedAt.localeCompare(b.publishedAt),
  );
  const found = new Map<string, EarlierValue>();
  for (const each of others) {
    const then = targetIn(each, target.code);
    if (!then) continue;
    const said = [...then.series, ...[...then.earlierAnswers, then.answer].flatMap(({ values }) => values)];
    for (const { period, value, provenance } of said) {
      if (value === null || !now.has(period) || value === now.get(period)) continue;
      const lastIn = { period: each.period, version: each.version };
      found.set(`${period} ${value}`, { period, value, provenance, lastIn });
    }
  }
  return [...found.values()].sort((a, b) => comparePeriods(a.period, b.period));
}

/** Where the latest figure comes from, else the indicator or the target; only what a browser can follow. */
function sourceOf(report: PublishedReport, target: PublishedTarget): ValueOrigin['source'] {
  const keys = [target.series.at(-1)?.sourceKey, target.indicator.sourceKey, target.sourceKey];
  const found = keys.flatMap((key) => report.sources.find((source) => source.key === key) ?? [])[0];
  return found && /^https?:\/\//.test(found.url) ? { title: found.title, url: found.url } : null;
}
