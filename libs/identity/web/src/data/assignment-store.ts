import { computed, inject, Injectable, signal } from '@angular/core';
import { Assignment, type AssignmentInput, inputOf, type Person } from '@malspar/identity-model';
import { dateInZone } from '@malspar/shared-model';
import { problemOf, type ProblemView } from '@malspar/shared-web';
import { groupAssignments } from './assignment-groups';
import { IdentityClient } from './identity-client';
import type { PlanScopes } from './shapes';

/** What was just done, so that it can be said and taken back. */
export interface DoneAct {
  readonly what: 'created' | 'changed' | 'ended' | 'removed' | 'undone';
  readonly person: string;
  /** Absent where there is nothing to take back. */
  readonly undo?: () => Promise<void>;
}

/** How a save went. On `changed` the server's assignment is the one to decide about. */
export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'changed'; readonly current: Assignment; readonly problem: ProblemView }
  | { readonly kind: 'gone' }
  /** Another save is under way: nothing was sent. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly problem: ProblemView };

interface Loaded {
  readonly assignments: readonly Assignment[];
  readonly people: readonly Person[];
  readonly plan: PlanScopes;
}

/** The assignments, those who can have one, and what they can be for. */
@Injectable()
export class AssignmentStore {
  readonly #client = inject(IdentityClient);
  readonly #loaded = signal<Loaded | null>(null);
  readonly #failure = signal<unknown>(null);
  readonly #done = signal<DoneAct | null>(null);
  readonly #notice = signal<'gone' | 'hasEnded' | ProblemView | null>(null);
  readonly #busy = signal(false);

  /** Why the list could not be read. */
  readonly failure = this.#failure.asReadonly();
  readonly done = this.#done.asReadonly();
  /** What did not go as meant, outside any form. */
  readonly notice = this.#notice.asReadonly();
  readonly busy = this.#busy.asReadonly();
  readonly people = computed(() => this.#loaded()?.people ?? []);
  readonly groups = computed(() => {
    const loaded = this.#loaded();
    if (!loaded) return null;
    const shutOut = new Set(loaded.people.filter(({ active }) => !active).map(({ id }) => id));
    return groupAssignments(loaded.assignments, loaded.plan, dateInZone(new Date()), shutOut);
  });

  async load(): Promise<void> {
    this.#failure.set(null);
    try {
      const [assignments, people, plan] = await Promise.all([
        this.#client.assignments(),
        this.#client.people(),
        this.#client.scopes(),
      ]);
      this.#loaded.set({ assignments, people, plan });
    } catch (error) {
      this.#failure.set(error);
    }
  }

  create(input: AssignmentInput): Promise<SaveOutcome> {
    return this.#save(async () => {
      const { id, personName: person, from } = await this.#client.create(input);
      // One that has served a day can be ended, but not made undone.
      const served = from < dateInZone(new Date());
      const undo = (): Promise<void> => this.#undo(person, () => this.#client.remove(id));
      return () => ({ what: 'created', person, ...(served ? {} : { undo }) });
    });
  }

  /** `version` is the one that the person has seen. */
  change(before: Assignment, version: number, input: AssignmentInput): Promise<SaveOutcome> {
    return this.#save(async () => {
      const after = await this.#client.change(before.id, version, input);
      const undo = (): Promise<void> =>
        this.#undo(before.personName, () => this.#client.change(after.id, after.version, inputOf(before)));
      // What somebody else had saved in between is not ours to bring back.
      return () => ({ what: 'changed', person: after.personName, ...(version === before.version ? { undo } : {}) });
    });
  }

  /** Ends it if it has begun, else takes it away; either can be taken back. */
  async end(assignment: Assignment): Promise<void> {
    const { id, personName: person } = assignment;
    const outcome = await this.#save(async () => {
      await this.#client.remove(id);
      return () => {
        const left = this.#loaded()?.assignments.find((each) => each.id === id);
        const input = inputOf(assignment);
        const takeBack = (): Promise<unknown> =>
          left ? this.#client.change(id, left.version, input) : this.#client.create(input);
        return { what: left ? 'ended' : 'removed', person, undo: () => this.#undo(person, takeBack) };
      };
    });
    this.#explain(outcome);
    if (outcome.kind === 'refused') await this.#reload();
  }

  async #undo(person: string, takeBack: () => Promise<unknown>): Promise<void> {
    const outcome = await this.#save(async () => {
      await takeBack();
      return () => ({ what: 'undone', person });
    });
    this.#explain(outcome);
  }

  /** Says how an act without a form went, where it did not go well. */
  #explain(outcome: SaveOutcome): void {
    if (outcome.kind === 'gone') this.#notice.set('gone');
    if (outcome.kind === 'changed') this.#notice.set(outcome.problem);
    if (outcome.kind !== 'refused') return;
    this.#notice.set(outcome.problem.kind === 'wrong-state' ? 'hasEnded' : outcome.problem);
  }

  /** Writes, takes the list as it then is, and says what was done. */
  async #save(write: () => Promise<() => DoneAct>): Promise<SaveOutcome> {
    if (this.#busy()) return { kind: 'ignored' };
    this.#busy.set(true);
    this.#done.set(null);
    this.#notice.set(null);
    try {
      const tell = await write();
      await this.#reload();
      this.#done.set(tell());
      return { kind: 'saved' };
    } catch (error) {
      return await this.#failed(problemOf(error));
    } finally {
      this.#busy.set(false);
    }
  }

  async #failed(problem: ProblemView): Promise<SaveOutcome> {
    const current = problem.status === 412 ? Assignment.safeParse(problem.current).data : undefined;
    if (current) return { kind: 'changed', current, problem };
    if (problem.status !== 404) return { kind: 'refused', problem };
    await this.#reload();
    return { kind: 'gone' };
  }

  /** The list as the server has it now; if it cannot be had, the page says so. */
  async #reload(): Promise<void> {
    try {
      const assignments = await this.#client.assignments();
      this.#loaded.update((loaded) => loaded && { ...loaded, assignments });
    } catch (error) {
      this.#failure.set(error);
    }
  }
}
