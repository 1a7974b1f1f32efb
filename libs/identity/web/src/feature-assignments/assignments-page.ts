import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Assignment, AssignmentInput } from '@malspar/identity-model';
import { type AssignmentKind, dateInZone } from '@malspar/shared-model';
import { Loading, PageHeader, problemOf, ProblemNotice } from '@malspar/shared-web';
import { faultsOfInput } from '../data/assignment-faults';
import { type AssignmentGroup, assignmentGroups, inputOf } from '../data/assignment-groups';
import { AssignmentStore } from '../data/assignment-store';
import { type AssignmentDraft, AssignmentForm, type FormPurpose } from './assignment-form';
import { AssignmentList } from './assignment-list';

interface OpenForm {
  readonly purpose: FormPurpose;
  readonly group: AssignmentGroup;
  readonly assignment: Assignment | null;
  readonly start: AssignmentDraft;
}

const KINDS: readonly AssignmentKind[] = ['owner', 'manager'];

/** Who answers for which focus area and department, and when. */
@Component({
  selector: 'ms-assignments-page',
  imports: [AssignmentForm, AssignmentList, Loading, PageHeader, ProblemNotice, TranslocoDirective],
  providers: [AssignmentStore],
  templateUrl: './assignments-page.html',
  styleUrl: './assignments-page.css',
})
export class AssignmentsPage {
  /** `alla` shows also what is over. */
  readonly visa = input<string>();

  protected readonly store = inject(AssignmentStore);
  protected readonly problemOf = problemOf;
  protected readonly form = signal<OpenForm | null>(null);
  protected readonly withEnded = computed(() => this.visa() === 'alla');
  protected readonly sections = computed(() => {
    const all = this.store.all();
    if (!all) return [];
    const today = dateInZone(new Date());
    return KINDS.map((kind) => ({
      kind,
      groups: assignmentGroups(kind, all.scopes, all.assignments, today, this.withEnded()),
    }));
  });
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);

  protected showEnded(all: boolean): void {
    void this.#router.navigate([], { queryParams: { visa: all ? 'alla' : null }, replaceUrl: true });
  }

  protected open(purpose: FormPurpose, group: AssignmentGroup, assignment: Assignment | null): void {
    const today = dateInZone(new Date());
    const fresh = { personId: '', kind: group.kind, scopeId: group.scopeId, deputy: false, from: today, to: null };
    const before = assignment ? inputOf(assignment) : fresh;
    this.store.forget();
    this.form.set({ purpose, group, assignment, start: purpose === 'end' ? { ...before, to: today } : before });
  }

  protected close(): void {
    const form = this.form();
    this.form.set(null);
    this.store.forget();
    if (form) this.#focus(form.assignment ? `${form.purpose}-${form.assignment.id}` : `add-${form.group.scopeId}`);
  }

  protected async save(draft: AssignmentDraft): Promise<void> {
    const form = this.form();
    if (!form) return;
    const faults = faultsOfInput(draft);
    if (form.purpose === 'end' && draft.to === null) faults.push({ field: 'to', text: 'to-required' });
    if (faults.length > 0) return this.store.refuse(faults);
    if (await this.#send(form, draft)) this.#done();
  }

  protected async remove(assignment: Assignment): Promise<void> {
    this.form.set(null);
    if (await this.store.remove(assignment)) this.#done();
  }

  protected async undo(): Promise<void> {
    if (await this.store.undo()) this.#done();
  }

  #send({ purpose, assignment }: OpenForm, input: AssignmentInput): Promise<boolean> {
    if (!assignment) return this.store.add(input);
    return this.store.change(assignment, input, purpose === 'end' ? 'ended' : 'changed');
  }

  #done(): void {
    this.form.set(null);
    this.#focus('assignment-act');
  }

  /** What had the focus may be gone; it goes on from where the person was. */
  #focus(id: string): void {
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.#injector });
  }
}
