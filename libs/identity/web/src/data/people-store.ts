import { inject, Injectable, resource, signal } from '@angular/core';
import type { ListedPerson, PersonAccess } from '@malspar/identity-model';
import { problemOf, type ProblemView } from '@malspar/shared-web';
import { type AccessAct, IdentityClient } from './identity-client';

/** What was just done about somebody's access. */
export interface DoneAccess extends PersonAccess {
  readonly act: AccessAct;
}

/** How many people a page of the list has. */
export const PEOPLE_PER_PAGE = 50;

/** One page of the people that are asked for, and who of them may come in. */
@Injectable()
export class PeopleStore {
  readonly #client = inject(IdentityClient);
  readonly #asked = signal<{ readonly q: string; readonly page: number } | undefined>(undefined);
  readonly #done = signal<DoneAccess | null>(null);
  readonly #refusal = signal<ProblemView | null>(null);
  readonly #busy = signal(false);

  readonly people = resource({
    params: () => this.#asked(),
    loader: ({ params: { q, page } }) => this.#client.peopleFound(q, page, PEOPLE_PER_PAGE),
  });
  readonly done = this.#done.asReadonly();
  readonly refusal = this.#refusal.asReadonly();
  readonly busy = this.#busy.asReadonly();

  show(q: string, page: number): void {
    this.#asked.set({ q, page });
  }

  /** One act at a time; a second press while the first is under way does nothing. */
  async change({ id }: ListedPerson, act: AccessAct): Promise<void> {
    if (this.#busy()) return;
    this.#busy.set(true);
    this.#done.set(null);
    this.#refusal.set(null);
    try {
      const access = await this.#client.changeAccess(id, act);
      this.#done.set({ ...access, act });
      this.#take(access.person);
    } catch (error) {
      this.#refusal.set(problemOf(error));
    } finally {
      this.#busy.set(false);
    }
  }

  #take(changed: PersonAccess['person']): void {
    this.people.update(
      (list) =>
        list && { ...list, items: list.items.map((each) => (each.id === changed.id ? { ...each, ...changed } : each)) },
    );
  }
}
