import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Assignment } from '@malspar/identity-model';
import { dateInZone, isolated } from '@malspar/shared-model';
import { ErrorSummary, FocusKeeper } from '@malspar/shared-web';
import {
  type AssignmentDraft,
  type DraftFault,
  draftFaults,
  draftOf,
  emptyDraft,
  faultText,
  readDraft,
} from '../data/assignment-draft';
import type { AssignmentGroup } from '../data/assignment-groups';
import { AssignmentStore, type SaveOutcome } from '../data/assignment-store';
import { AssignmentConflict } from '../ui/assignment-conflict';

let shown = 0;

/** A new assignment, or a change of one. */
@Component({
  selector: 'ms-assignment-form',
  imports: [AssignmentConflict, ErrorSummary, TranslocoDirective],
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
  /** What the person has written; the rest follows the assignment, however often it is read again. */
  readonly #written = signal<Partial<AssignmentDraft>>({});
  protected readonly draft = computed<AssignmentDraft>(() => {
    const assignment = this.assignment();
    const { kind, scope } = this.group();
    const before = assignment ? draftOf(assignment) : emptyDraft(kind, scope.id, dateInZone(new Date()));
    return { ...before, ...this.#written() };
  });
  /** The version that the person has seen, and answers for overwriting. */
  readonly #seen = linkedSignal(() => this.assignment()?.version ?? 0);
  protected readonly faults = signal<readonly DraftFault[]>([]);
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

  protected write(change: Partial<AssignmentDraft>): void {
    this.#written.update((written) => ({ ...written, ...change }));
    this.faults.update((faults) => faults.filter(({ field }) => !(field in change)));
  }

  protected faultOf(field: DraftFault['field']): string | null {
    const fault = this.faults().find((each) => each.field === field);
    return fault ? faultText(fault) : null;
  }

  protected links(translate: (key: string) => string): { id: string; text: string }[] {
    return this.faults().map((fault) => ({
      id: `${this.id}-${['personId', 'from', 'to'].includes(fault.field) ? fault.field : 'personId'}`,
      text: translate(faultText(fault)),
    }));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const read = readDraft(this.draft());
    this.refused.set(null);
    this.faults.set('faults' in read ? read.faults : []);
    if ('faults' in read) return;
    const assignment = this.assignment();
    const outcome = assignment
      ? await this.store.change(assignment, this.#seen(), read.input)
      : await this.store.create(read.input);
    this.#take(outcome);
  }

  /** The person has seen what the other one saved, and means to replace it. */
  protected async keepMine(current: Assignment): Promise<void> {
    this.#seen.set(current.version);
    this.conflict.set(null);
    await this.save();
  }

  protected async takeTheirs(): Promise<void> {
    await this.store.load();
    this.closed.emit();
  }

  #take(outcome: SaveOutcome): void {
    switch (outcome.kind) {
      case 'saved':
      case 'gone':
        this.closed.emit();
        break;
      case 'changed':
        this.conflict.set(outcome);
        break;
      case 'refused':
        this.faults.set(draftFaults(outcome.problem.errors));
        this.refused.set(
          this.faults().length > 0 ? null : outcome.problem.kind === 'network' ? 'network' : 'unexpected',
        );
        break;
      case 'ignored':
        break;
    }
  }
}
