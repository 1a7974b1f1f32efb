import {
  type KindData,
  openApiInfo,
  type OpenDataTerms,
  openIndex,
  type OpenResource,
  type PublicSite,
} from '@malspar/site-model';

/** The addresses that are about the open data itself. */
export const siteResources = (
  terms: OpenDataTerms,
  kinds: readonly KindData[],
  site: PublicSite | null,
): OpenResource[] => [
  {
    path: '',
    operationId: 'getIndex',
    summary: 'Where to begin',
    description: 'Links to everything else.',
    tag: 'about',
    frozen: false,
    mayBeMissing: false,
    kind: 'item',
    schema: 'Index',
    of: () => openIndex(terms, kinds),
  },
  {
    path: '/api-info',
    operationId: 'getApiInfo',
    summary: 'About the API',
    description: 'Name, version, status, documentation, publisher and licence.',
    tag: 'about',
    frozen: false,
    mayBeMissing: false,
    kind: 'item',
    schema: 'ApiInfo',
    of: () => openApiInfo(terms, site),
  },
];
