import type * as z from 'zod';
import type { OpenDataSource } from '../open-data-source.js';
import { publicFilePath, publicPath } from '../public-address.js';
import type { ArchivedPublication, PublishedVersion } from '../public-site.js';
import { openDataPath } from './address.js';
import { answer } from './origin.js';
import type { OpenLink, OpenPublication, OpenVersion, OpenVersionSummary } from './shapes.js';

const link = ({ origin }: OpenDataSource, rel: string, path: string): OpenLink => ({ rel, href: origin + path });

export function openPublication(
  source: OpenDataSource,
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
      link(source, 'self', openDataPath.publication(period)),
      link(source, 'collection', openDataPath.publications),
      link(source, 'versions', openDataPath.versions(period)),
      link(source, 'latest-version', openDataPath.version(period, version)),
      link(source, 'alternate', publicPath({ at: 'report', period, version: null }, 'sv')),
    ],
  };
}

export const openVersionSummary = (
  source: OpenDataSource,
  { report, sha256 }: PublishedVersion,
): z.infer<typeof OpenVersionSummary> => ({
  version: report.version,
  publishedAt: report.publishedAt,
  sha256,
  correction: report.correction,
  links: [link(source, 'self', openDataPath.version(report.period, report.version))],
});

/** Nothing that comes later changes it: it says nothing of newer versions. */
export function openVersion(
  source: OpenDataSource,
  { report, sha256, files }: PublishedVersion,
): z.infer<typeof OpenVersion> {
  const { period, version } = report;
  const at = (path: string): string => source.origin + path;
  return answer(
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
        href: at(publicFilePath(period, version, name)),
      })),
      tables: [
        ...report.areas.flatMap(({ targets }) =>
          targets.map(({ code, indicator }) => ({
            targetCode: code,
            title: indicator.name,
            href: at(openDataPath.targetCsv(period, version, code)),
          })),
        ),
        { targetCode: null, title: 'Samlad bedömning', href: at(openDataPath.verdictsCsv(period, version)) },
      ],
    },
    [
      link(source, 'self', openDataPath.version(period, version)),
      link(source, 'publication', openDataPath.publication(period)),
      link(source, 'report', openDataPath.report(period, version)),
      ...(report.correction
        ? [link(source, 'predecessor-version', openDataPath.version(period, report.correction.ofVersion))]
        : []),
      link(source, 'alternate', publicPath({ at: 'report', period, version }, 'sv')),
    ],
  );
}
