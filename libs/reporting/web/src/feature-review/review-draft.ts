import { inject, Injectable, InjectionToken } from '@angular/core';
import type { NewComment } from '@malspar/reporting-model';
import { cleanText, isBlank } from '@malspar/shared-model';
import * as z from 'zod';

const Pending = z.object({
  targetCode: z.string().nullable(),
  field: z.string(),
  text: z.string(),
  suggestion: z.string().nullable(),
});
/** A comment as it is being written; it is sent only with the decision. */
export type PendingComment = z.infer<typeof Pending>;

const Draft = z.object({ comments: z.array(Pending), reason: z.string() });
/** All that a reviewer has written on a report and not sent. */
export type ReviewDraft = z.infer<typeof Draft>;

export const EMPTY_DRAFT: ReviewDraft = { comments: [], reason: '' };

/** What the browser forgets when the tab is closed. */
export const SESSION_STORAGE = new InjectionToken<Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>>(
  'session storage',
  { providedIn: 'root', factory: () => sessionStorage },
);

const keyOf = (reportId: string): string => `malspar.review.${reportId}`;

/** Keeps a reviewer's unsent words through reloads, sign-in and navigation, one draft per report. */
@Injectable({ providedIn: 'root' })
export class ReviewDrafts {
  readonly #storage = inject(SESSION_STORAGE);

  read(reportId: string): ReviewDraft {
    try {
      return Draft.parse(JSON.parse(this.#storage.getItem(keyOf(reportId)) ?? ''));
    } catch {
      return EMPTY_DRAFT;
    }
  }

  write(reportId: string, draft: ReviewDraft): void {
    try {
      if (isEmpty(draft)) this.#storage.removeItem(keyOf(reportId));
      else this.#storage.setItem(keyOf(reportId), JSON.stringify(draft));
    } catch {
      // A browser that stores nothing still has what is on the page.
    }
  }
}

const isEmpty = (draft: ReviewDraft): boolean => draft.comments.length === 0 && draft.reason === '';

/** The comments that say something, as they are sent; a suggestion alone is given `ofSuggestion` as its text. */
export const sendable = (comments: readonly PendingComment[], ofSuggestion: string): NewComment[] =>
  comments.filter(saysSomething).map(({ text, suggestion, ...place }) => ({
    ...place,
    text: cleanText(text) || ofSuggestion,
    suggestion: cleanText(suggestion ?? '') || null,
  }));

export const saysSomething = ({ text, suggestion }: PendingComment): boolean =>
  !isBlank(text) || !isBlank(suggestion ?? '');
