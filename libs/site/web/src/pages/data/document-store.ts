import { computed, inject, Injectable, signal } from '@angular/core';
import { moved } from '@malspar/shared-model';
import { problemOf } from '@malspar/shared-web';
import type { DocumentDetails, PlanDocument } from '@malspar/site-model';
import { SiteClient } from './site-client';

/** What was just done, to be said; `id` where it can be undone. */
export interface Done {
  readonly act: 'uploaded' | 'changed' | 'replaced' | 'withdrawn' | 'restored';
  readonly title: string;
  readonly id: string;
}

/** The plan's documents as they are looked after. */
@Injectable()
export class DocumentStore {
  readonly #client = inject(SiteClient);
  readonly #documents = signal<readonly PlanDocument[] | null>(null);
  readonly #failure = signal<unknown>(null);
  readonly #actFailure = signal<unknown>(null);
  readonly #done = signal<Done | null>(null);
  readonly #busy = signal(false);

  /** Null until they are known. */
  readonly listed = computed(() => this.#documents()?.filter(({ position }) => position !== null) ?? null);
  readonly withdrawn = computed(() => this.#documents()?.filter(({ position }) => position === null) ?? []);
  /** Why the documents are not known. */
  readonly failure = this.#failure.asReadonly();
  /** Why the last act did not go through. */
  readonly actFailure = this.#actFailure.asReadonly();
  readonly done = this.#done.asReadonly();
  readonly busy = this.#busy.asReadonly();

  async load(): Promise<void> {
    try {
      this.#documents.set(await this.#client.documents());
      this.#failure.set(null);
    } catch (error) {
      this.#failure.set(error);
    }
  }

  /** Takes in a document that has been uploaded or has a new file. */
  async take(act: 'uploaded' | 'replaced', { title, id }: PlanDocument): Promise<void> {
    this.#done.set({ act, title, id });
    await this.load();
  }

  /** What the document is now, or null; then `actFailure` says why. */
  describe(id: string, revision: number, details: DocumentDetails): Promise<boolean> {
    return this.#act('changed', () => this.#client.describe(id, revision, details));
  }

  withdraw(id: string): Promise<boolean> {
    return this.#act('withdrawn', () => this.#client.withdraw(id));
  }

  restore(id: string): Promise<boolean> {
    return this.#act('restored', () => this.#client.restore(id));
  }

  /** One step up or down. False when it did not go through; the list is then read anew. */
  async move(id: string, step: -1 | 1): Promise<boolean> {
    const before = this.#documents() ?? [];
    const ids = (this.listed() ?? []).map((each) => each.id);
    const order = moved(ids, id, step);
    if (order.join() === ids.join()) return false;
    // Shown at once, so that the next step is taken from there.
    this.#documents.set([...before].sort((a, b) => placeIn(order, a) - placeIn(order, b)));
    return this.#act(null, async () => {
      this.#documents.set(await this.#client.order(order));
      return null;
    });
  }

  forget(): void {
    this.#actFailure.set(null);
    this.#done.set(null);
  }

  async #act(act: Done['act'] | null, work: () => Promise<PlanDocument | null>): Promise<boolean> {
    this.forget();
    this.#busy.set(true);
    try {
      const document = await work();
      if (document && act) await this.load();
      if (document && act) this.#done.set({ act, title: document.title, id: document.id });
      return true;
    } catch (error) {
      this.#actFailure.set(error);
      // What was shown may no longer be so.
      if ([404, 409, 412].includes(problemOf(error).status) || act === null) await this.load();
      return false;
    } finally {
      this.#busy.set(false);
    }
  }
}

const placeIn = (order: readonly string[], { id }: PlanDocument): number => {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
};
