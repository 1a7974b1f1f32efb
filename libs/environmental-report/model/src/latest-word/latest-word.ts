import { comparePeriods, isYear, type PeriodCode } from '@malspar/shared-model';
import type {
  PublishedEntry,
  PublishedArea,
  PublishedPoint,
  PublishedReport,
  PublishedTarget,
} from '../published-report.js';
import { entriesSaid, type SaidOfArea, verdictsSaid } from '../said-over-time.js';
import { latestMilestones } from './latest-milestones.js';
import { latestPoints } from './latest-points.js';
import { PublishingOrder } from './publishing-order.js';
import { replayOf, type SinceWhen } from './since-when.js';
import { type OverTime, type Statement, Statements } from './statements.js';

/** A verdict as the view over time has it. */
type VerdictOverTime = PublishedArea['verdicts'][number];

/**
 * What holds, out of everything that has been published. For each period its newest version speaks; where several
 * publications report the same thing (a year gathers its periods, a later report revises a value), the one that said
 * it most recently. To repeat an unchanged value is not to say it again, and to copy it into a later series never is.
 * What a period's own newest version leaves out is no longer said, though a year that was published before still has it.
 */
export interface LatestWord {
  /** The newest version of each period. */
  readonly newest: ReadonlySet<PublishedReport>;
  /** What was reported of an area for a period. */
  readonly verdict: (areaSlug: string, period: PeriodCode) => Statement<SaidOfArea> | null;
  /** Every verdict of an area, oldest first, also those known only from the view over time. */
  readonly verdicts: (areaSlug: string) => readonly OverTime<VerdictOverTime>[];
  /** What was reported of a target in a period; of a year that gathers its periods, the judgement alone. */
  readonly entry: (targetCode: string, period: PeriodCode) => Statement<PublishedEntry> | null;
  /** Every value of a target, oldest first. */
  readonly points: (targetCode: string) => readonly OverTime<PublishedPoint>[];
  readonly point: (targetCode: string, period: PeriodCode) => OverTime<PublishedPoint> | null;
  /** When each milestone of a target was reached, by its title; null: not reached. */
  readonly milestones: (targetCode: string) => ReadonlyMap<string, PeriodCode | null>;
  /** What was reported once, and is not any more. */
  readonly withdrawn: Readonly<Record<'verdict' | 'entry' | 'value', (about: string, period: PeriodCode) => boolean>>;
  /** Which version made something read as it now does, or took it away. */
  readonly sinceWhen: SinceWhen;
}

export const entryKey = (code: string, period: PeriodCode): string => `${code} ${period}`;

/** The latest word of all published versions of a plan, in any order, superseded ones included. */
export function latestWord(reports: readonly PublishedReport[]): LatestWord {
  const order = new PublishingOrder(reports);
  const { versions, newest } = order;
  const verdicts = new Statements<SaidOfArea>(order, periodOf);
  const overTime = new Statements<VerdictOverTime>(order, periodOf);
  const entries = new Statements<PublishedEntry>(order, periodOf);
  for (const version of versions) {
    for (const area of version.areas) {
      for (const said of verdictsSaid(area)) verdicts.add(entryKey(area.slug, said.period), said, version);
      for (const said of area.verdicts) overTime.add(entryKey(area.slug, said.period), said, version);
      for (const target of area.targets) {
        for (const said of entriesSaid(target)) {
          entries.add(
            entryKey(target.code, said.period),
            isOfWholeYear(said, target) ? judgementOf(said) : said,
            version,
          );
        }
      }
    }
  }
  const verdict: LatestWord['verdict'] = (slug, period) => verdicts.latest(entryKey(slug, period));
  const { points, isWithdrawn } = latestPoints(order, entries);
  return {
    newest,
    verdict,
    verdicts: (slug) => verdictsOver(slug, overTime, verdicts),
    entry: (code, period) => entries.latest(entryKey(code, period)),
    points: (code) => points.get(code) ?? [],
    point: (code, period) => points.get(code)?.find(({ said }) => said.period === period) ?? null,
    milestones: latestMilestones(order),
    withdrawn: {
      verdict: (slug, period) => verdicts.isWithdrawn(entryKey(slug, period)),
      entry: (code, period) => entries.isWithdrawn(entryKey(code, period)),
      value: isWithdrawn,
    },
    sinceWhen: replayOf(versions, latestWord),
  };
}

const periodOf = ({ period }: { readonly period: PeriodCode }): PeriodCode => period;

/** Whether it is said of a year beside its periods: what it has of figures is then its last period's. */
export const isOfWholeYear = ({ period }: PublishedEntry, { answer, earlierAnswers, year }: PublishedTarget): boolean =>
  period === year?.period || (period === answer.period && earlierAnswers.length > 0 && isYear(period));

const judgementOf = ({ period, assessment, comment, provenance }: PublishedEntry): PublishedEntry => ({
  ...{ period, assessment, values: [], noValueReason: '', parts: [], comment, measure: null, provenance },
});

/** What was reported counts over what is only copied; what was reported and withdrawn is no longer there. */
function verdictsOver(
  slug: string,
  overTime: Statements<VerdictOverTime>,
  reported: Statements<SaidOfArea>,
): OverTime<VerdictOverTime>[] {
  const own = [...overTime.subjects()].filter((subject) => subject.startsWith(`${slug} `));
  return own
    .flatMap((subject): OverTime<VerdictOverTime>[] => {
      const said = reported.latest(subject);
      if (said) {
        const { period, verdict, provenance } = said.said;
        return [{ ...said, said: { period, verdict, provenance }, reportedFor: period }];
      }
      const copied = reported.of(subject).length === 0 ? overTime.latest(subject) : null;
      return copied ? [{ ...copied, reportedFor: null }] : [];
    })
    .sort((a, b) => comparePeriods(a.said.period, b.said.period));
}
