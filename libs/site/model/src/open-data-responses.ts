import type { Words } from '@malspar/figures-model';
import type * as z from 'zod';
import type { OpenDataTerms } from './open-data/terms.js';
import type { PublicSite } from './public-site.js';
import { openDataPath } from './open-data/address.js';
import type { KindData } from './open-data-addresses.js';
import type { OpenApiInfo, OpenIndex, OpenLink } from './open-data/shapes.js';

/** What this release of the open data is called. A change that breaks nothing raises the second or third number. */
export const OPEN_DATA_VERSION = { apiVersion: '1.1.0', apiReleased: '2026-11-30' } as const;

/** What all of the open data is called while no kind says it. */
const UNNAMED: Words = { sv: 'Öppna data', en: 'Open data' };

/** A link to an address of the site. */
export const openLink = ({ origin }: Pick<OpenDataTerms, 'origin'>, rel: string, path: string): OpenLink => ({
  rel,
  href: origin + path,
});

/** Where to begin: what is the same for all kinds, and where each begins. */
export function openIndex(terms: OpenDataTerms, kinds: readonly KindData[]): z.infer<typeof OpenIndex> {
  return {
    title: kinds[0]?.data.title ?? UNNAMED,
    links: [
      openLink(terms, 'self', openDataPath.index),
      openLink(terms, 'api-info', openDataPath.apiInfo),
      openLink(terms, 'service-desc', openDataPath.description),
      openLink(terms, 'service-doc', '/oppna-data'),
      ...kinds.flatMap(({ data, published }) => data.links({ ...terms, published, parameters: {} })),
    ],
  };
}

/** About the API; `site` null while nothing is published. */
export function openApiInfo(terms: OpenDataTerms, site: PublicSite | null): z.infer<typeof OpenApiInfo> {
  const name = site && (site.plan ?? site.awaited);
  const published = site?.listed.flatMap(({ versions }) => versions.map(({ publishedAt }) => publishedAt)) ?? [];
  return {
    apiName: 'malspar-open-data',
    ...OPEN_DATA_VERSION,
    apiDocumentation: `${terms.origin}/oppna-data`,
    apiStatus: 'active',
    publisher: name?.organisation ?? null,
    contact: name?.contact ?? null,
    license: terms.license,
    updatedAt: published.sort().at(-1) ?? null,
    links: [
      openLink(terms, 'self', openDataPath.apiInfo),
      openLink(terms, 'index', openDataPath.index),
      openLink(terms, 'service-desc', openDataPath.description),
    ],
  };
}
