import type { Words } from '@malspar/figures-model';
import type { OpenDataTerms } from './open-data/terms.js';
import type { PublicSite } from './public-site.js';
import type { ShownKind } from './shown-kind.js';
import { openDataPath } from './open-data/address.js';
import type { KindOpenData, OpenDataAddress } from './open-data/kind-open-data.js';

const ENTRY: Words = {
  sv: 'Ingången, med länkar till allt annat.',
  en: 'The entrance, with links to everything else.',
};
const ABOUT: Words = {
  sv: 'Om gränssnittet: version, status och licens.',
  en: 'About the interface: version, status and licence.',
};

/** A kind's open data with what has been published of it; null while nothing is. */
export interface KindData {
  readonly data: KindOpenData;
  readonly published: unknown;
}

/** The kinds that have open data, whether or not anything of them is published. */
export const kindsWithData = (kinds: readonly ShownKind[], site: PublicSite | null): KindData[] =>
  kinds.flatMap((kind) => {
    const { openData: data } = kind;
    return data ? [{ data, published: site?.kinds.find((each) => each.kind === kind)?.published ?? null }] : [];
  });

/** What the page about the open data lists. */
export const openDataAddresses = (kinds: readonly ShownKind[], site: PublicSite | null): OpenDataAddress[] => [
  { path: openDataPath.index, text: ENTRY },
  ...kindsWithData(kinds, site).flatMap(({ data, published }) => data.addresses(published)),
  { path: openDataPath.apiInfo, text: ABOUT },
];

/** The address that the page about the open data fetches as an example. */
export function openDataExample(
  kinds: readonly ShownKind[],
  site: PublicSite | null,
  { origin }: Pick<OpenDataTerms, 'origin'>,
): string {
  const samples = kindsWithData(kinds, site).map(({ data, published }) => data.samplePath(published));
  return origin + (samples.find((path) => path !== null) ?? openDataPath.apiInfo);
}
