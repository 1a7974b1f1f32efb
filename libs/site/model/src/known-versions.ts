import type { KnownVersion } from '@malspar/publication-model';
import type { PublicSite } from './public-site.js';

/** Every version of the site, to be recognised. */
export const knownVersions = ({ archive }: PublicSite): KnownVersion[] =>
  archive.flatMap(({ versions }) =>
    versions.map(({ report, sha256, files }) => ({
      publication: report.period,
      period: report.period,
      version: report.version,
      publishedAt: report.publishedAt,
      sha256,
      files,
    })),
  );
