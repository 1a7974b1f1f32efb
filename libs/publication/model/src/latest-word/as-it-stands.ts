import { findingCaption, inBoth } from '@malspar/shared-charts';
import { parsePeriod } from '@malspar/shared-model';
import { compareWithBefore } from '../comparison.js';
import {
  forReaders,
  type PublishedAnswer,
  type PublishedArea,
  type PublishedReport,
  type PublishedTarget,
} from '../published-report.js';
import { isOfWholeYear, type LatestWord } from './latest-word.js';

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
    gaps: report.gaps.filter(({ areaSlug, period }) => word.verdict(areaSlug, period) === null),
    sources: sourcesOf(report, word),
    reports: report.reports.map((each) => {
      const newest = word.verdict(each.areaSlug, each.period)?.in.reports;
      return newest?.find(({ areaSlug, period }) => areaSlug === each.areaSlug && period === each.period) ?? each;
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

function areaAsItStands(area: PublishedArea, report: PublishedReport, word: LatestWord): PublishedArea {
  const own = word.verdict(area.slug, area.reportedFor)?.said;
  return {
    ...area,
    ...(own && {
      verdict: own.verdict,
      verdictExplanation: own.explanation,
      verdictProvenance: own.provenance,
    }),
    earlierVerdicts: area.earlierVerdicts.map((each) => word.verdict(area.slug, each.period)?.said ?? each),
    ...(area.year && { year: word.verdict(area.slug, area.year.period)?.said ?? area.year }),
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
  const earlierAnswers = target.earlierAnswers.map((each) => entryAsItStands(target, each, word));
  return {
    ...target,
    indicator,
    series,
    answer: isOfWholeYear(target.answer, target)
      ? yearAsItStands(target, earlierAnswers, word)
      : entryAsItStands(target, target.answer, word),
    earlierAnswers,
    ...(target.year && { year: { ...target.year, ...judgedIn(target, target.year, word) } }),
    caption: inBoth((language) => findingCaption(indicator, series, target, language, report.period)),
  };
}

/** What was said in the period, with each value as it now is: a later report may have revised it. */
function entryAsItStands(target: PublishedTarget, answer: PublishedAnswer, word: LatestWord): PublishedAnswer {
  const said = word.entry(target.code, answer.period)?.said ?? answer;
  return { ...said, values: valuesAsTheyStand(target, said, word) };
}

/** A year's own judgement; what it has of figures is what its last period has of it now. */
function yearAsItStands(
  target: PublishedTarget,
  earlier: readonly PublishedAnswer[],
  word: LatestWord,
): PublishedAnswer {
  const { answer, indicator } = target;
  const last = indicator.cadence === 'year' ? earlier.at(-1) : undefined;
  const figures = { parts: last?.parts ?? answer.parts, noValueReason: last?.noValueReason ?? answer.noValueReason };
  const judged = judgedIn(target, answer, word);
  const hasExample = last?.provenance === 'illustrative' && (figures.parts.length > 0 || figures.noValueReason !== '');
  return {
    ...answer,
    ...figures,
    ...judged,
    values: valuesAsTheyStand(target, answer, word),
    provenance: hasExample ? 'illustrative' : judged.provenance,
  };
}

function judgedIn<T extends Pick<PublishedAnswer, 'period' | 'assessment' | 'comment' | 'provenance'>>(
  { code }: PublishedTarget,
  said: T,
  word: LatestWord,
): Pick<PublishedAnswer, 'assessment' | 'comment' | 'provenance'> {
  const { assessment, comment, provenance } = word.entry(code, said.period)?.said ?? said;
  return { assessment, comment, provenance };
}

const valuesAsTheyStand = (
  { code }: PublishedTarget,
  { values }: PublishedAnswer,
  word: LatestWord,
): PublishedAnswer['values'] =>
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
