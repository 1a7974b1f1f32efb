import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AssignmentStore } from '../data/assignment-store';
import { ActNotice } from '../ui/act-notice';

/** Says what was just done, with a way to take it back for as long as nothing else is done. */
@Component({
  selector: 'ms-done-notice',
  imports: [ActNotice, TranslocoDirective],
  template: `
    <ms-act-notice
      *transloco="let t"
      [shown]="store.done() !== null || store.notice() !== null"
      [bad]="store.done() === null"
    >
      @if (store.done(); as done) {
        <p>{{ t('identity.assignments.done.' + done.what, { person: done.person }) }}</p>
        @if (done.undo) {
          <button type="button" class="button" [disabled]="store.busy()" (click)="done.undo()">
            {{ t('identity.assignments.undo') }}
          </button>
        }
      } @else if (store.notice()) {
        <p>
          {{
            refusal() === null
              ? t('identity.assignments.' + store.notice())
              : refusal() || t('shared.problem.unexpected')
          }}
        </p>
      }
    </ms-act-notice>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class DoneNotice {
  protected readonly store = inject(AssignmentStore);
  /** The server's own words, where it had any; null when the words are ours. */
  protected readonly refusal = computed(() => {
    const notice = this.store.notice();
    return notice === null || typeof notice === 'string' ? null : notice.title;
  });
}
