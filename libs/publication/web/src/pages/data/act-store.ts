import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { CorrectionRequest, PublicationReceipt, PublishRequest } from '@malspar/publication-model';
import { problemOf } from '@malspar/shared-web';
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
  readonly #keys = new Map<string, string>();

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
    const key = this.#keys.get(intent) ?? randomKey();
    this.#keys.set(intent, key);
    try {
      const answer = await act(key);
      this.#keys.delete(intent);
      return answer;
    } catch (error) {
      if (!outcomeUnknown(error)) this.#keys.delete(intent);
      this.#failure.set(error);
      return null;
    } finally {
      this.#busy.set(false);
    }
  }
}

/** Whether it may have been done all the same: no answer, one that cannot be read, or a server in trouble. */
export function outcomeUnknown(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse)) return true;
  const { status, kind } = problemOf(error);
  return status === 0 || status === 408 || (status >= 500 && kind !== 'pdf-not-made');
}

/** A key that nobody else has used. Not crypto.randomUUID: that is missing on plain http other than localhost. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
