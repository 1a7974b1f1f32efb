import type { KnownVersion } from '@malspar/publication-model';
import type { PublicSite } from './public-site.js';
import type { ShownVersion } from './shown-kind.js';

/** Every version of the site, to be recognised. */
export const knownVersions = ({ archive, others }: PublicSite): KnownVersion[] => [
  ...archive.flatMap(({ versions }) =>
    versions.map(({ report, sha256, files }) => ({
      publication: report.period,
      period: report.period,
      version: report.version,
      publishedAt: report.publishedAt,
      sha256,
      files,
    })),
  ),
  ...others.flatMap(({ versions }) =>
    versions.map((version) => ({ ...version, publication: publicationKey(version) })),
  ),
];

/** What all versions of one publication of a registered kind are recognised by. */
export const publicationKey = ({ root, period }: Pick<ShownVersion, 'root' | 'period'>): string => `${root} ${period}`;
