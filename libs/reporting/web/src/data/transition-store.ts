import { inject, Injectable, signal } from '@angular/core';
import type { TransitionReceipt, TransitionRequest } from '@malspar/reporting-model';
import { ReportingClient } from './reporting-client';
import { saveFailure } from './save-outcome';

/**
 * Takes steps with reports, each once however often the button is pressed: while the outcome is unknown the same
 * request keeps its key, so that a retry after a lost answer gets that answer instead of a second step.
 */
@Injectable({ providedIn: 'root' })
export class TransitionStore {
  readonly #client = inject(ReportingClient);
  readonly #busy = signal(false);
  readonly #failure = signal<unknown>(null);
  readonly #keys = new Map<string, string>();

  readonly busy = this.#busy.asReadonly();
  /** The error of the last attempt; null when it went well or none was made. */
  readonly failure = this.#failure.asReadonly();

  /** The receipt, or null: then `failure` says why, or another step is still under way. */
  async take(reportId: string, request: TransitionRequest): Promise<TransitionReceipt | null> {
    if (this.#busy()) return null;
    this.#busy.set(true);
    this.#failure.set(null);
    const intent = `${reportId} ${JSON.stringify(request)}`;
    const key = this.#keys.get(intent) ?? randomKey();
    this.#keys.set(intent, key);
    try {
      const receipt = await this.#client.transition(reportId, request, key);
      this.#keys.delete(intent);
      return receipt;
    } catch (error) {
      const { kind } = saveFailure(error);
      if (kind !== 'unreachable' && kind !== 'signed-out') this.#keys.delete(intent);
      this.#failure.set(error);
      return null;
    } finally {
      this.#busy.set(false);
    }
  }

  forget(): void {
    this.#failure.set(null);
  }
}

// Not crypto.randomUUID: that is missing on plain http addresses other than localhost.
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
