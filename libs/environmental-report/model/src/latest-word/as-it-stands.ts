import { findingCaption, inBoth } from '@malspar/figures-model';
import { samePlace } from '@malspar/publication-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { compareWithBefore } from '../comparison.js';
import { captionOrigin } from '../mixed-origin.js';
import {
  forReaders,
  type PublishedEntry,
  type PublishedArea,
  type PublishedReport,
  type PublishedTarget,
} from '../published-report.js';
import type { SaidOfArea } from '../said-over-time.js';
import { entryKey, isOfWholeYear, type LatestWord } from './latest-word.js';

type Judged = Pick<PublishedEntry, 'period' | 'assessment' | 'comment' | 'provenance'>;

const NO_VERDICT = { verdict: null, explanation: '', provenance: 'reported' as const };
const NOTHING_SAID = {
  ...{ assessment: null, values: [], noValueReason: '', parts: [], comment: '', measure: null },
  provenance: 'reported' as const,
};

/**
 * A published report as it reads with the latest word: every value, verdict, assessment and text from the version that
 * speaks for it, sentences about them made again. What has come after the report's own period is left out. For pages,
 * feeds and files that follow what is published; the frozen report itself is never altered.
 */
export function asItStands(report: PublishedReport, word: LatestWord): PublishedReport {
  const areas = report.areas.map((area) => areaAsItStands(area, report, word));
  const before = [...word.newest].find(({ period }) => period === report.comparison?.with.period);
  return forReaders({
    ...report,
    areas,
    gaps: gapsOf(report, word),
    sources: sourcesOf(report, word),
    reports: report.reports.flatMap((each) => {
      if (word.withdrawn.verdict(each.areaSlug, each.period)) return [];
      const newest = word.verdict(each.areaSlug, each.period)?.in.reports;
      return newest?.find((other) => samePlace(other, each)) ?? each;
    }),
    comparison: before
      ? compareWithBefore(
          areas,
          report.period,
          { ...before, areas: before.areas.map((area) => areaAsItStands(area, before, word)) },
          report.verdictScale,
        )
      : report.comparison,
  });
}

/** What is missing now: what has been reported since is there, and what has been left out since is not. */
function gapsOf(report: PublishedReport, word: LatestWord): PublishedReport['gaps'] {
  const reported = report.areas.flatMap(({ slug, earlierVerdicts }) =>
    earlierVerdicts.map(({ period }) => entryKey(slug, period)),
  );
  const since = [...word.newest]
    .flatMap(({ gaps }) => gaps)
    .filter(({ areaSlug, period }) => reported.includes(entryKey(areaSlug, period)))
    .filter(({ areaSlug, period }) => word.withdrawn.verdict(areaSlug, period));
  return [...report.gaps.filter(({ areaSlug, period }) => word.verdict(areaSlug, period) === null), ...since];
}

function areaAsItStands({ year, ...area }: PublishedArea, report: PublishedReport, word: LatestWord): PublishedArea {
  const stands = (said: SaidOfArea): SaidOfArea[] => {
    const now = word.verdict(area.slug, said.period)?.said;
    return now ? [now] : word.withdrawn.verdict(area.slug, said.period) ? [] : [said];
  };
  const [own = NO_VERDICT] = stands({
    period: area.reportedFor,
    verdict: area.verdict,
    explanation: area.verdictExplanation,
    provenance: area.verdictProvenance,
  });
  const [ofYear] = year ? stands(year) : [];
  return {
    ...area,
    verdict: own.verdict,
    verdictExplanation: own.explanation,
    verdictProvenance: own.provenance,
    earlierVerdicts: area.earlierVerdicts.flatMap(stands),
    ...(ofYear && { year: ofYear }),
    verdicts: word.verdicts(area.slug).flatMap(({ said }) => (isWithin(said, report) ? [said] : [])),
    targets: area.targets.map((target) => targetAsItStands(target, report, word)),
  };
}

function targetAsItStands(target: PublishedTarget, report: PublishedReport, word: LatestWord): PublishedTarget {
  const reached = word.milestones(target.code);
  const indicator = {
    ...target.indicator,
    milestones: target.indicator.milestones.map((milestone) => {
      const done = reached.get(milestone.title);
      return done === undefined || (done !== null && !isWithin({ period: done }, report))
        ? milestone
        : { ...milestone, done };
    }),
  };
  const series = word.points(target.code).flatMap(({ said }) => (isWithin(said, report) ? [said] : []));
  const { year, ...rest } = target;
  const isSaid = ({ period }: { readonly period: PeriodCode }): boolean => !word.withdrawn.entry(target.code, period);
  const earlier = target.earlierAnswers.map((each) => entryAsItStands(target, each, word));
  return {
    ...rest,
    indicator,
    series,
    answer: isOfWholeYear(target.answer, target)
      ? yearAsItStands(target, earlier, word)
      : entryAsItStands(target, target.answer, word),
    earlierAnswers: earlier.filter(isSaid),
    ...(year && isSaid(year) && { year: { ...year, ...judgedIn(target, year, word) } }),
    caption: inBoth((language) => findingCaption(indicator, series, target, language, report.period)),
    captionProvenance: captionOrigin({ ...target, indicator, series }),
  };
}

/** What was said in the period, with each value as it now is: a later report may have revised it. */
function entryAsItStands(target: PublishedTarget, entry: PublishedEntry, word: LatestWord): PublishedEntry {
  const said = saidNow(target, entry, word) ?? { ...NOTHING_SAID, period: entry.period };
  return { ...said, values: valuesAsTheyStand(target, said, word) };
}

/** Null where it has been left out since. */
const saidNow = <T extends Judged>({ code }: PublishedTarget, said: T, word: LatestWord): PublishedEntry | T | null =>
  word.entry(code, said.period)?.said ?? (word.withdrawn.entry(code, said.period) ? null : said);

/** A year's own judgement; what it has of figures is what its last period has of it now. */
function yearAsItStands(target: PublishedTarget, earlier: readonly PublishedEntry[], word: LatestWord): PublishedEntry {
  const { answer, indicator } = target;
  const last = indicator.cadence === 'year' ? earlier.at(-1) : undefined;
  const own = { parts: last?.parts ?? answer.parts, noValueReason: last?.noValueReason ?? answer.noValueReason };
  const judged = judgedIn(target, answer, word);
  const hasExample = last?.provenance === 'illustrative' && (own.parts.length > 0 || own.noValueReason !== '');
  return {
    ...answer,
    ...own,
    ...judged,
    values: valuesAsTheyStand(target, answer, word),
    provenance: hasExample ? 'illustrative' : judged.provenance,
  };
}

function judgedIn(target: PublishedTarget, said: Judged, word: LatestWord): Omit<Judged, 'period'> {
  const { assessment, comment, provenance } = saidNow(target, said, word) ?? NOTHING_SAID;
  return { assessment, comment, provenance };
}

const valuesAsTheyStand = (
  { code }: PublishedTarget,
  { values }: PublishedEntry,
  word: LatestWord,
): PublishedEntry['values'] =>
  values.map((each) => {
    const point = word.point(code, each.period)?.said;
    return point ? { period: each.period, value: point.value, provenance: point.provenance } : each;
  });

const isWithin = ({ period }: { readonly period: string }, { end }: PublishedReport): boolean =>
  parsePeriod(period).end <= end;

/** Every source that is named by what may have come from another version; the report's own first. */
function sourcesOf(report: PublishedReport, word: LatestWord): PublishedReport['sources'] {
  const all = [report, ...word.newest].flatMap(({ sources }) => sources);
  return [...new Map([...all].reverse().map((source) => [source.key, source])).values()].reverse();
}
