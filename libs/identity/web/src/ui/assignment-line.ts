import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { formatDate } from '@malspar/shared-web';
import type { AssignmentRow } from '../data/assignment-groups';

/** One assignment on a line: who, when, and what can be done about it. What has ended stays as it was. */
@Component({
  selector: 'ms-assignment-line',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="who">
        {{ row().assignment.personName }}
        @if (row().assignment.deputy) {
          <span class="deputy">{{ t('identity.assignments.deputy') }}</span>
        }
        @if (row().shutOut && row().time !== 'ended') {
          <span class="deputy">{{ t('identity.people.inactive') }}</span>
        }
      </p>
      <p class="when">
        {{
          to() === null
            ? t('identity.assignments.untilFurther', { from: from() })
            : t('identity.assignments.fromTo', { from: from(), to: to() })
        }}
      </p>
      <p class="time">{{ t('identity.assignments.' + row().time) }}</p>
      @if (row().time !== 'ended') {
        <p class="acts">
          <button
            type="button"
            class="button quiet"
            [disabled]="busy()"
            [attr.aria-label]="t('identity.assignments.changeFor', { person: row().assignment.personName })"
            (click)="alter.emit()"
          >
            {{ t('identity.assignments.change') }}
          </button>
          <button
            type="button"
            class="button quiet"
            [disabled]="busy()"
            [attr.aria-label]="t('identity.assignments.' + act() + 'For', { person: row().assignment.personName })"
            (click)="end.emit()"
          >
            {{ t('identity.assignments.' + act()) }}
          </button>
        </p>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(12rem, 3fr) minmax(15rem, 4fr) 7rem 12rem;
      gap: 0 var(--s4);
      align-items: center;
      min-block-size: 2.75rem;
    }
    p {
      margin: 0;
    }
    .deputy {
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      padding-inline: var(--s1);
      margin-inline-start: var(--s1);
      font-size: 0.875rem;
      white-space: nowrap;
    }
    .when,
    .time {
      color: var(--muted);
    }
    .acts {
      justify-self: end;
      white-space: nowrap;
    }
    @media (max-width: 56rem) {
      :host {
        grid-template-columns: 1fr auto;
        padding-block: var(--s2);
      }
      .who,
      .when {
        grid-column: 1;
      }
      .time {
        grid-area: 1 / 2;
      }
      .acts {
        grid-column: 1 / -1;
        justify-self: start;
        margin-inline-start: calc(-1 * var(--s2));
      }
    }
  `,
})
export class AssignmentLine {
  readonly row = input.required<AssignmentRow>();
  readonly busy = input(false);
  readonly alter = output();
  readonly end = output();

  protected readonly from = computed(() => formatDate(this.row().assignment.from));
  protected readonly to = computed(() => {
    const { to } = this.row().assignment;
    return to === null ? null : formatDate(to);
  });
  /** What has begun can only be ended; what has not can be taken away. */
  protected readonly act = computed(() => (this.row().time === 'upcoming' ? 'remove' : 'end'));
}
