import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { language } from '@malspar/shared-web';
import { comesWhenStill } from './comes-when-still';
import { earlierPeriod, shortPeriod, type Translate } from './period-words';

/** Takes over the last entry with one click; what was taken over is marked until it has been confirmed. */
@Component({
  selector: 'ms-same-as-last',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (unconfirmed()) {
        <p class="mark">
          <span>{{ t('reporting.report.unchangedSince', { period: short(t) }) }}</span>
          <button type="button" class="button quiet" (click)="confirmed.emit()">
            {{ t('reporting.report.confirm') }}<span class="visually-hidden"> {{ what() }}</span>
          </button>
        </p>
      } @else if (offered()) {
        <button type="button" class="button quiet" (click)="taken.emit()">
          {{ t('reporting.report.sameAs', { period: earlier(t) }) }}<span class="visually-hidden"> {{ what() }}</span>
        </button>
      }
    </ng-container>
  `,
  styles: `
    .button:first-child {
      margin-inline-start: calc(var(--s2) * -1);
    }
    .mark {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--s2);
      align-items: baseline;
      margin: 0;
      color: var(--muted);
    }
  `,
})
export class SameAsLast {
  /** What the answer is about, for those who do not see where the button stands. */
  readonly what = input.required<string>();
  readonly from = input.required<string>();
  readonly period = input.required<string>();
  /** The last entry; empty when there is nothing to take over. */
  readonly last = input('');
  readonly now = input('');
  readonly unconfirmed = input(false);
  readonly taken = output();
  readonly confirmed = output();

  protected readonly offered = comesWhenStill(computed(() => this.last() !== '' && this.now().trim() === ''));
  protected short = (t: Translate): string => shortPeriod(t, this.from(), this.period());
  protected earlier = (t: Translate): string => earlierPeriod(t, this.from(), this.period(), language());
}
