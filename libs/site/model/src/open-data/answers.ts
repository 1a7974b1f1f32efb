import {
  assessmentWords,
  captionOrigin,
  type PublishedReport,
  type PublishedTarget,
} from '@malspar/environmental-report-model';
import { UNSTATED_LANGUAGE } from '@malspar/shared-model';
import type * as z from 'zod';
import type { AreaNow } from '../areas-now.js';
import type { OpenDataSource } from '../open-data-source.js';
import type { PublicSite } from '../public-site.js';
import { openDataPath } from './address.js';
import { answer, sourced } from './origin.js';
import type {
  OpenApiInfo,
  OpenArea,
  OpenIndex,
  OpenIndicator,
  OpenLink,
  OpenPlan,
  OpenSeries,
  OpenTarget,
} from './shapes.js';

/** What this release of the open data is called. A change that breaks nothing raises the second or third number. */
export const OPEN_DATA_VERSION = { apiVersion: '1.1.0', apiReleased: '2026-11-30' } as const;

type HeldArea = NonNullable<AreaNow['held']>;
interface Held extends HeldArea {
  readonly target: PublishedTarget;
}

const link = ({ origin }: OpenDataSource, rel: string, path: string): OpenLink => ({ rel, href: origin + path });
const current = ({ site }: OpenDataSource): PublishedReport | null => site?.current ?? null;

/** Every area that has been reported, in the order of the latest publication, with the version that reported it last. */
export const openAreas = ({ site }: OpenDataSource): AreaNow[] => site?.areas.filter(({ held }) => held !== null) ?? [];

/** Every target, in the order of the latest publication. */
export const openTargets = ({ site }: OpenDataSource): Held[] =>
  site?.areas.flatMap(({ held }) => held?.area.targets.map((target) => ({ ...held, target })) ?? []) ?? [];

export function openIndex(source: OpenDataSource): z.infer<typeof OpenIndex> {
  const { apiInfo, description, plan, areas, targets, indicators, publications } = openDataPath;
  return {
    title: { sv: 'Miljöplanens öppna data', en: 'Open data of the environmental plan' },
    links: [
      link(source, 'self', openDataPath.index),
      link(source, 'api-info', apiInfo),
      link(source, 'service-desc', description),
      link(source, 'service-doc', '/oppna-data'),
      ...(source.site ? [link(source, 'plan', plan)] : []),
      link(source, 'areas', areas),
      link(source, 'targets', targets),
      link(source, 'indicators', indicators),
      link(source, 'publications', publications),
    ],
  };
}

export function openApiInfo(source: OpenDataSource): z.infer<typeof OpenApiInfo> {
  const versions = source.site?.archive.flatMap((publication) => publication.versions) ?? [];
  const plan = current(source)?.plan;
  return {
    apiName: 'malspar-open-data',
    ...OPEN_DATA_VERSION,
    apiDocumentation: `${source.origin}/oppna-data`,
    apiStatus: 'active',
    publisher: plan?.organisation ?? null,
    contact: plan?.contact ?? null,
    license: source.license,
    updatedAt:
      versions
        .map(({ report }) => report.publishedAt)
        .sort()
        .at(-1) ?? null,
    links: [
      link(source, 'self', openDataPath.apiInfo),
      link(source, 'index', openDataPath.index),
      link(source, 'service-desc', openDataPath.description),
    ],
  };
}

/** Null while nothing is published. */
export function openPlan(source: OpenDataSource): z.infer<typeof OpenPlan> | null {
  const report = current(source);
  if (!report) return null;
  const { provenance, sourceKey, ...plan } = report.plan;
  return answer(
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
      link(source, 'self', openDataPath.plan),
      link(source, 'areas', openDataPath.areas),
      link(source, 'publication', openDataPath.version(report.period, report.version)),
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
export function openArea(source: OpenDataSource, { held, gap }: AreaNow): z.infer<typeof OpenArea> | null {
  if (!held) return null;
  const { area } = held;
  const { report } = held.version;
  return answer(
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
      link(source, 'self', openDataPath.area(area.slug)),
      link(source, 'collection', openDataPath.areas),
      ...area.targets.map(({ code }) => link(source, 'target', openDataPath.target(code))),
      link(source, 'publication', openDataPath.version(report.period, report.version)),
    ],
  );
}

export function openTarget(source: OpenDataSource, { area, target, version }: Held): z.infer<typeof OpenTarget> {
  const { report } = version;
  const site = demand(source);
  const holds = ({ areas }: PublishedReport): boolean =>
    areas.some(({ targets }) => targets.some(({ code }) => code === target.code));
  const publishedIn = site.archive.flatMap(({ versions }) =>
    versions.filter((each) => holds(each.report)).map((each) => each.report),
  );
  return answer(
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
      link(source, 'self', openDataPath.target(target.code)),
      link(source, 'collection', openDataPath.targets),
      link(source, 'area', openDataPath.area(area.slug)),
      link(source, 'indicator', openDataPath.indicator(target.code)),
      ...publishedIn.map(({ period, version }) => link(source, 'publication', openDataPath.version(period, version))),
    ],
  );
}

export function openIndicator(source: OpenDataSource, { target, version }: Held): z.infer<typeof OpenIndicator> {
  const { report } = version;
  const { indicator, targetYear, targetValue, targetValueProvenance } = target;
  return answer(
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
      link(source, 'self', openDataPath.indicator(target.code)),
      link(source, 'collection', openDataPath.indicators),
      link(source, 'target', openDataPath.target(target.code)),
      link(source, 'series', openDataPath.series(target.code)),
      link(source, 'csv', openDataPath.seriesCsv(target.code)),
      link(source, 'publication', openDataPath.version(report.period, report.version)),
    ],
  );
}

export function openSeries(source: OpenDataSource, { target, version }: Held): z.infer<typeof OpenSeries> {
  return answer(measuredOf(source, version.report, target), [
    link(source, 'self', openDataPath.series(target.code)),
    link(source, 'indicator', openDataPath.indicator(target.code)),
    link(source, 'csv', openDataPath.seriesCsv(target.code)),
  ]);
}

const measuredOf = (source: OpenDataSource, report: PublishedReport, { code, indicator, series }: PublishedTarget) => ({
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
function demand({ site }: OpenDataSource): PublicSite {
  if (!site) throw new Error('Nothing is published');
  return site;
}
