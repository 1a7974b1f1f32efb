import { inject, Injectable, signal } from '@angular/core';
import type { TransitionReceipt, TransitionRequest } from '@malspar/reporting-model';
import { IntentKeys } from '@malspar/shared-web';
import { ReportingClient } from './reporting-client';
import { outcomeUnknown } from './save-outcome';

/**
 * Takes transitions of reports, each once however often the button is pressed: while the outcome is unknown the same
 * request keeps its key, so that a retry after a lost response gets that response instead of a second transition.
 */
@Injectable({ providedIn: 'root' })
export class TransitionStore {
  readonly #client = inject(ReportingClient);
  readonly #busy = signal(false);
  readonly #failure = signal<unknown>(null);
  readonly #keys = new IntentKeys(outcomeUnknown);

  readonly busy = this.#busy.asReadonly();
  /** The error of the last attempt; null when it went well or none was made. */
  readonly failure = this.#failure.asReadonly();

  /** The receipt, or null: then `failure` says why, or another transition is still under way. */
  async take(reportId: string, request: TransitionRequest): Promise<TransitionReceipt | null> {
    if (this.#busy()) return null;
    this.#busy.set(true);
    this.#failure.set(null);
    const intent = `${reportId} ${JSON.stringify(request)}`;
    try {
      return await this.#keys.use(intent, (key) => this.#client.transition(reportId, request, key));
    } catch (error) {
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
