import { inject, Injectable, signal } from '@angular/core';
import type { CorrectionRequest, PublicationReceipt, PublishRequest } from '@malspar/publication-model';
import { IntentKeys, outcomeUnknown } from '@malspar/shared-web';
import { PublicationClient } from './publication-client';

/**
 * Publishes and corrects, each once however often the button is pressed: while the outcome is unknown the same request
 * keeps its key, so that a retry after a lost answer gets that answer instead of a second version.
 */
@Injectable({ providedIn: 'root' })
export class ActStore {
  readonly #client = inject(PublicationClient);
  readonly #busy = signal(false);
  readonly #failure = signal<unknown>(null);
  readonly #keys = new IntentKeys(outcomeUnknown);

  readonly busy = this.#busy.asReadonly();
  /** The error of the last attempt; null when it went well or none was made. */
  readonly failure = this.#failure.asReadonly();

  /** The receipt, or null: then `failure` says why, or an attempt is still under way. */
  publish(period: string, request: PublishRequest): Promise<PublicationReceipt | null> {
    return this.#once(`publish ${period} ${JSON.stringify(request)}`, (key) =>
      this.#client.publish(period, request, key),
    );
  }

  correct(period: string, request: CorrectionRequest): Promise<{ reportId: string } | null> {
    return this.#once(`correct ${period} ${JSON.stringify(request)}`, (key) =>
      this.#client.correct(period, request, key),
    );
  }

  forget(): void {
    this.#failure.set(null);
  }

  async #once<T>(intent: string, act: (key: string) => Promise<T>): Promise<T | null> {
    if (this.#busy()) return null;
    this.#busy.set(true);
    this.#failure.set(null);
    try {
      return await this.#keys.use(intent, act);
    } catch (error) {
      this.#failure.set(error);
      return null;
    } finally {
      this.#busy.set(false);
    }
  }
}
