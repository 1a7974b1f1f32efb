import { exactDecimal, findingCaption, inBoth } from '@malspar/figures-model';
import type { FocusArea, Target } from '@malspar/plan-model';
import { contradictsAbsence, type RevisionYear } from '@malspar/reporting-model';
import { comparePeriods, parsePeriod, type PeriodCode, duePeriods } from '@malspar/shared-model';
import type { ApprovedReport, Composition } from './composition.js';
import { captionOrigin } from '../mixed-origin.js';
import type { OverTime } from '../latest-word/index.js';
import type { SaidOfArea } from '../said-over-time.js';
import type {
  PublishedEntry,
  PublishedArea,
  PublishedIndicator,
  PublishedPoint,
  PublishedTarget,
} from '../published-report.js';

type RevisionEntry = ApprovedReport['content']['entries'][number];

interface Reported {
  readonly period: PeriodCode;
  readonly entry: RevisionEntry;
}

/** One area out of its reports, oldest first; null when it has none. */
export function areaOf(area: FocusArea, input: Composition): PublishedArea | null {
  const reports = input.reports
    .filter((report) => report.content.focusArea.slug === area.slug)
    .sort((a, b) => comparePeriods(a.content.period, b.content.period));
  const last = reports.at(-1)?.content;
  if (!last) return null;
  return {
    slug: area.slug,
    number: area.number,
    title: area.title,
    aim: {
      text: area.longTermAim.text,
      provenance: area.longTermAim.provenance,
      sourceKey: area.longTermAim.sourceKey,
    },
    goals: area.goalSlugs,
    department: { title: area.department.title, provenance: area.department.provenance },
    ...judgedArea(reports, last, input.period),
    verdicts: verdictsOf(area.slug, reports, input),
    targets: last.entries.map((entry) => {
      const all = reports.flatMap(({ content }): Reported[] => {
        const found = content.entries.find((each) => each.targetCode === entry.targetCode);
        return found ? [{ period: content.period, entry: found }] : [];
      });
      const target = area.targets.find((each) => each.code === entry.targetCode);
      return targetOf(all, { period: last.period, entry }, yearIn(last), target, input);
    }),
    provenance: area.provenance,
    sourceKey: area.sourceKey,
  };
}

type Content = ApprovedReport['content'];

/** Whether the publication is of a year that gathers shorter periods. */
const gathers = (period: PeriodCode, last: PeriodCode): boolean => period !== last;

/** What is said of the year in the report of its last period; null where nothing is. */
function yearIn({ year }: Content): RevisionYear | null {
  return year && (year.verdict !== null || year.targets.some(({ assessment }) => assessment !== null)) ? year : null;
}

const ofYear = ({ period, verdict, explanation, verdictProvenance: provenance }: RevisionYear): SaidOfArea => ({
  period,
  verdict,
  explanation,
  provenance,
});

const ofPeriod = ({ period, verdict, verdictProvenance: provenance }: Content): SaidOfArea => ({
  period,
  ...verdict,
  provenance,
});

/** A period has its own verdict, and a year the year's own or none: never that of its last period. */
function judgedArea(
  reports: readonly ApprovedReport[],
  last: Content,
  period: PeriodCode,
): Pick<
  PublishedArea,
  'reportedFor' | 'verdict' | 'verdictExplanation' | 'verdictProvenance' | 'earlierVerdicts' | 'year'
> {
  const isYear = gathers(period, last.period);
  const year = yearIn(last);
  const none: SaidOfArea = { period, verdict: null, explanation: '', provenance: 'reported' };
  const own = isYear ? (year && year.period === period ? ofYear(year) : none) : ofPeriod(last);
  return {
    reportedFor: own.period,
    verdict: own.verdict,
    verdictExplanation: own.explanation,
    verdictProvenance: own.provenance,
    earlierVerdicts: reports.slice(0, isYear ? undefined : -1).map(({ content }) => ofPeriod(content)),
    ...(!isYear && year && { year: ofYear(year) }),
  };
}

function verdictsOf(slug: string, reports: readonly ApprovedReport[], input: Composition): PublishedArea['verdicts'] {
  const end = parsePeriod(input.period).end;
  const history = input.verdicts
    .filter((each) => each.focusAreaSlug === slug && parsePeriod(each.period).end <= end)
    .filter((each) => !input.word.withdrawn.verdict(slug, each.period))
    .map(({ period, verdict, provenance }) => ({ period, verdict, provenance }));
  const published = input.word.verdicts(slug).filter(({ said }) => parsePeriod(said.period).end <= end);
  const own = reports
    .flatMap(({ content }) => [ofPeriod(content), ...[yearIn(content)].flatMap((year) => (year ? ofYear(year) : []))])
    .map(({ period, verdict, provenance }) => ({ period, verdict, provenance }));
  return byPeriod([...copied(published), ...history, ...reported(published), ...own]);
}

// What has been published of a period holds until its correction is published too, also while that is being written.
// So does that it has been left out.
const reported = <T>(published: readonly OverTime<T>[]): T[] =>
  published.flatMap(({ said, reportedFor }) => (reportedFor === null ? [] : [said]));
const copied = <T>(published: readonly OverTime<T>[]): T[] =>
  published.flatMap(({ said, reportedFor }) => (reportedFor === null ? [said] : []));

/** One for each period, oldest first; the last given counts. */
function byPeriod<T extends { readonly period: PeriodCode }>(items: readonly T[]): T[] {
  const unique = new Map(items.map((item) => [item.period, item]));
  return [...unique.values()].sort((a, b) => comparePeriods(a.period, b.period));
}

function targetOf(
  all: readonly Reported[],
  last: Reported,
  year: RevisionYear | null,
  target: Target | undefined,
  input: Composition,
): PublishedTarget {
  const { entry } = last;
  const { decimals } = entry.indicator;
  const isYear = gathers(input.period, last.period);
  const judged = year?.targets.find((each) => each.targetCode === entry.targetCode) ?? null;
  const series = seriesOf(all, input);
  const indicator = indicatorOf(last, input.period);
  const { targetYear } = entry.target;
  const { targetValueProvenance } = entry.target;
  const targetValue = entry.target.targetValue && exactDecimal(entry.target.targetValue, decimals);
  return {
    code: entry.targetCode,
    title: entry.target.title,
    validFrom: entry.target.validFrom,
    targetYear,
    targetValue,
    targetValueProvenance,
    note: target?.note ?? null,
    notMeasurableUntil: target?.notMeasurableUntil ?? null,
    indicator,
    answer: isYear ? yearEntry(input.period, judged, last, series) : entryOf(last, series),
    earlierAnswers: all.slice(0, isYear ? undefined : -1).map((each) => entryOf(each, series)),
    ...(!isYear && year && judged && { year: { period: year.period, ...saidOfYear(judged) } }),
    series,
    caption: inBoth((language) =>
      findingCaption(indicator, series, { targetValue, targetYear }, language, input.period),
    ),
    captionProvenance: captionOrigin({ indicator, series, targetValueProvenance }),
    provenance: target?.provenance ?? entry.provenance,
    sourceKey: target?.sourceKey ?? null,
  };
}

function indicatorOf({ entry }: Reported, period: PeriodCode): PublishedIndicator {
  const { indicator, content } = entry;
  const reached = (done: PeriodCode | null): PeriodCode | null =>
    done !== null && comparePeriods(done, period) <= 0 ? done : null;
  return {
    kind: indicator.kind,
    name: indicator.name,
    unit: indicator.unit,
    decimals: indicator.decimals,
    cadence: indicator.cadence,
    direction: indicator.direction,
    covers: indicator.covers,
    yearFrom: indicator.yearFrom,
    yearWeights: indicator.yearWeights,
    quantityKind: indicator.quantityKind,
    min: indicator.min,
    max: indicator.max,
    method: indicator.method,
    breakdown: indicator.breakdown,
    baselineYear: indicator.baselineYear,
    baseline: indicator.baseline && exactDecimal(indicator.baseline, indicator.decimals),
    baselineProvenance: indicator.baselineProvenance,
    milestones: indicator.milestones.map(({ title, due, done }, index) => {
      const written = content.milestones.find((milestone) => milestone.index === index);
      return { title, due, done: reached(written ? written.done : done) };
    }),
    provenance: indicator.provenance,
    sourceKey: indicator.sourceKey,
  };
}

// What the reports themselves say counts over what the series says of the same period.
function seriesOf(all: readonly Reported[], input: Composition): PublishedPoint[] {
  const { targetCode, indicator } = all.at(-1)?.entry ?? {};
  if (targetCode === undefined || indicator === undefined) return [];
  const { end } = parsePeriod(input.period);
  // What these reports have said before is what they say now, also where they no longer give a value.
  const published = input.word
    .points(targetCode)
    .filter(({ reportedFor }) => reportedFor !== input.period && !all.some(({ period }) => period === reportedFor));
  const given = input.series[targetCode]?.filter(({ period }) => !input.word.withdrawn.value(targetCode, period)) ?? [];
  const before = [...copied(published), ...given, ...reported(published)];
  const known = byPeriod(before)
    .filter((point) => parsePeriod(point.period).end <= end)
    .map(({ period, value, provisional, provenance, sourceKey }) => ({
      period,
      value: value && exactDecimal(value, indicator.decimals),
      provisional,
      provenance,
      sourceKey,
    }));
  const own = all.flatMap(({ entry }) =>
    entry.content.values.map(({ period, value: written }) => {
      const value = written && exactDecimal(written, indicator.decimals);
      const same = known.find((point) => point.period === period && point.value === value);
      return same ?? { period, value, provisional: false, provenance: entry.provenance, sourceKey: null };
    }),
  );
  return byPeriod([...known, ...own]);
}

type YearAssessment = RevisionYear['targets'][number];

const saidOfYear = ({ assessment, comment, provenance }: YearAssessment) => ({ assessment, comment, provenance });

/**
 * What is said of a whole year: the year's own assessment, or none. What the last report gave for the year itself, as a
 * yearly figure with its parts, is the year's; everything else is the last period's and stays there.
 */
function yearEntry(
  period: PeriodCode,
  judged: YearAssessment | null,
  last: Reported,
  series: readonly PublishedPoint[],
): PublishedEntry {
  const entry = entryOf(last, series);
  const isYearly = last.entry.indicator.cadence === 'year';
  const parts = isYearly ? entry.parts : [];
  const noValueReason = isYearly ? entry.noValueReason : '';
  const said = judged ? saidOfYear(judged) : { assessment: null, comment: '', provenance: entry.provenance };
  const hasExample = entry.provenance === 'illustrative' && (parts.length > 0 || noValueReason !== '');
  return {
    period,
    ...said,
    values: entry.values.filter((value) => value.period === period),
    noValueReason,
    parts,
    measure: null,
    provenance: hasExample ? entry.provenance : said.provenance,
  };
}

function entryOf({ period, entry }: Reported, series: readonly PublishedPoint[]): PublishedEntry {
  const { content, indicator } = entry;
  // Approved before the two were told apart: the figure stands, and not that there is none.
  const isContradicted = contradictsAbsence({ content, duePeriods: duePeriods(period, indicator) });
  return {
    period,
    assessment: content.assessment,
    values: content.values.map(({ period: of, value }) => ({
      period: of,
      value: value && exactDecimal(value, indicator.decimals),
      provenance: series.find((point) => point.period === of)?.provenance ?? entry.provenance,
    })),
    noValueReason: isContradicted ? '' : content.noValueReason,
    parts: content.parts.map(({ label, value }) => ({ label, value: exactDecimal(value, indicator.decimals) })),
    comment: content.comment,
    measure: content.measure && {
      text: content.measure.text,
      responsible: content.measure.responsible,
      dueOn: content.measure.dueOn,
    },
    provenance: entry.provenance,
  };
}
