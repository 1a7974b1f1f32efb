import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Assignment } from '@malspar/identity-model';
import { dateInZone, isolated } from '@malspar/shared-model';
import { FocusKeeper } from '@malspar/shared-web';
import {
  Field,
  FieldControl,
  FieldDescription,
  following,
  FormErrors,
  type FormFault,
  formFaults,
  FormHost,
  plainForm,
} from '@malspar/shared-web/form';
import { assignmentSchema, draftOf, emptyDraft, faultText, readDraft } from '../data/assignment-draft';
import type { AssignmentGroup } from '../data/assignment-groups';
import { AssignmentStore, type SaveOutcome } from '../data/assignment-store';
import { AssignmentConflict } from '../ui/assignment-conflict';

let shown = 0;

/** A new assignment, or a change of one. */
@Component({
  selector: 'ms-assignment-form',
  imports: [
    AssignmentConflict,
    Field,
    FieldControl,
    FieldDescription,
    FormErrors,
    FormField,
    FormHost,
    TranslocoDirective,
  ],
  templateUrl: './assignment-form.html',
  styleUrl: './assignment-form.css',
})
export class AssignmentForm {
  readonly group = input.required<AssignmentGroup>();
  /** Absent for a new one. */
  readonly assignment = input<Assignment>();
  readonly closed = output();

  protected readonly store = inject(AssignmentStore);
  protected readonly isolated = isolated;
  protected readonly id = `assignment-${++shown}`;
  readonly #before = computed(() => {
    const assignment = this.assignment();
    const { kind, scope } = this.group();
    return assignment ? draftOf(assignment) : emptyDraft(kind, scope.id, dateInZone(new Date()));
  });
  /** What the person has written; the rest follows the assignment, however often it is read again. */
  protected readonly draft = following(this.#before);
  protected readonly form = plainForm(this.draft, {
    name: this.id,
    schema: assignmentSchema,
    send: () => this.#save(),
  });
  /** The version that the person has seen, and answers for overwriting. */
  readonly #seen = linkedSignal(() => this.assignment()?.version ?? 0);
  protected readonly refused = signal<string | null>(null);
  protected readonly conflict = signal<Extract<SaveOutcome, { kind: 'changed' }> | null>(null);

  /** Those who can be chosen: the active, and whoever has it now. */
  protected readonly people = computed(() =>
    this.store
      .people()
      .filter((person) => person.active || person.id === this.assignment()?.personId)
      .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
  );
  protected readonly chosen = computed(() => this.people().find((person) => person.id === this.draft().personId));
  /** Why the assignment would not count yet. */
  protected readonly doubt = computed(() => {
    const person = this.chosen();
    if (!person || person.roles.includes(this.group().kind)) return null;
    return person.lastSignInAt === null ? 'neverSignedIn' : 'lacksRole';
  });

  constructor() {
    inject(FocusKeeper).moveTo(`${this.id}-personId`);
  }

  /** The person has seen what the other one saved, and means to replace it. */
  protected async keepMine(current: Assignment): Promise<void> {
    this.#seen.set(current.version);
    this.conflict.set(null);
    await this.form.send();
  }

  protected async takeTheirs(): Promise<void> {
    await this.store.load();
    this.closed.emit();
  }

  async #save(): Promise<readonly FormFault[]> {
    const read = readDraft(this.draft());
    this.refused.set(null);
    if ('faults' in read) return [];
    const assignment = this.assignment();
    const outcome = assignment
      ? await this.store.change(assignment, this.#seen(), read.input)
      : await this.store.create(read.input);
    return this.#take(outcome);
  }

  #take(outcome: SaveOutcome): readonly FormFault[] {
    if (outcome.kind === 'saved' || outcome.kind === 'gone') this.closed.emit();
    if (outcome.kind === 'changed') this.conflict.set(outcome);
    if (outcome.kind !== 'refused') return [];
    const { errors, kind } = outcome.problem;
    if (errors.length === 0) this.refused.set(kind === 'network' ? 'network' : 'unexpected');
    return formFaults(this.form.fields, errors, faultText);
  }
}
