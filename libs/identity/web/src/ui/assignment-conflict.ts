import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Assignment } from '@malspar/identity-model';
import { changedByKey, formatDate } from '@malspar/shared-web';
import type { AssignmentDraft } from '../data/assignment-draft';

interface Difference {
  /** The key of the field's name. */
  readonly field: string;
  /** Texts, or keys of texts for what is not a name or a day. */
  readonly theirs: string;
  readonly mine: string;
}

const day = (date: string | null): string => (date ? formatDate(date) : 'identity.assignments.conflict.open');
const yesNo = (yes: boolean): string => `identity.assignments.conflict.${yes ? 'yes' : 'no'}`;

/** It was saved meanwhile, here in another tab or by somebody else: both versions of what differs, and a choice. */
@Component({
  selector: 'ms-assignment-conflict',
  imports: [TranslocoDirective],
  template: `
    <section class="notice warn" role="alert" *transloco="let t">
      <h5>{{ t(changedByKey(byYourself())) }}</h5>
      @if (differences().length > 0) {
        <p>{{ t('identity.assignments.conflict.text') }}</p>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ t('identity.assignments.conflict.field') }}</th>
              <th scope="col">{{ t('identity.assignments.conflict.theirs') }}</th>
              <th scope="col">{{ t('identity.assignments.conflict.mine') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (difference of differences(); track difference.field) {
              <tr>
                <th scope="row">{{ t(difference.field) }}</th>
                <td>{{ word(difference.theirs, t) }}</td>
                <td>{{ word(difference.mine, t) }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <p>{{ t('identity.assignments.conflict.same') }}</p>
      }
      <p class="cluster">
        @if (differences().length > 0) {
          <button type="button" class="button" [disabled]="busy()" (click)="keepMine.emit()">
            {{ t('identity.assignments.conflict.keepMine') }}
          </button>
        }
        <button type="button" class="button" [disabled]="busy()" (click)="takeTheirs.emit()">
          {{ t('identity.assignments.conflict.takeTheirs') }}
        </button>
      </p>
    </section>
  `,
  styles: `
    h5 {
      font-size: 1.0625rem;
      margin-block: 0 var(--s2);
    }
    .table {
      margin-block-end: var(--s4);
    }
    th[scope='row'] {
      font-weight: 400;
    }
  `,
})
export class AssignmentConflict {
  readonly theirs = input.required<Assignment>();
  readonly byYourself = input.required<boolean>();
  readonly mine = input.required<AssignmentDraft>();
  readonly mineName = input.required<string>();
  readonly busy = input(false);
  readonly keepMine = output();
  readonly takeTheirs = output();

  protected readonly changedByKey = changedByKey;
  protected readonly differences = computed((): Difference[] => {
    const [theirs, mine] = [this.theirs(), this.mine()];
    return [
      { field: 'identity.assignments.form.person', theirs: theirs.personName, mine: this.mineName() },
      { field: 'identity.assignments.deputy', theirs: yesNo(theirs.deputy), mine: yesNo(mine.deputy) },
      { field: 'identity.assignments.form.from', theirs: day(theirs.from), mine: day(mine.from) },
      { field: 'identity.assignments.form.to', theirs: day(theirs.to), mine: day(mine.to) },
    ].filter((difference) => difference.theirs !== difference.mine);
  });

  protected word(text: string, translate: (key: string) => string): string {
    return text.startsWith('identity.') ? translate(text) : text;
  }
}
