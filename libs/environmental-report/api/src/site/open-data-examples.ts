import {
  openArea,
  openAreas,
  openIndicator,
  openPlan,
  openPublication,
  openSeries,
  openTarget,
  openTargets,
  openVersion,
  openVersionSummary,
  reportDataPath,
  type ReportSite,
  type ReportDataSource,
} from '@malspar/environmental-report-model';
import { openListResponse } from '@malspar/site-model';
import type { ReportSchemaName } from './open-data-schemas.js';

/** An example of every shape, answered from a made-up site. */
export function reportExamples(
  source: ReportDataSource & { readonly site: ReportSite },
): Record<ReportSchemaName | 'Link' | 'Words', unknown> {
  const { latest, archive } = source.site;
  const [held] = openTargets(source);
  const [firstArea] = openAreas(source);
  const [publication] = archive;
  if (!held || !firstArea || !publication) throw new Error('The example is empty');
  const target = openTarget(source, held);
  const indicator = openIndicator(source, held);
  const area = openArea(source, firstArea);
  const version = openVersion(source, latest);
  const summary = openVersionSummary(source, latest);
  const published = openPublication(source, publication);
  const list = (path: string, item: unknown): unknown => openListResponse(source.origin + path, [item], 1, 20);
  return {
    Amendment: target.amendments[0],
    Answer: target.answer,
    Area: area,
    AreaList: list(reportDataPath.areas, area),
    File: version.files[0],
    Indicator: indicator,
    IndicatorList: list(reportDataPath.indicators, indicator),
    Link: target.links[0],
    Plan: openPlan(source),
    Point: indicator.points.at(-1),
    Publication: published,
    PublicationList: list(reportDataPath.publications, published),
    Report: latest.report,
    Series: openSeries(source, held),
    Source: indicator.points.at(-1)?.source,
    Target: target,
    TargetList: list(reportDataPath.targets, target),
    Version: version,
    VersionSummary: summary,
    Words: target.finding,
    VersionSummaryList: list(reportDataPath.versions(latest.report.period), summary),
  };
}
