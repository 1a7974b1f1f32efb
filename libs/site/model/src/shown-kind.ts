import type { Language, Words } from '@malspar/figures-model';
import type { PublishedContent, PublishedFile } from '@malspar/publication-model';
import type { ZodType } from 'zod';
import type { FrozenPlace } from './frozen-pages.js';
import type { ListedPublication } from './listed-publication.js';
import type { KindOpenData } from './open-data/kind-open-data.js';
import type { PlainPlace, PublicPlace } from './public-address.js';
import type { PublicPage, SiteFrame } from './public-page.js';
import type { FoundEntry } from './search-entry.js';
import type { PublishedDocument } from './plan-document.js';
import type { SitePlan } from './site-name.js';

/** A version with what can be fetched of it. */
export interface FrozenVersion<Content = PublishedContent> {
  readonly content: Content;
  readonly sha256: string;
  readonly files: readonly PublishedFile[];
}

/** The same as it is kept: `canonical` is the frozen JSON, byte for byte. */
export interface StoredVersion<Content = PublishedContent> extends FrozenVersion<Content> {
  readonly canonical: string;
}

/** What the site has beside what is published of one kind. */
export interface Surroundings {
  /** What stands around every page that is not frozen. */
  readonly frame: SiteFrame;
  /** The same where the list of documents stands on the page. */
  readonly listFrame: SiteFrame;
  readonly documents: readonly PublishedDocument[];
  /** What has been published of the other kinds. */
  readonly others: readonly ListedPublication[];
}

/** A version in the feed. */
export interface NewsEntry {
  readonly place: PublicPlace;
  readonly title: Words;
  readonly version: number;
  readonly publishedAt: string;
  /** When something last changed what holds of it. */
  readonly updatedAt: string;
  /** `language`: of the text, where it is not the feed's own. */
  readonly summary: { readonly text: string; readonly language: string | null } | null;
}

/** A page of the site that answers what somebody asks it, from what is published of one kind. */
export interface AskedPage<Published> {
  readonly at: PlainPlace;
  /** The names by which something is asked in the address; without any of them the page is the stored one. */
  readonly names: readonly string[];
  respond(
    published: Published,
    query: URLSearchParams,
    around: Surroundings,
  ): { readonly page: PublicPage; readonly status: number };
}

/** What a kind has that makes the site its own: the plan that it follows up, and the pages that the menu leads to. */
export interface KindFront<Published> {
  plan(published: Published): SitePlan;
  /** The pages at the frame's own places, the first page among them. */
  pages(published: Published, around: Surroundings): PublicPage[];
}

/**
 * How one kind of publication is shown. A domain registers it with `ShownKinds`, beside the `PublishedKind` of the same
 * name. `Published` is all that has been published of it, made ready once and asked often. What is no more than texts and
 * tables is a `DrawnKind`, which the site draws.
 */
export interface ShownKind<Content extends PublishedContent = PublishedContent, Published = unknown> {
  readonly name: string;
  /** Everything that was ever frozen of the kind is read through it. */
  readonly content: ZodType<Content>;
  /** The first part of its addresses, `/cyklister/2027/v1`; the same in both languages and for ever. */
  readonly root: string;
  /** First parts of addresses that are its own beside `root`. */
  readonly otherRoots?: readonly string[];
  /** What such publications are called: the heading of a list of them. */
  readonly title: Words;
  /** Null while nothing is published. The order of `versions` does not matter. */
  read(versions: readonly StoredVersion<Content>[]): Published | null;
  /** Every version, the latest period first and the newest version first. */
  list(published: Published): readonly ListedPublication[];
  /** Every page of its own that is not of its `front`. */
  pages(published: Published, around: Surroundings): PublicPage[];
  /** Every page that is made when a version is published and never again. `earlier`: what has been published before. */
  frozen(
    version: FrozenVersion<Content>,
    previous: FrozenVersion<Content> | null,
    earlier: readonly Content[],
  ): [FrozenPlace, ...FrozenPlace[]];
  /** What the search finds, in the order in which it is shown. */
  found(published: Published, language: Language): readonly FoundEntry[];
  news(published: Published): readonly NewsEntry[];
  readonly front?: KindFront<Published>;
  readonly openData?: KindOpenData<Published>;
  readonly asked?: readonly AskedPage<Published>[];
}
