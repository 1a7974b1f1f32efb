import { PageQuery, pageOf, PlainDate } from '@malspar/shared-model';
import * as z from 'zod';

/** Characters that a visitor may write. */
export const COMMENT_LENGTH = 1000;
/** After so long the words are cleared; that somebody answered yes or no stays. */
export const COMMENT_MONTHS = 24;

/**
 * Why a vote is put aside. `trap`: a field that nobody sees was filled in. `quick`: written faster than anybody
 * writes. `link`, `markup`: the words have an address or code in them.
 */
export const FeedbackSuspicion = z.enum(['trap', 'quick', 'link', 'markup']);
export type FeedbackSuspicion = z.infer<typeof FeedbackSuspicion>;

/** Votes that no person gave: they count as neither yes nor no. */
export const MACHINE_MADE = ['trap', 'quick'] as const satisfies readonly FeedbackSuspicion[];

const path = z
  .string()
  .regex(/^\/[^\s?#]*$/)
  .max(300);
const span = { from: PlainDate.optional(), to: PlainDate.optional(), path: path.optional() };

/** Which pages' votes to sum up. `from`, `to`: the first and the last day. */
export const FeedbackPagesQuery = PageQuery.extend({ ...span, withComment: z.stringbool().default(false) });
export type FeedbackPagesQuery = z.infer<typeof FeedbackPagesQuery>;

/** `unread`, `read`: comments that are not suspected. */
export const FeedbackShelf = z.enum(['unread', 'read', 'suspicious']);
export type FeedbackShelf = z.infer<typeof FeedbackShelf>;

export const FeedbackCommentsQuery = PageQuery.extend({ ...span, shelf: FeedbackShelf.default('unread') });
export type FeedbackCommentsQuery = z.infer<typeof FeedbackCommentsQuery>;

const count = z.number().int();

/** What was answered about one page. `path` is the page's Swedish address, whatever the language it was read in. */
export const FeedbackOfPage = z.object({
  path: z.string(),
  yes: count,
  no: count,
  /** Comments that are not suspected, each once. */
  comments: count,
  unread: count,
  /** How many of the votes are examples. */
  illustrative: count,
});
export type FeedbackOfPage = z.infer<typeof FeedbackOfPage>;

/** Pages with most votes first, and the sum of all of them. */
export const FeedbackPages = pageOf(FeedbackOfPage).extend({ yes: count, no: count, illustrative: count });
export type FeedbackPages = z.infer<typeof FeedbackPages>;

/** What somebody wrote about a page; the same words about the same page are one, however often they came. */
export const FeedbackComment = z.object({
  id: z.uuid(),
  path: z.string(),
  language: z.enum(['sv', 'en']),
  text: z.string(),
  times: count,
  /** How many of those who wrote so had answered that the page helped. */
  yes: count,
  latestOn: PlainDate,
  masked: z.boolean(),
  suspicion: FeedbackSuspicion.nullable(),
  illustrative: z.boolean(),
  handled: z.object({ at: z.iso.datetime(), byName: z.string() }).nullable(),
});
export type FeedbackComment = z.infer<typeof FeedbackComment>;

/** Latest first, those that nobody has handled before the others; and how many there are on each shelf. */
export const FeedbackComments = pageOf(FeedbackComment).extend({ shelves: z.record(FeedbackShelf, count) });
export type FeedbackComments = z.infer<typeof FeedbackComments>;

export const FeedbackHandling = z.strictObject({ handled: z.boolean() });
export type FeedbackHandling = z.infer<typeof FeedbackHandling>;
