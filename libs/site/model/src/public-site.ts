import type { WrittenDay } from '@malspar/shared-model';
import type { PublishedStatement } from './accessibility-statement.js';
import type { ListedPublication } from './listed-publication.js';
import type { PublishedDocument } from './plan-document.js';
import type { KindFront, ShownKind, StoredVersion } from './shown-kind.js';
import { NO_ADDITIONS, type SiteAdditions } from './site-additions.js';
import type { SiteName, SitePlan } from './site-name.js';

/** A kind with all that has been published of it. */
export interface KindOnSite {
  readonly kind: ShownKind;
  readonly published: unknown;
  readonly listed: readonly ListedPublication[];
}

/** What the public site is made of: published versions and nothing else. */
export interface PublicSite {
  /** The kinds that something has been published of; the one that the menu leads to first. */
  readonly kinds: readonly [KindOnSite, ...KindOnSite[]];
  /** Every publication, kind by kind, each kind's latest first. */
  readonly listed: readonly ListedPublication[];
  /** Null where no kind follows up a plan. */
  readonly plan: SitePlan | null;
  /** What the site is called where there is no plan behind it. */
  readonly awaited: SiteName | null;
  /** When something was last published. */
  readonly updatedOn: WrittenDay;
  /** The plan's documents, in the order that they are listed. */
  readonly documents: readonly PublishedDocument[];
}

/** What has been published of a kind, as it is kept. */
export interface StoredKind {
  readonly kind: ShownKind;
  readonly versions: readonly StoredVersion[];
}

/** The site out of what has been published; null while nothing is. The order of `versions` does not matter. */
export const publicSite = (stored: readonly StoredKind[], additions: SiteAdditions = NO_ADDITIONS): PublicSite | null =>
  siteOf(
    stored.map(({ kind, versions }) => ({ kind, published: kind.read(versions) })),
    additions,
  );

/** The site out of what has been published and is made ready; null while nothing is. `published`: null for a kind without. */
export function siteOf(
  ready: readonly Omit<KindOnSite, 'listed'>[],
  { statement, documents }: SiteAdditions = NO_ADDITIONS,
): PublicSite | null {
  const [first, ...others] = ready
    .flatMap(({ kind, published }) => (published === null ? [] : [{ kind, published, listed: kind.list(published) }]))
    .sort((a, b) => Number(!a.kind.front) - Number(!b.kind.front));
  if (!first) return null;
  const listed = [first, ...others].flatMap((each) => each.listed);
  return {
    kinds: [first, ...others],
    listed,
    plan: frontOf(first)?.plan(first.published) ?? null,
    awaited: awaitedName(statement),
    updatedOn: updatedOn(listed),
    documents,
  };
}

/** The pages that the menu leads to, where the kind has them. */
export const frontOf = ({ kind }: KindOnSite): KindFront<unknown> | null => kind.front ?? null;

/** Whose site it is while there is no plan: its organisation and the plan that is followed up, as they are set up. */
export const awaitedName = ({ organisation, service, language, contact }: PublishedStatement): SiteName | null =>
  organisation !== null && service !== null
    ? { organisation, title: service, contact, ...(language === null ? {} : { language }) }
    : null;

function updatedOn(listed: readonly ListedPublication[]): WrittenDay {
  const [newest] = listed
    .flatMap(({ versions }) => versions)
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  if (!newest) throw new Error('A kind with publications lists none');
  return newest.publishedOn;
}
