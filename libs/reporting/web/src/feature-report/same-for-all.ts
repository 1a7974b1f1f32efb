import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type FieldPath } from '@malspar/reporting-model';
import { KeepsPlace, language } from '@malspar/shared-web';
import { type Fields } from '../data/draft-fields';
import { stillEmpty } from '../data/last-fields';
import type { DraftSlot } from '../data/draft-slot';
import { comesWhenStill } from '../ui/comes-when-still';
import { earlierPeriod, shortPeriod, type Translate } from '../ui/period-words';

/** Takes over everything that was answered last time and is still empty, in one press; marked until confirmed. */
@Component({
  selector: 'ms-same-for-all',
  imports: [TranslocoDirective],
  hostDirectives: [KeepsPlace],
  template: `
    <ng-container *transloco="let t">
      @if (draft().unconfirmed().size > 0) {
        <p class="cluster">
          <span>{{ t('reporting.report.unchangedSince', { period: short(t) }) }}</span>
          <button type="button" class="button quiet" (click)="confirmed.emit([...draft().unconfirmed()])">
            {{ t('reporting.report.confirmAll') }}
          </button>
        </p>
      } @else if (offered()) {
        <p>
          <button type="button" class="button" (click)="draft().takeOver(open())">
            {{ t('reporting.report.sameForAll', { period: earlier(t) }) }}
          </button>
        </p>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      margin: 0;
      padding-block-start: var(--s3);
      color: var(--muted);
    }
  `,
})
export class SameForAll {
  readonly draft = input.required<Pick<DraftSlot<unknown>, 'typed' | 'unconfirmed' | 'takeOver'>>();
  /** The last entry's texts by field, and its period. */
  readonly last = input.required<Fields>();
  readonly from = input.required<string>();
  readonly period = input.required<string>();
  /** The fields that were said to hold still. */
  readonly confirmed = output<readonly FieldPath[]>();

  protected readonly open = computed(() => stillEmpty(this.last(), this.draft().typed()));
  /** Beside the buttons of the fields it says something of its own only where there are several. */
  protected readonly offered = comesWhenStill(computed(() => Object.keys(this.open()).length > 1));
  protected short = (t: Translate): string => shortPeriod(t, this.from(), this.period());
  protected earlier = (t: Translate): string => earlierPeriod(t, this.from(), this.period(), language());
}
