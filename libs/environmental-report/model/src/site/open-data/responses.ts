import { UNSTATED_LANGUAGE } from '@malspar/shared-model';
import { openResponse, type OpenDataTerms, openLink } from '@malspar/site-model';
import type * as z from 'zod';
import { captionOrigin } from '../../mixed-origin.js';
import type { PublishedReport, PublishedTarget } from '../../published-report.js';
import { assessmentWords } from '../../words.js';
import type { AreaNow } from '../areas-now.js';
import type { ReportSite } from '../report-site.js';
import { reportDataPath } from './address.js';
import { sourced } from './sourced.js';
import type { OpenArea, OpenIndicator, OpenPlan, OpenSeries, OpenTarget } from './shapes.js';

/** What the answers are made from: what is published, null while nothing is, and where the site is. */
export interface ReportDataSource extends Pick<OpenDataTerms, 'origin'> {
  readonly site: ReportSite | null;
}

type HeldArea = NonNullable<AreaNow['held']>;
interface Held extends HeldArea {
  readonly target: PublishedTarget;
}

const current = ({ site }: ReportDataSource): PublishedReport | null => site?.current ?? null;

/** Every area that has been reported, in the order of the latest publication, with the version that reported it last. */
export const openAreas = ({ site }: ReportDataSource): AreaNow[] =>
  site?.areas.filter(({ held }) => held !== null) ?? [];

/** Every target, in the order of the latest publication. */
export const openTargets = ({ site }: ReportDataSource): Held[] =>
  site?.areas.flatMap(({ held }) => held?.area.targets.map((target) => ({ ...held, target })) ?? []) ?? [];

/** Null while nothing is published. */
export function openPlan(source: ReportDataSource): z.infer<typeof OpenPlan> | null {
  const report = current(source);
  if (!report) return null;
  const { provenance, sourceKey, ...plan } = report.plan;
  return openResponse(
    {
      ...plan,
      language: plan.language ?? UNSTATED_LANGUAGE,
      ...sourced(report, { provenance, sourceKey }),
      goals: report.goals.map(({ slug, number, title, ...from }) => ({
        slug,
        number,
        title,
        ...sourced(report, from),
      })),
      drivers: (report.drivers ?? []).map(({ slug, kind, title, ...from }) => ({
        slug,
        kind,
        title,
        ...sourced(report, from),
      })),
      climateGoals: report.climateGoals.map(({ year, text, ...from }) => ({ year, text, ...sourced(report, from) })),
      verdictScales: report.verdictScale,
      assessmentScales: (Object.keys(assessmentWords) as (keyof typeof assessmentWords)[]).map((code) => ({
        code,
        label: assessmentWords[code],
      })),
      amendments: amendmentsOf(report, () => true),
    },
    [
      openLink(source, 'self', reportDataPath.plan),
      openLink(source, 'areas', reportDataPath.areas),
      openLink(source, 'publication', reportDataPath.version(report.period, report.version)),
    ],
  );
}

const amendmentsOf = (report: PublishedReport, which: (code: string | null) => boolean) =>
  report.amendments
    .filter(({ targetCode }) => which(targetCode))
    .map(({ provenance, sourceKey, ...amendment }) => ({
      ...amendment,
      ...sourced(report, { provenance, sourceKey }),
    }));

/** Null for an area that has never been reported. */
export function openArea(source: ReportDataSource, { held, gap }: AreaNow): z.infer<typeof OpenArea> | null {
  if (!held) return null;
  const { area } = held;
  const { report } = held.version;
  return openResponse(
    {
      slug: area.slug,
      number: area.number,
      title: area.title,
      aim: { text: area.aim.text, ...sourced(report, area.aim) },
      goals: area.goals,
      department: area.department,
      reportedFor: area.reportedFor,
      verdict: area.verdict,
      verdictExplanation: area.verdictExplanation,
      verdictProvenance: area.verdictProvenance,
      year: area.year ?? null,
      verdicts: area.verdicts,
      gap: gap && { period: gap.period, reason: gap.reason },
      targetCodes: area.targets.map(({ code }) => code),
      ...sourced(report, area),
    },
    [
      openLink(source, 'self', reportDataPath.area(area.slug)),
      openLink(source, 'collection', reportDataPath.areas),
      ...area.targets.map(({ code }) => openLink(source, 'target', reportDataPath.target(code))),
      openLink(source, 'publication', reportDataPath.version(report.period, report.version)),
    ],
  );
}

export function openTarget(source: ReportDataSource, { area, target, version }: Held): z.infer<typeof OpenTarget> {
  const { report } = version;
  const site = demand(source);
  const holds = ({ areas }: PublishedReport): boolean =>
    areas.some(({ targets }) => targets.some(({ code }) => code === target.code));
  const publishedIn = site.archive.flatMap(({ versions }) =>
    versions.filter((each) => holds(each.report)).map((each) => each.report),
  );
  return openResponse(
    {
      code: target.code,
      title: target.title,
      areaSlug: area.slug,
      validFrom: target.validFrom,
      targetYear: target.targetYear,
      targetValue: target.targetValue,
      targetValueProvenance: target.targetValueProvenance,
      note: target.note,
      notMeasurableUntil: target.notMeasurableUntil,
      finding: target.caption,
      findingProvenance: captionOrigin(target),
      answer: target.answer,
      earlierAnswers: target.earlierAnswers,
      year: target.year ?? null,
      amendments: amendmentsOf(report, (code) => code === target.code),
      publications: publishedIn.map(({ period, version }) => ({ period, version })),
      ...sourced(report, target),
    },
    [
      openLink(source, 'self', reportDataPath.target(target.code)),
      openLink(source, 'collection', reportDataPath.targets),
      openLink(source, 'area', reportDataPath.area(area.slug)),
      openLink(source, 'indicator', reportDataPath.indicator(target.code)),
      ...publishedIn.map(({ period, version }) =>
        openLink(source, 'publication', reportDataPath.version(period, version)),
      ),
    ],
  );
}

export function openIndicator(source: ReportDataSource, { target, version }: Held): z.infer<typeof OpenIndicator> {
  const { report } = version;
  const { indicator, targetYear, targetValue, targetValueProvenance } = target;
  return openResponse(
    {
      ...measuredOf(source, report, target),
      kind: indicator.kind,
      cadence: indicator.cadence,
      direction: indicator.direction,
      covers: indicator.covers ?? null,
      yearFrom: indicator.yearFrom ?? null,
      yearWeights: indicator.yearWeights ?? null,
      quantityKind: indicator.quantityKind ?? null,
      min: indicator.min ?? null,
      max: indicator.max ?? null,
      method: indicator.method,
      baselineYear: indicator.baselineYear,
      baseline: indicator.baseline,
      baselineProvenance: indicator.baselineProvenance,
      targetYear,
      targetValue,
      targetValueProvenance,
      milestones: indicator.milestones,
      ...sourced(report, indicator),
    },
    [
      openLink(source, 'self', reportDataPath.indicator(target.code)),
      openLink(source, 'collection', reportDataPath.indicators),
      openLink(source, 'target', reportDataPath.target(target.code)),
      openLink(source, 'series', reportDataPath.series(target.code)),
      openLink(source, 'csv', reportDataPath.seriesCsv(target.code)),
      openLink(source, 'publication', reportDataPath.version(report.period, report.version)),
    ],
  );
}

export function openSeries(source: ReportDataSource, { target, version }: Held): z.infer<typeof OpenSeries> {
  return openResponse(measuredOf(source, version.report, target), [
    openLink(source, 'self', reportDataPath.series(target.code)),
    openLink(source, 'indicator', reportDataPath.indicator(target.code)),
    openLink(source, 'csv', reportDataPath.seriesCsv(target.code)),
  ]);
}

const measuredOf = (
  source: ReportDataSource,
  report: PublishedReport,
  { code, indicator, series }: PublishedTarget,
) => ({
  code,
  name: indicator.name,
  unit: indicator.unit,
  decimals: indicator.decimals,
  points: series.map(({ period, value, provisional, ...from }) => ({
    period,
    value,
    provisional,
    publication: versionOf(demand(source).word.point(code, period)?.in ?? report),
    ...sourced(report, from),
  })),
});

const versionOf = ({ period, version }: PublishedReport) => ({ period, version });

/** What an area or a target is taken from is there: they were found in it. */
function demand({ site }: ReportDataSource): ReportSite {
  if (!site) throw new Error('Nothing is published');
  return site;
}
