import { inject, Injectable } from '@angular/core';
import { Session, TextShelf } from '@malspar/shared-web';
import { EMPTY_DRAFT, type WrittenDraft } from './written-draft';

/** Which publication something was written around; without a kind, one of the usual kind. */
type Publication = readonly [period: string, contentKind?: string];

/** What a person has written around a period's reports, kept in the browser until it is published. */
@Injectable({ providedIn: 'root' })
export class DraftMemory {
  readonly #shelf = inject(TextShelf);
  readonly #session = inject(Session);

  read(...of: Publication): WrittenDraft {
    try {
      const kept = JSON.parse(this.#shelf.readText(this.#key(...of)) ?? '{}') as Partial<WrittenDraft>;
      return { ...EMPTY_DRAFT, ...kept };
    } catch {
      return EMPTY_DRAFT;
    }
  }

  write(written: WrittenDraft, ...of: Publication): void {
    this.#shelf.writeText(this.#key(...of), JSON.stringify(written));
  }

  clear(...of: Publication): void {
    this.#shelf.clear(this.#key(...of));
  }

  #key(period: string, contentKind?: string): string {
    const kind = contentKind === undefined ? '' : `${contentKind}.`;
    return `${this.#session.me()?.email ?? ''}.publication.${kind}${period}`;
  }
}
