import type { Words } from '@malspar/figures-model';
import type { PrintedKind } from '@malspar/print-api';
import type {
  PublicationDraft,
  PublicationReport,
  PublishedContent,
  PublishedDifference,
} from '@malspar/publication-model';
import type { Tx } from '@malspar/shared-api';
import type { PeriodCode, PlainDate, Principal } from '@malspar/shared-model';
import type { ZodType } from 'zod';
import type { KindNote } from './publication-notes.js';

/** The moment of publishing, which stands in the content. */
interface PublishingMoment {
  readonly publishedAt: Date;
  readonly auditHead: string;
}

/** What the next version is to be made for. */
export interface SourceRequest<Content> {
  readonly period: PeriodCode;
  readonly draft: PublicationDraft;
  readonly version: number;
  /** Why there is a new version; null for the first one. */
  readonly correction: PublishedContent['correction'];
  /** The newest version of the period; null for the first one. */
  readonly last: Content | null;
  /** Every version of the kind that has been published, of whatever period. */
  readonly earlier: readonly Content[];
}

/** The key of a stored version. */
export interface VersionKey {
  readonly publicationId: string;
  readonly number: number;
}

/** All that the next version of one kind would be made of, read at one moment. */
export interface KindSource<Content> {
  /** What goes in, and how each part stands. */
  readonly listed: readonly PublicationReport[];
  /** Why it cannot be composed. */
  readonly blockers: readonly KindNote[];
  /** The parts that were approved anew and yet say the same: why a version that says nothing new is refused. */
  readonly repeats: readonly KindNote[];
  /** What does not stop anything, but should be known. `composed`: null while something blocks. */
  differs(composed: Content | null): KindNote[];
  compose(moment: PublishingMoment): Content;
  /**
   * Takes what went in through its own last step and remembers that it did, in the transaction that stores the version.
   * Throws when it is no longer what was composed.
   */
  settle(tx: Tx, who: Principal, version: VersionKey): Promise<void>;
}

/**
 * One kind of content that is published. A domain registers it with `PublishedKinds`; the act of publishing knows nothing
 * else of it.
 */
export interface PublishedKind<Content extends PublishedContent = PublishedContent> {
  /** As in `ContentKind`. Stored with each publication, so it never changes. */
  readonly name: string;
  /** Everything that was ever frozen of the kind is read through it. */
  readonly content: ZodType<Content>;
  readonly print: PrintedKind<Content>;
  /** What such publications are called, where there are several kinds. */
  readonly title: Words;
  /** The periods that can be published by now, also those that have been; newest first. */
  periods(): Promise<readonly PeriodCode[]>;
  /** The plan that the kind's publications belong to at a date; null for a kind that belongs to none. */
  planId(tx: Tx, date: PlainDate): Promise<string | null>;
  source(tx: Tx, request: SourceRequest<Content>): Promise<KindSource<Content>>;
  /** What a reader would find in the content: without which revisions it was made of, and what follows from the rest. */
  said(content: Content): Content;
  /** The keys of the sections that the coordinator may put in another order, as they are shown. */
  order(content: Content): readonly string[];
  difference(before: Content, after: Content): PublishedDifference;
  /** What should be known of the content as it would be published. */
  notes(content: Content): KindNote[];
  /** Reopens one part of what was published. Throws `NotFound` and `WrongState`. */
  correct(tx: Tx, who: Principal, partId: string, reason: string): Promise<void>;
}
