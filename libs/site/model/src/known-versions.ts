import type { KnownVersion } from '@malspar/publication-model';
import type { ListedVersion } from './listed-publication.js';
import type { PublicSite } from './public-site.js';

/** Every version of the site, to be recognised. */
export const knownVersions = ({ listed }: PublicSite): KnownVersion[] =>
  listed.flatMap(({ versions }) => versions.map((version) => ({ ...version, publication: publicationKey(version) })));

/** What all versions of one publication are recognised by. */
export const publicationKey = ({ root, period }: Pick<ListedVersion, 'root' | 'period'>): string => `${root} ${period}`;
