import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AssignmentStore } from '../data/assignment-store';

/** Says what was just done, with a way to take it back for as long as nothing else is done. */
@Component({
  selector: 'ms-done-notice',
  imports: [TranslocoDirective],
  template: `
    <div class="place" role="status" *transloco="let t">
      @if (store.done(); as done) {
        <div class="notice cluster">
          <p>{{ t('identity.assignments.done.' + done.what, { person: done.person }) }}</p>
          @if (done.undo) {
            <button type="button" class="button" [disabled]="store.busy()" (click)="done.undo()">
              {{ t('identity.assignments.undo') }}
            </button>
          }
        </div>
      } @else if (store.notice()) {
        <p class="notice bad">
          {{
            refusal() === null
              ? t('identity.assignments.' + store.notice())
              : refusal() || t('shared.problem.unexpected')
          }}
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      display: block;
    }
    .notice {
      justify-content: space-between;
    }
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
