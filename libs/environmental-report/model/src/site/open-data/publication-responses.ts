import { openResponse, openLink, publicFilePath, publicPath } from '@malspar/site-model';
import type * as z from 'zod';
import { reportPlace, REPORTS_ROOT } from '../report-places.js';
import type { ArchivedPublication, PublishedVersion } from '../report-site.js';
import { reportDataPath } from './address.js';
import type { ReportDataSource } from './responses.js';
import type { OpenPublication, OpenVersion, OpenVersionSummary } from './shapes.js';

export function openPublication(
  source: ReportDataSource,
  { period, kind, versions }: ArchivedPublication,
): z.infer<typeof OpenPublication> | null {
  const [newest] = versions;
  if (!newest) return null;
  const { title, start, end, version } = newest.report;
  return {
    period,
    kind,
    title,
    start,
    end,
    versions: versions.map((each) => openVersionSummary(source, each)),
    links: [
      openLink(source, 'self', reportDataPath.publication(period)),
      openLink(source, 'collection', reportDataPath.publications),
      openLink(source, 'versions', reportDataPath.versions(period)),
      openLink(source, 'latest-version', reportDataPath.version(period, version)),
      openLink(source, 'alternate', publicPath(reportPlace({ at: 'report', period, version: null }), 'sv')),
    ],
  };
}

export const openVersionSummary = (
  source: ReportDataSource,
  { report, sha256 }: PublishedVersion,
): z.infer<typeof OpenVersionSummary> => ({
  version: report.version,
  publishedAt: report.publishedAt,
  sha256,
  correction: report.correction,
  links: [openLink(source, 'self', reportDataPath.version(report.period, report.version))],
});

/** Nothing that comes later changes it: it says nothing of newer versions. */
export function openVersion(
  source: ReportDataSource,
  { report, sha256, files }: PublishedVersion,
): z.infer<typeof OpenVersion> {
  const { period, version } = report;
  const at = (path: string): string => source.origin + path;
  return openResponse(
    {
      period,
      kind: report.kind,
      version,
      title: report.title,
      planTitle: report.plan.title,
      organisation: report.plan.organisation,
      start: report.start,
      end: report.end,
      publishedAt: report.publishedAt,
      sha256,
      auditHead: report.auditHead,
      correction: report.correction,
      illustrative: report.illustrative,
      gaps: report.gaps,
      files: files.map(({ name, format, mediaType, bytes, sha256: hash }) => ({
        name,
        format,
        mediaType,
        bytes,
        sha256: hash,
        href: at(publicFilePath(REPORTS_ROOT, period, version, name)),
      })),
      tables: [
        ...report.areas.flatMap(({ targets }) =>
          targets.map(({ code, indicator }) => ({
            targetCode: code,
            title: indicator.name,
            href: at(reportDataPath.targetCsv(period, version, code)),
          })),
        ),
        { targetCode: null, title: 'Samlad bedömning', href: at(reportDataPath.verdictsCsv(period, version)) },
      ],
    },
    [
      openLink(source, 'self', reportDataPath.version(period, version)),
      openLink(source, 'publication', reportDataPath.publication(period)),
      openLink(source, 'report', reportDataPath.report(period, version)),
      ...(report.correction
        ? [openLink(source, 'predecessor-version', reportDataPath.version(period, report.correction.ofVersion))]
        : []),
      openLink(source, 'alternate', publicPath(reportPlace({ at: 'report', period, version }), 'sv')),
    ],
  );
}
