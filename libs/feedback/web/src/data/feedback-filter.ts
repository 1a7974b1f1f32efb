import { FeedbackShelf } from '@malspar/feedback-model';
import { addDays, type PlainDate } from '@malspar/shared-model';
import type { FeedbackSpan } from './feedback-client';

/** How far back to look, in days; `allt` is everything. */
export const SPANS = ['30', '90', '365', 'allt'] as const;
type Span = (typeof SPANS)[number];
const USUAL: Span = '365';

const SHELVES: Readonly<Record<string, FeedbackShelf>> = { lasta: 'read', misstankta: 'suspicious' };

/** What the address may say; all of it is whatever somebody typed. */
export interface FeedbackAddress {
  readonly tid?: string | undefined;
  /** The Swedish address of one page. */
  readonly om?: string | undefined;
  readonly visa?: string | undefined;
  readonly kommentar?: string | undefined;
  readonly sida?: string | undefined;
  readonly lista?: string | undefined;
}

/** What is shown. */
export interface FeedbackFilter {
  readonly span: Span;
  readonly asked: FeedbackSpan;
  readonly shelf: FeedbackShelf;
  readonly withComment: boolean;
  /** Which page of comments, and which of the list of pages; from 1. */
  readonly commentsPage: number;
  readonly pagesPage: number;
}

const pageOf = (text: string | undefined): number => Math.max(1, Math.trunc(Number(text ?? 1)) || 1);

/** Reads the address; what it says that makes no sense is as if it said nothing. */
export function feedbackFilter(address: FeedbackAddress, today: PlainDate): FeedbackFilter {
  const span = SPANS.find((each) => each === address.tid) ?? USUAL;
  const path = /^\/[^\s?#]{0,299}$/.test(address.om ?? '') ? address.om : undefined;
  return {
    span,
    asked: {
      ...(span === 'allt' ? {} : { from: addDays(today, 1 - Number(span)) }),
      ...(path === undefined ? {} : { path }),
    },
    shelf: SHELVES[address.visa ?? ''] ?? 'unread',
    withComment: address.kommentar === 'ja',
    commentsPage: pageOf(address.sida),
    pagesPage: pageOf(address.lista),
  };
}

/** How the address says which shelf; null is the first one. */
export const SHELF_IN_ADDRESS: Readonly<Record<FeedbackShelf, string | null>> = {
  unread: null,
  read: 'lasta',
  suspicious: 'misstankta',
};

/** How many of all answered yes, in whole per cent; null when nobody answered. */
export const shareOfYes = ({ yes, no }: { readonly yes: number; readonly no: number }): number | null =>
  yes + no === 0 ? null : Math.round((100 * yes) / (yes + no));
