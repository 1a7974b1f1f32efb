import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AssignmentStore } from '../data/assignment-store';

/**
 * Says what was just done, with a way to take it back for as long as nothing else is done. It stands at the foot of the
 * window, so that nothing moves when it comes.
 */
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
      inset-block-end: var(--s4);
      z-index: 2;
      display: block;
    }
    .notice {
      border: 1px solid var(--line-strong);
      border-inline-start: 4px solid var(--accent);
      margin: 0;
      justify-content: space-between;
    }
    p {
      margin: 0;
    }
    .bad {
      border-inline-start-color: var(--bad);
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
