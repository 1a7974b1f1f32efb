import { inject, Injectable, signal } from '@angular/core';
import { Session, TextShelf } from '@malspar/shared-web';
import { DraftStore } from './draft-store';

/** Replies to reviewers' comments: kept in the browser for the one who writes them until they are sent, sent once. */
@Injectable({ providedIn: 'root' })
export class ReplyStore {
  readonly #drafts = inject(DraftStore);
  readonly #shelf = inject(TextShelf);
  readonly #session = inject(Session);
  readonly #busy = signal<ReadonlySet<string>>(new Set());
  readonly #failed = signal<ReadonlySet<string>>(new Set());

  busy = (commentId: string): boolean => this.#busy().has(commentId);
  failed = (commentId: string): boolean => this.#failed().has(commentId);

  /** What was written on an earlier visit and not sent. */
  unsent = (commentId: string): string => this.#shelf.readText(this.#key(commentId)) ?? '';

  keep(commentId: string, text: string): void {
    if (text.trim() === '') this.#shelf.clear(this.#key(commentId));
    else this.#shelf.writeText(this.#key(commentId), text);
  }

  async send(commentId: string, text: string): Promise<void> {
    if (this.busy(commentId)) return;
    this.keep(commentId, text);
    this.#busy.update((ids) => new Set([...ids, commentId]));
    this.#failed.update((ids) => without(ids, commentId));
    try {
      await this.#drafts.reply(commentId, text);
      this.#shelf.clear(this.#key(commentId));
    } catch {
      this.#failed.update((ids) => new Set([...ids, commentId]));
    } finally {
      this.#busy.update((ids) => without(ids, commentId));
    }
  }

  #key(commentId: string): string {
    return `${this.#session.me()?.email ?? ''}.answer.${commentId}`;
  }
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((each) => each !== id));
