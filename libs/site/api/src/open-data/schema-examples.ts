import { NotFound } from '@malspar/shared-api';
import {
  openApiInfo,
  openArea,
  openAreas,
  openDataPath,
  type OpenDataSource,
  openIndex,
  openIndicator,
  openListResponse,
  openPlan,
  openPublication,
  openSeries,
  openTarget,
  openTargets,
  openVersion,
  openVersionSummary,
  type PublicSite,
} from '@malspar/site-model';
import { openDataProblem } from './open-data-problem.js';
import type { SchemaName } from './schemas.js';

/** An example of every shape, answered from a made-up site. */
export function examplesOf(source: OpenDataSource & { readonly site: PublicSite }): Record<SchemaName, unknown> {
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
  const { type, ...problem } = openDataProblem(new NotFound());
  const instance = openDataPath.target('saknas');
  return {
    Amendment: target.amendments[0],
    Answer: target.answer,
    ApiInfo: openApiInfo(source),
    Area: area,
    AreaList: list(openDataPath.areas, area),
    File: version.files[0],
    Index: openIndex(source),
    Indicator: indicator,
    IndicatorList: list(openDataPath.indicators, indicator),
    License: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    Link: target.links[0],
    Plan: openPlan(source),
    Point: indicator.points.at(-1),
    Problem: { type: `/problems/${type}`, ...problem, instance },
    Publication: published,
    PublicationList: list(openDataPath.publications, published),
    Report: latest.report,
    Series: openSeries(source, held),
    Source: indicator.points.at(-1)?.source,
    Target: target,
    TargetList: list(openDataPath.targets, target),
    Version: version,
    VersionSummary: summary,
    VersionSummaryList: list(openDataPath.versions(latest.report.period), summary),
    Words: target.finding,
  };
}
