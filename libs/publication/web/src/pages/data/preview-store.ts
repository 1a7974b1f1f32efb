import { computed, inject, Injectable, signal } from '@angular/core';
import type { PublicationDraft, PublicationPreviewReceipt } from '@malspar/publication-model';
import { PublicationClient } from './publication-client';

/** Page and files made as they would be published, from what was written when they were made. */
@Injectable()
export class PreviewStore {
  readonly #client = inject(PublicationClient);
  readonly #made = signal<{ readonly receipt: PublicationPreviewReceipt; readonly from: string } | null>(null);
  readonly #making = signal(false);
  readonly #failure = signal<unknown>(null);

  readonly receipt = computed(() => this.#made()?.receipt ?? null);
  readonly making = this.#making.asReadonly();
  readonly failure = this.#failure.asReadonly();

  /** Makes a new one; while one is being made nothing happens. */
  async make(period: string, draft: PublicationDraft): Promise<void> {
    if (this.#making()) return;
    this.#making.set(true);
    try {
      this.#made.set({ receipt: await this.#client.makePreview(period, draft), from: JSON.stringify(draft) });
      this.#failure.set(null);
    } catch (error) {
      this.#failure.set(error);
    }
    this.#making.set(false);
  }

  /** Nothing has been made yet. */
  forget(): void {
    this.#made.set(null);
    this.#failure.set(null);
  }

  /** Whether what is shown was made from this draft and this content. */
  shows(draft: PublicationDraft, contentHash: string | null): boolean {
    const made = this.#made();
    return made?.from === JSON.stringify(draft) && made.receipt.contentHash === contentHash;
  }
}
