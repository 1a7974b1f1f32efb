import type { FocusArea, Target } from '@malspar/plan-model';
import { contradictsAbsence } from '@malspar/reporting-model';
import { comparePeriods, parsePeriod, type PeriodCode, valuePeriods } from '@malspar/shared-model';
import { exactDecimal, findingCaption, inBoth } from '@malspar/shared-charts';
import type { ApprovedReport, Composition } from './composition.js';
import type {
  PublishedAnswer,
  PublishedArea,
  PublishedIndicator,
  PublishedPoint,
  PublishedTarget,
} from './published-report.js';

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
    reportedFor: last.period,
    verdict: last.verdict.verdict,
    verdictExplanation: last.verdict.explanation,
    verdictProvenance: last.verdictProvenance,
    earlierVerdicts: reports.slice(0, -1).map(({ content }) => ({
      period: content.period,
      verdict: content.verdict.verdict,
      explanation: content.verdict.explanation,
      provenance: content.verdictProvenance,
    })),
    verdicts: verdictsOf(area.slug, reports, input),
    targets: last.entries.map((entry) => {
      const earlier = reports.slice(0, -1).flatMap(({ content }): Reported[] => {
        const found = content.entries.find((each) => each.targetCode === entry.targetCode);
        return found ? [{ period: content.period, entry: found }] : [];
      });
      const target = area.targets.find((each) => each.code === entry.targetCode);
      return targetOf({ period: last.period, entry }, earlier, target, input);
    }),
    provenance: area.provenance,
    sourceKey: area.sourceKey,
  };
}

function verdictsOf(slug: string, reports: readonly ApprovedReport[], input: Composition): PublishedArea['verdicts'] {
  const end = parsePeriod(input.period).end;
  const history = input.verdicts
    .filter((each) => each.focusAreaSlug === slug && parsePeriod(each.period).end <= end)
    .map(({ period, verdict, provenance }) => ({ period, verdict, provenance }));
  const own = reports.map(({ content }) => ({
    period: content.period,
    verdict: content.verdict.verdict,
    provenance: content.verdictProvenance,
  }));
  return byPeriod([...history, ...own]);
}

/** One for each period, oldest first; the last given counts. */
function byPeriod<T extends { readonly period: PeriodCode }>(items: readonly T[]): T[] {
  const unique = new Map(items.map((item) => [item.period, item]));
  return [...unique.values()].sort((a, b) => comparePeriods(a.period, b.period));
}

function targetOf(
  last: Reported,
  earlier: readonly Reported[],
  target: Target | undefined,
  input: Composition,
): PublishedTarget {
  const { entry } = last;
  const { decimals } = entry.indicator;
  const all = [...earlier, last];
  const series = seriesOf(all, input);
  const indicator = indicatorOf(last, input.period);
  const targetValue = entry.target.targetValue && exactDecimal(entry.target.targetValue, decimals);
  return {
    code: entry.targetCode,
    title: entry.target.title,
    validFrom: entry.target.validFrom,
    targetYear: entry.target.targetYear,
    targetValue,
    targetValueProvenance: entry.target.targetValueProvenance,
    note: target?.note ?? null,
    notMeasurableUntil: target?.notMeasurableUntil ?? null,
    indicator,
    answer: answerOf(last, series),
    earlierAnswers: earlier.map((each) => answerOf(each, series)),
    series,
    caption: inBoth((language) => findingCaption(indicator, series, { targetValue }, language, input.period)),
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
  const known = (input.series[targetCode] ?? [])
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

function answerOf({ period, entry }: Reported, series: readonly PublishedPoint[]): PublishedAnswer {
  const { content, indicator } = entry;
  // Approved before the two were told apart: the figure stands, and not that there is none.
  const isContradicted = contradictsAbsence({ content, duePeriods: valuePeriods(period, indicator.cadence) });
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
