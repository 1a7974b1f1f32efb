import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isSettled, type ReportSummary } from '@malspar/reporting-model';
import { relativeDays } from '@malspar/shared-web';

/** How long is left of the time a report has, in words; what is late stands out. Nothing once it is approved. */
@Component({
  selector: 'ms-days-left',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (done()) {
        <span class="none">–</span>
      } @else {
        <span [class.late]="late()" [class.soon]="soon()">{{ t(left().key, { count: left().count }) }}</span>
      }
    </ng-container>
  `,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
    }
    .none {
      color: var(--muted);
    }
    .late {
      color: var(--bad);
      font-weight: 600;
    }
    .soon {
      font-weight: 600;
    }
  `,
})
export class DaysLeft {
  readonly report = input.required<Pick<ReportSummary, 'daysLeft' | 'state'>>();

  protected readonly done = computed(() => isSettled(this.report().state));
  protected readonly late = computed(() => this.report().daysLeft < 0);
  protected readonly soon = computed(() => !this.late() && this.report().daysLeft <= SOON);
  protected readonly left = computed(() => relativeDays(this.report().daysLeft));
}

/** Days within which a deadline is worth a reader's eye. */
const SOON = 3;
