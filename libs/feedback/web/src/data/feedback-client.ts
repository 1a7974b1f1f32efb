import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { FeedbackComments, FeedbackHandling, FeedbackPages, type FeedbackShelf } from '@malspar/feedback-model';
import { firstValueFrom, type Observable } from 'rxjs';
import type * as z from 'zod';

const API = '/api/v1/feedback';

/** What of all votes is asked for; absent is everything. */
export interface FeedbackSpan {
  /** The first day. */
  readonly from?: string;
  readonly path?: string;
}

/**
 * Every route on what visitors think of the public pages. Failures reject with Angular's `HttpErrorResponse`, responses
 * of another shape with a `ZodError`.
 */
@Injectable({ providedIn: 'root' })
export class FeedbackClient {
  readonly #http = inject(HttpClient);

  pages(asked: FeedbackSpan & { withComment: boolean; page: number; limit: number }): Promise<FeedbackPages> {
    return this.#parsed(this.#http.get<unknown>(`${API}/pages`, { params: { ...asked } }), FeedbackPages);
  }

  comments(asked: FeedbackSpan & { shelf: FeedbackShelf; page: number; limit: number }): Promise<FeedbackComments> {
    return this.#parsed(this.#http.get<unknown>(`${API}/comments`, { params: { ...asked } }), FeedbackComments);
  }

  /** Marks the comment as read, or as not read; again is safe. */
  handle(id: string, handled: boolean): Promise<FeedbackHandling> {
    return this.#parsed(this.#http.put<unknown>(`${API}/comments/${id}/handled`, { handled }), FeedbackHandling);
  }

  async #parsed<S extends z.ZodType>(response: Observable<unknown>, schema: S): Promise<z.infer<S>> {
    return schema.parse(await firstValueFrom(response));
  }
}
