import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { language } from '@malspar/shared-web';
import { type Fields } from '../data/draft-fields';
import { stillEmpty } from '../data/last-answer';
import type { DraftSlot } from '../data/draft-slot';
import { earlierPeriod, shortPeriod, type Translate } from '../ui/period-words';

/** Takes over everything that was answered last time and is still empty, in one press; marked until confirmed. */
@Component({
  selector: 'ms-same-for-all',
  imports: [TranslocoDirective],
  template: `
    <p class="cluster" *transloco="let t">
      @if (draft().unconfirmed().size > 0) {
        <span>{{ t('reporting.report.unchangedSince', { period: short(t) }) }}</span>
        <button type="button" class="button quiet" (click)="confirmed.emit([...draft().unconfirmed()])">
          {{ t('reporting.report.confirmAll') }}
        </button>
      } @else if (offered()) {
        <button type="button" class="button" (click)="draft().takeOver(open())">
          {{ t('reporting.report.sameForAll', { period: earlier(t) }) }}
        </button>
      }
    </p>
  `,
  styles: `
    p {
      margin: var(--s3) 0 0;
      min-block-size: 2.75rem;
      color: var(--muted);
    }
  `,
})
export class SameForAll {
  readonly draft = input.required<Pick<DraftSlot<unknown>, 'typed' | 'unconfirmed' | 'takeOver'>>();
  /** The last answer's texts by field, and its period. */
  readonly last = input.required<Fields>();
  readonly from = input.required<string>();
  readonly period = input.required<string>();
  /** The fields that were said to hold still. */
  readonly confirmed = output<readonly string[]>();

  protected readonly open = computed(() => stillEmpty(this.last(), this.draft().typed()));
  /** Beside the buttons of the fields it says something of its own only where there are several. */
  protected readonly offered = computed(() => Object.keys(this.open()).length > 1);
  protected short = (t: Translate): string => shortPeriod(t, this.from(), this.period());
  protected earlier = (t: Translate): string => earlierPeriod(t, this.from(), this.period(), language());
}
