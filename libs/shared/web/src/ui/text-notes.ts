import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { textLength, unprintableSigns } from '@malspar/shared-model';

/** Whether a text is longer than it may be. Nothing is cut off: the person sees all of it and shortens it. */
export const isTooLong = (text: string, max: number): boolean => textLength(text) > max;

/**
 * What there is to say of a text below its field while it is written: signs that the printed report lacks, how much
 * room is left, and when it is too long. A field never cuts what is pasted into it.
 */
@Component({
  selector: 'ms-text-notes',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (unprintable(); as signs) {
        <p class="hint" role="status">{{ t('shared.text.unprintable', { signs }) }}</p>
      }
      @if (left() < 0) {
        <p class="error" role="status">{{ t('shared.text.tooLong', { over: -left(), max: max() ?? 0 }) }}</p>
      } @else if (nearEnd()) {
        <p class="hint left">{{ t('shared.text.left', { left: left() }) }}</p>
      }
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
    }
    .left {
      text-align: end;
    }
  `,
})
export class TextNotes {
  readonly text = input.required<string>();
  readonly max = input<number | null>(null);
  /** What is published is printed too, in a typeface without emoji. */
  readonly printed = input(false);

  protected readonly unprintable = computed(() => (this.printed() ? unprintableSigns(this.text()).join(' ') : ''));
  protected readonly left = computed(() => (this.max() === null ? 0 : (this.max() ?? 0) - textLength(this.text())));
  protected readonly nearEnd = computed(() => this.max() !== null && this.left() < (this.max() ?? 0) * 0.1);
}
