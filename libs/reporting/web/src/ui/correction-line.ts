import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { UnderCorrection } from '@malspar/reporting-model';
import { Sentence } from '@malspar/shared-web';

/** In a list: that a report is a correction, and of what. */
@Component({
  selector: 'ms-correction-line',
  imports: [Sentence, TranslocoDirective],
  template: `<ms-sentence
    *transloco="let t"
    [text]="t('reporting.data.correction.line', words())"
    [plansWords]="[correction().reason]"
  />`,
})
export class CorrectionLine {
  readonly correction = input.required<UnderCorrection>();

  protected readonly words = computed(() => {
    const { revision: number, reason, who } = this.correction();
    return { number, reason, who };
  });
}
