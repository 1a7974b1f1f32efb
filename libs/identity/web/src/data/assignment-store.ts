import { computed, inject, Injectable, resource, signal } from '@angular/core';
import type { Assignment, AssignmentInput } from '@malspar/identity-model';
import { dateInZone } from '@malspar/shared-model';
import { problemOf, type ProblemView } from '@malspar/shared-web';
import { type AssignmentFault, faultsOf } from './assignment-faults';
import { inputOf } from './assignment-groups';
import { IdentityClient } from './identity-client';

/** What was just done, for the page to say, and how to take it back. */
export interface AssignmentAct {
  readonly did: 'added' | 'changed' | 'ended' | 'removed' | 'undone';
  readonly name: string;
  readonly undo: (() => Promise<unknown>) | null;
}

/** Who answers for what, with the verbs that change it. */
@Injectable()
export class AssignmentStore {
  readonly #client = inject(IdentityClient);
  readonly #busy = signal(false);
  readonly #faults = signal<readonly AssignmentFault[]>([]);
  readonly #problem = signal<ProblemView | null>(null);
  readonly #act = signal<AssignmentAct | null>(null);

  readonly loaded = resource({
    loader: async () => {
      const client = this.#client;
      const [assignments, people, scopes] = await Promise.all([client.assignments(), client.people(), client.scopes()]);
      return { assignments, people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')), scopes };
    },
  });
  /** Null until the first answer; stays while it is asked anew. */
  readonly all = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  readonly busy = this.#busy.asReadonly();
  readonly faults = this.#faults.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly act = this.#act.asReadonly();

  forget(): void {
    this.#faults.set([]);
    this.#problem.set(null);
  }

  refuse(faults: readonly AssignmentFault[]): void {
    this.#problem.set(null);
    this.#faults.set(faults);
  }

  add(input: AssignmentInput): Promise<boolean> {
    return this.#do('added', async () => {
      const made = await this.#client.create(input);
      // What has begun is kept by the server: it can be ended, not undone.
      const begun = made.from < dateInZone(new Date());
      return { name: made.personName, undo: begun ? null : () => this.#client.remove(made.id) };
    });
  }

  change(before: Assignment, input: AssignmentInput, did: 'changed' | 'ended'): Promise<boolean> {
    return this.#do(did, async () => {
      const after = await this.#client.change(before, input);
      return { name: after.personName, undo: () => this.#client.change(after, inputOf(before)) };
    });
  }

  remove(assignment: Assignment): Promise<boolean> {
    return this.#do('removed', async () => {
      await this.#client.remove(assignment.id);
      return { name: assignment.personName, undo: () => this.#client.create(inputOf(assignment)) };
    });
  }

  undo(): Promise<boolean> {
    const act = this.#act();
    if (!act?.undo) return Promise.resolve(false);
    const { name, undo } = act;
    return this.#do('undone', async () => {
      await undo();
      return { name, undo: null };
    });
  }

  /** True when it went through; else the faults or the problem say why not. */
  async #do(did: AssignmentAct['did'], work: () => Promise<Omit<AssignmentAct, 'did'>>): Promise<boolean> {
    if (this.#busy()) return false;
    this.#busy.set(true);
    this.forget();
    try {
      this.#act.set({ did, ...(await work()) });
      this.loaded.reload();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const faults = faultsOf(problem.errors);
      if (faults.length > 0) this.#faults.set(faults);
      else this.#problem.set(problem);
      if (problem.status === 412) this.loaded.reload();
      return false;
    } finally {
      this.#busy.set(false);
    }
  }
}
