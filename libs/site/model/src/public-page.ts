import type { Words } from '@malspar/figures-model';
import type { PublishedDifference, Verification } from '@malspar/publication-model';
import type { PeriodCode, WrittenDay } from '@malspar/shared-model';
import type { PublishedStatement } from './accessibility-statement.js';
import type { FeedbackOutcome } from './feedback-page.js';
import type { FrozenForm } from './frozen-pages.js';
import type { ListedPublication } from './listed-publication.js';
import type { OpenDataAddress } from './open-data/kind-open-data.js';
import type { OpenDataTerms } from './open-data/terms.js';
import type { PublishedDocument } from './plan-document.js';
import type { PlainPlace, PublicPlace } from './public-address.js';
import type { SearchGroup } from './search-entry.js';
import type { SearchResult } from './search.js';
import type { ShownVersion } from './drawn-kind.js';
import type { SiteName, SitePlan } from './site-name.js';

/** One page with all that stands on it. */
export type PublicPage = PageFrame & PageContent;

/** Where a page is, and what stands around it. */
export interface PageFrame extends SiteFrame {
  readonly place: PublicPlace;
}

/** What stands around a page, and how it behaves. What it shows of `plan` and `changedOn` is as frozen as the rest. */
export interface SiteFrame {
  readonly plan: SitePlan | null;
  /** What the site is called on pages that no plan stands behind: before anything has been published, and of other kinds. */
  readonly awaited?: SiteName | null;
  /** Whether there is something to search and verify although no plan stands behind the page. */
  readonly isPublished?: boolean;
  readonly changedOn: WrittenDay | null;
  /** Which frozen page it is; absent for those that follow what is published. */
  readonly frozen?: FrozenAs;
  /** The same for the same content; absent for a page that may change whenever something is published. */
  readonly key?: string;
  /** Where the page also is, as long as it is the newest one. */
  readonly alsoAt?: PublicPlace;
  /** The address that search engines are to know the page by, where it is not its own. */
  readonly canonical?: PublicPlace;
  /** Of a frozen page: what on it no longer holds, as its kind says it. It is said above the page, which is itself never altered. */
  readonly overtaken?: readonly object[];
  /** Whether others may frame it: a figure alone, without what stands around other pages. */
  readonly isFramed?: boolean;
  /** Whether it is shown whole on a page of its own, and so is kept from search engines. */
  readonly isUnlisted?: boolean;
  /** Whether it is a text by itself, for those that show links. */
  readonly isArticle?: boolean;
  /** Whether it shows the element that other websites use. */
  readonly showsElement?: boolean;
}

/** A page that is made when its version is published. */
export interface FrozenAs {
  readonly contentKind: string;
  readonly period: PeriodCode;
  readonly version: number;
  readonly form: FrozenForm;
}

/** What stands at the top, in the title and in the footer; null while there is not even a plan. */
export const siteNameOf = ({ plan, awaited }: PublicPage): SiteName | null => plan ?? awaited ?? null;

/** Pages of words alone. */
export type WordsKind = 'privacy' | 'glossary' | 'not-found' | 'too-many';

/** Pages on which something can be asked; what is null has not been. */
type AskingContent =
  | { readonly kind: 'search'; readonly asked: SearchAsked | null }
  | { readonly kind: 'verify'; readonly asked: VerifyAsked | null };

export interface SearchAsked {
  readonly query: string;
  readonly only: SearchGroup | null;
  /** Null when the query is too long. */
  readonly result: SearchResult | null;
}

/** A file or a checksum, and what it turned out to be; null when it could not be read. */
export interface VerifyAsked {
  readonly given: { readonly file: string } | { readonly checksum: string };
  readonly verification: Verification | null;
  readonly title: Words | null;
  /** The first part of the address of what it is; null where it is nothing that was published. */
  readonly root: string | null;
  readonly fault: 'no-file' | 'too-large' | 'no-checksum' | 'unreadable' | null;
}

/** What differs between two versions. */
export interface DifferenceContent {
  readonly kind: 'difference';
  readonly difference: PublishedDifference;
  readonly reason: string | null;
  /** Where what was changed is shown, in its newest version. */
  readonly whole: PublicPlace;
  /** The page that lists such publications; null where that is the first page. */
  readonly below: PlainPlace | null;
}

/** A page that a kind of publication draws itself. */
export interface OwnContent {
  readonly kind: 'own';
  readonly contentKind: string;
  /** What stands on it, as the kind's own pages know it. */
  readonly own: { readonly kind: string };
}

type PageContent =
  | { readonly kind: WordsKind }
  | { readonly kind: 'embedded-missing' }
  | {
      readonly kind: 'nothing-yet';
      readonly documents: readonly PublishedDocument[];
      readonly others: readonly ListedPublication[];
    }
  | { readonly kind: 'accessibility'; readonly statement: PublishedStatement }
  | ({
      readonly kind: 'open-data';
      readonly addresses: readonly OpenDataAddress[];
      readonly example: string;
    } & OpenDataTerms)
  | AskingContent
  | OwnContent
  /** A version of a kind that the site draws. */
  | { readonly kind: 'published'; readonly shown: ShownVersion; readonly superseded: boolean }
  | DifferenceContent
  | { readonly kind: 'feedback'; readonly outcome: FeedbackOutcome };

/**
 * Whether search engines are to know of a page: not of answers to one question, nor of what is shown whole on a page of
 * its own.
 */
export const isListed = (page: PublicPage): boolean =>
  !UNLISTED.includes(page.kind) && page.isUnlisted !== true && !isAsked(page);

/** Whether the page answers somebody's question. */
export const isAsked = (page: PublicPage): boolean => {
  const content: object = page.kind === 'own' ? page.own : page;
  return 'asked' in content && content.asked !== null;
};

const UNLISTED: readonly PublicPage['kind'][] = ['not-found', 'too-many', 'search', 'feedback', 'embedded-missing'];
