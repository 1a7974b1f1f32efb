import { inject, Injectable } from '@angular/core';
import type { NewComment } from '@malspar/reporting-model';
import { cleanText, isBlank } from '@malspar/shared-model';
import { TextShelf } from '@malspar/shared-web';
import * as z from 'zod';

const Pending = z.object({
  targetCode: z.string().nullable(),
  field: z.string(),
  text: z.string(),
  suggestion: z.string().nullable(),
});
/** A comment as it is being written; it is sent only with the decision. */
export type PendingComment = z.infer<typeof Pending>;

const Draft = z.object({
  comments: z.array(Pending),
  reason: z.string(),
  /** What has been ticked as read, and in which revision: another revision is unread. */
  read: z.object({ revision: z.number().int(), subjects: z.array(z.string()) }),
});
/** All that a reviewer has written and ticked on a report and not sent. */
export type ReviewDraft = z.infer<typeof Draft>;

export const EMPTY_DRAFT: ReviewDraft = { comments: [], reason: '', read: { revision: 0, subjects: [] } };

/** Whose draft on which report. */
export interface DraftOwner {
  readonly person: string;
  readonly reportId: string;
}

const keyOf = ({ person, reportId }: DraftOwner): string => `${person}.${reportId}.review`;

/**
 * Keeps a reviewer's unsent words in the browser until they are sent, also when it is closed: one draft per person and
 * report, so that nobody sees what somebody else wrote on the same computer.
 */
@Injectable({ providedIn: 'root' })
export class ReviewDrafts {
  readonly #shelf = inject(TextShelf);

  read(owner: DraftOwner): ReviewDraft {
    try {
      return Draft.parse(JSON.parse(this.#shelf.readText(keyOf(owner)) ?? ''));
    } catch {
      return EMPTY_DRAFT;
    }
  }

  /** False when the browser could not keep it: then it is lost with the page. */
  write(owner: DraftOwner, draft: ReviewDraft): boolean {
    if (!isEmpty(draft)) return this.#shelf.writeText(keyOf(owner), JSON.stringify(draft));
    this.#shelf.clear(keyOf(owner));
    return true;
  }
}

const isEmpty = ({ comments, reason, read }: ReviewDraft): boolean =>
  comments.length === 0 && reason === '' && read.subjects.length === 0;

/** The comments that say something, as they are sent; a suggestion alone is given `ofSuggestion` as its text. */
export const sendable = (comments: readonly PendingComment[], ofSuggestion: string): NewComment[] =>
  comments.filter(saysSomething).map(({ text, suggestion, ...place }) => ({
    ...place,
    text: cleanText(text) || ofSuggestion,
    suggestion: cleanText(suggestion ?? '') || null,
  }));

export const saysSomething = ({ text, suggestion }: PendingComment): boolean =>
  !isBlank(text) || !isBlank(suggestion ?? '');
