import { inject, Injectable } from '@angular/core';
import { Session, TextShelf } from '@malspar/shared-web';
import { EMPTY_DRAFT, type WrittenDraft } from './written-draft';

/** What a person has written around a period's reports, kept in the browser until it is published. */
@Injectable({ providedIn: 'root' })
export class DraftMemory {
  readonly #shelf = inject(TextShelf);
  readonly #session = inject(Session);

  read(period: string): WrittenDraft {
    try {
      const kept = JSON.parse(this.#shelf.readText(this.#key(period)) ?? '{}') as Partial<WrittenDraft>;
      return { ...EMPTY_DRAFT, ...kept };
    } catch {
      return EMPTY_DRAFT;
    }
  }

  write(period: string, written: WrittenDraft): void {
    this.#shelf.writeText(this.#key(period), JSON.stringify(written));
  }

  clear(period: string): void {
    this.#shelf.clear(this.#key(period));
  }

  #key(period: string): string {
    return `${this.#session.me()?.email ?? ''}.publication.${period}`;
  }
}
