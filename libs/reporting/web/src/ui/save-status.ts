import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { formatMoment } from '@malspar/shared-web';
import type { SaveState } from '../data/draft-state';

const TROUBLE: readonly SaveState[] = ['unreachable', 'signed-out', 'refused', 'conflict', 'faulty'];

/**
 * Whether what has been written is safe. "Sparat 14:32" is said politely and only when it changes; that something is
 * being saved just now is shown, but not said.
 */
@Component({
  selector: 'ms-save-status',
  imports: [TranslocoDirective],
  template: `
    <p class="status" *transloco="let t">
      <span class="said" role="status" [class.trouble]="inTrouble()">
        @if (inTrouble()) {
          {{ t('reporting.report.save.' + state()) }}
        } @else if (savedAt()) {
          {{ t('reporting.report.save.saved', { time: time() }) }}
        }
      </span>
      @if (state() === 'saving' || state() === 'editing') {
        <span class="now" aria-hidden="true">{{ t('reporting.report.save.saving') }}</span>
      }
      @if (state() === 'unreachable' || state() === 'signed-out') {
        <button type="button" class="button quiet" (click)="retried.emit()">
          {{ t('reporting.report.save.retry') }}
        </button>
      }
    </p>
  `,
  styles: `
    .status {
      margin: 0;
      min-block-size: 1.5em;
      color: var(--muted);
      font-variant-numeric: tabular-nums;
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s2);
      align-items: baseline;
    }
    .trouble {
      color: var(--ink);
      font-weight: 600;
    }
  `,
})
export class SaveStatus {
  readonly state = input.required<SaveState>();
  readonly savedAt = input<string | null>(null);
  readonly retried = output();

  protected readonly inTrouble = computed(() => TROUBLE.includes(this.state()));
  protected readonly time = computed(() => {
    const at = this.savedAt();
    return at === null ? '' : formatMoment(at);
  });
}
