import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { language } from '@malspar/shared-web';
import { DraftStore, type TakenOver } from '../data/draft-store';
import { earlierPeriod, type Translate } from '../ui/period-words';

/** Takes over the last entries of every target in which nothing has been written, in one press that can be undone. */
@Component({
  selector: 'ms-same-for-report',
  imports: [TranslocoDirective],
  template: `
    <div *transloco="let t">
      @if (taken().length > 0) {
        <p role="status">
          {{ t('reporting.report.sameTaken', { codes: codes() }) }}
        </p>
        <button type="button" class="button" (click)="undo()">{{ t('reporting.report.undo') }}</button>
      } @else if (store.untouched().length > 0) {
        <button type="button" class="button" (click)="take()">
          {{
            t(store.untouched().length === 1 ? 'reporting.report.sameForOne' : 'reporting.report.sameForReport', {
              period: earlier(t),
              count: store.untouched().length,
            })
          }}
        </button>
      }
    </div>
  `,
  styles: `
    div {
      margin-block-start: var(--s4);
    }
    p {
      margin: 0 0 var(--s2);
    }
    button {
      inline-size: 100%;
    }
  `,
})
export class SameForReport {
  protected readonly store = inject(DraftStore);
  protected readonly taken = signal<readonly TakenOver[]>([]);
  protected readonly codes = computed(() =>
    this.taken()
      .map(({ code }) => code)
      .join(', '),
  );

  protected take(): void {
    this.taken.set(this.store.takeOverUntouched());
  }

  protected undo(): void {
    this.store.undo(this.taken());
    this.taken.set([]);
  }

  protected earlier(t: Translate): string {
    const [first] = this.store.untouched();
    const { period } = this.store.report() ?? {};
    return first?.entry.last && period ? earlierPeriod(t, first.entry.last.period, period, language()) : '';
  }
}
