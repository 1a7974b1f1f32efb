import { writtenDay } from '@malspar/shared-model';
import { openDataAddresses, openDataExample } from './open-data-addresses.js';
import type { OpenDataTerms } from './open-data/terms.js';
import type { PlainPlace } from './public-address.js';
import type { PublicPage, SiteFrame } from './public-page.js';
import { awaitedName, frontOf, type KindOnSite, type PublicSite } from './public-site.js';
import type { ShownKind, Surroundings } from './shown-kind.js';
import { laterOf, NO_ADDITIONS, type SiteAdditions } from './site-additions.js';

const NO_TERMS: OpenDataTerms = { origin: '', license: null };

/** Of pages of which there is one: whether it is there also before anything has been published. */
const isThereFromTheStart = (at: PlainPlace): boolean =>
  at === 'home' || at === 'open-data' || at === 'accessibility' || at === 'privacy' || at === 'glossary';

/** Whether a place in the menu leads somewhere, from a page with such a frame. */
export const leadsSomewhere = ({ plan, isPublished }: SiteFrame, at: PlainPlace): boolean =>
  plan !== null || isThereFromTheStart(at) || (isPublished === true && (at === 'search' || at === 'verify'));

/** What stands around a page that follows what is published. */
export const siteFrame = (site: PublicSite | null, { statement }: SiteAdditions = NO_ADDITIONS): SiteFrame => {
  if (site?.plan) return { plan: site.plan, changedOn: site.updatedOn };
  const awaited = site?.awaited ?? awaitedName(statement);
  return { plan: null, awaited, ...(site ? { isPublished: true } : {}), changedOn: site?.updatedOn ?? null };
};

/** What one kind of the site has around it. */
export function surroundings(
  site: PublicSite,
  { kind }: KindOnSite,
  additions: SiteAdditions = NO_ADDITIONS,
): Surroundings {
  const frame = siteFrame(site, additions);
  return {
    frame,
    listFrame: { ...frame, changedOn: laterOf(frame.changedOn, additions.documentsChangedAt) },
    documents: site.documents,
    others: site.kinds.filter((each) => each.kind !== kind).flatMap(({ listed }) => listed),
  };
}

/**
 * Every page that there is, each once. Without anything published: one that says so. `kinds`: those that could be
 * published, for what is said of their open data.
 */
export function publicPages(
  site: PublicSite | null,
  additions: SiteAdditions = NO_ADDITIONS,
  terms: OpenDataTerms = NO_TERMS,
  kinds: readonly ShownKind[] = site?.kinds.map(({ kind }) => kind) ?? [],
): PublicPage[] {
  const frame = siteFrame(site, additions);
  const first = site?.kinds[0];
  const around = site && first ? surroundings(site, first, additions) : null;
  const front = first && around ? frontOf(first)?.pages(first.published, around) : undefined;
  return [
    ...(front ?? [nothingYet(site, additions, frame)]),
    ...sitePages(site, additions, terms, kinds, frame),
    ...(site?.kinds.flatMap((each) => each.kind.pages(each.published, surroundings(site, each, additions))) ?? []),
  ];
}

const nothingYet = (site: PublicSite | null, additions: SiteAdditions, frame: SiteFrame): PublicPage => ({
  kind: 'nothing-yet',
  place: { at: 'home' },
  ...frame,
  changedOn: laterOf(frame.changedOn, additions.documentsChangedAt),
  documents: additions.documents,
  others: site?.listed ?? [],
});

/** The pages that are the site's own, whatever is published. */
function sitePages(
  site: PublicSite | null,
  { statement }: SiteAdditions,
  terms: OpenDataTerms,
  kinds: readonly ShownKind[],
  frame: SiteFrame,
): PublicPage[] {
  const words = (['privacy', 'glossary', 'not-found', 'embedded-missing'] as const).map((kind): PublicPage => ({
    kind,
    place: { at: kind },
    ...frame,
  }));
  const addresses = openDataAddresses(kinds, site);
  const example = openDataExample(kinds, site, terms);
  return [
    { kind: 'open-data', place: { at: 'open-data' }, ...terms, addresses, example, ...frame },
    ...words,
    {
      kind: 'accessibility',
      place: { at: 'accessibility' },
      ...frame,
      changedOn: writtenDay(statement.updatedOn),
      statement,
    },
    ...(site
      ? ([
          { kind: 'search', place: { at: 'search' }, asked: null, ...frame },
          { kind: 'verify', place: { at: 'verify' }, asked: null, ...frame },
        ] satisfies PublicPage[])
      : []),
  ];
}
