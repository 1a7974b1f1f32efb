import type {
  Overtaken,
  PublishedArea,
  PublishedGap,
  PublishedReport,
  PublishedTarget,
} from '@malspar/environmental-report-model';
import type { PublishedDifference, Verification } from '@malspar/publication-model';
import type { PublishedStatement } from './accessibility-statement.js';
import type { ChosenVersions } from './chosen-versions.js';
import type { FeedbackOutcome } from './feedback-page.js';
import type { OpenDataSource } from './open-data-source.js';
import type { PublishedDocument } from './plan-document.js';
import type { PublicPlace } from './public-address.js';
import type { PublicSite, PublishedVersion } from './public-site.js';
import type { SearchGroup } from './search-index.js';
import type { SearchResult } from './search.js';
import type { ShownPublication, ShownVersion } from './shown-kind.js';
import type { SiteName } from './site-name.js';

/** One page with all that stands on it. What it shows of `plan` and `changedOn` is as frozen as the rest. */
export type PublicPage = {
  readonly place: PublicPlace;
  readonly plan: PublishedReport['plan'] | null;
  /** What the site is called on pages that no plan stands behind: before anything has been published, and of other kinds. */
  readonly awaited?: SiteName | null;
  readonly changedOn: PublishedReport['publishedOn'] | null;
  /** Of a frozen page: what on it no longer holds. It is said above the page, which is itself never altered. */
  readonly overtaken?: readonly Overtaken[];
} & PageContent;

/** What stands at the top, in the title and in the footer; null while there is not even a plan. */
export const siteNameOf = ({ plan, awaited }: PublicPage): SiteName | null => plan ?? awaited ?? null;

/** Pages of words alone. */
export type WordsKind = 'privacy' | 'glossary' | 'not-found' | 'too-many';

/** Pages on which something can be asked; what is null has not been. */
type AskingContent =
  | { readonly kind: 'search'; readonly site: PublicSite; readonly asked: SearchAsked | null }
  | { readonly kind: 'verify'; readonly asked: VerifyAsked | null }
  | { readonly kind: 'compare'; readonly site: PublicSite; readonly asked: ChosenVersions | null };

export interface SearchAsked {
  readonly query: string;
  readonly only: SearchGroup | null;
  /** Null when the query is too long. */
  readonly result: SearchResult | null;
}

/** A file or a checksum, and what it turned out to be; null when it could not be read. */
export interface VerifyAsked {
  readonly given: { readonly file: string } | { readonly checksum: string };
  readonly answer: Verification | null;
  readonly title: PublishedReport['title'] | null;
  /** The first part of the address of what it is; absent for a report. */
  readonly root?: string;
  readonly fault: 'no-file' | 'too-large' | 'no-checksum' | 'unreadable' | null;
}

/** Pages for other websites to frame. */
export type EmbeddedContent =
  | { readonly kind: 'embedded-area'; readonly version: PublishedVersion; readonly area: PublishedArea }
  | {
      readonly kind: 'embedded-target';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      readonly target: PublishedTarget;
    };

type PageContent =
  | { readonly kind: 'home' | 'plan' | 'archive' | 'about' | 'site-map' | 'embed'; readonly site: PublicSite }
  | { readonly kind: WordsKind }
  | { readonly kind: 'embedded-missing' }
  | {
      readonly kind: 'nothing-yet';
      readonly documents: readonly PublishedDocument[];
      readonly others: readonly ShownPublication[];
    }
  | { readonly kind: 'accessibility'; readonly statement: PublishedStatement }
  | ({ readonly kind: 'open-data' } & OpenDataSource)
  | AskingContent
  | EmbeddedContent
  | {
      readonly kind: 'area';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      /** Why there is no report of it for the latest period; null when there is. */
      readonly gap: PublishedGap | null;
      readonly known: readonly PublishedReport[];
    }
  | {
      readonly kind: 'target';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      readonly target: PublishedTarget;
      /** Every report that has been published, latest first. */
      readonly known: readonly PublishedReport[];
    }
  | {
      readonly kind: 'report';
      readonly version: PublishedVersion;
      /** Whether there is a newer version of the same period. */
      readonly superseded: boolean;
      /** What had been published when this was, itself included, latest first. */
      readonly known: readonly PublishedReport[];
    }
  /** A version of a registered kind. */
  | { readonly kind: 'published'; readonly shown: ShownVersion; readonly superseded: boolean }
  | {
      readonly kind: 'difference';
      readonly difference: PublishedDifference;
      readonly reason: string | null;
      /** The version that changed it; absent for a report. */
      readonly shown?: ShownVersion;
    }
  | { readonly kind: 'feedback'; readonly outcome: FeedbackOutcome };

/**
 * Whether search engines are to know of a page: not of answers to one question, nor of what is shown whole on a page of
 * its own.
 */
export const isListed = (page: PublicPage): boolean =>
  !UNLISTED.includes(page.kind) && !('asked' in page && page.asked !== null);
const UNLISTED: readonly PublicPage['kind'][] = [
  'not-found',
  'too-many',
  'search',
  'feedback',
  'embedded-area',
  'embedded-target',
  'embedded-missing',
];
