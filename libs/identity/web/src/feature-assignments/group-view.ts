import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Assignment } from '@malspar/identity-model';
import type { AssignmentGroup } from '../data/assignment-groups';
import { AssignmentStore } from '../data/assignment-store';
import { AssignmentLine } from '../ui/assignment-line';
import { AssignmentForm } from './assignment-form';
import { FocusKeeper, PlanText } from '@malspar/shared-web';

/** One focus area or department: who answers for it, and a place to change that. */
@Component({
  selector: 'ms-assignment-group',
  imports: [AssignmentForm, AssignmentLine, TranslocoDirective, PlanText],
  templateUrl: './group-view.html',
  styleUrl: './group-view.css',
})
export class GroupView {
  readonly group = input.required<AssignmentGroup>();

  protected readonly store = inject(AssignmentStore);
  /** Which assignment is being changed; `new` is a new one. */
  protected readonly editing = signal<string | null>(null);
  protected readonly headingId = computed(() => `scope-${this.group().scope.id}`);
  readonly #focus = inject(FocusKeeper);

  protected edit(which: string): void {
    this.editing.set(which);
  }

  /** The form is gone, and the focus must not go with it. */
  protected close(): void {
    this.editing.set(null);
    this.#focus.moveTo(this.headingId());
  }

  protected async end(assignment: Assignment): Promise<void> {
    await this.store.end(assignment);
    this.close();
  }
}
