import { inject, Injectable, signal } from '@angular/core';
import { IntentKeys, outcomeUnknown, problemOf, Session } from '@malspar/shared-web';
import type { PlanDocument } from '@malspar/site-model';
import { SiteClient, type UploadTarget } from './site-client';

/**
 * Sends a file, once however often the button is pressed: while the outcome is unknown the same file for the same
 * purpose keeps its key, so that a retry after a lost answer gets that answer instead of a second document.
 */
@Injectable()
export class UploadStore {
  readonly #client = inject(SiteClient);
  readonly #session = inject(Session);
  readonly #sent = signal<number | null>(null);
  readonly #failure = signal<unknown>(null);
  readonly #keys = new IntentKeys(outcomeUnknown);

  /** The part that has left, 0–1; null while nothing is being sent. */
  readonly sent = this.#sent.asReadonly();
  /** The error of the last attempt; null when it went well or none was made. */
  readonly failure = this.#failure.asReadonly();

  forget(): void {
    this.#failure.set(null);
  }

  /** The document, or null: then `failure` says why, or an attempt is still under way. */
  async send(target: UploadTarget, file: File): Promise<PlanDocument | null> {
    if (this.#sent() !== null) return null;
    this.#sent.set(0);
    this.#failure.set(null);
    const intent = JSON.stringify([target, file.name, file.size, file.lastModified]);
    try {
      return await this.#keys.use(intent, (key) =>
        this.#client.upload(target, file, key, (part) => this.#sent.set(part)),
      );
    } catch (error) {
      if (problemOf(error).status === 401) this.#session.noteSignedOut();
      this.#failure.set(error);
      return null;
    } finally {
      this.#sent.set(null);
    }
  }
}
