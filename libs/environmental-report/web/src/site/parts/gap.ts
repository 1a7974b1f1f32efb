import { Component, computed, inject, input } from '@angular/core';
import type { PublishedGap } from '@malspar/environmental-report-model';
import { periodText } from '@malspar/figures-model';
import { PlanText } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';

/** Why an area has no report for the latest period, if it has none, and from when the verdict below is. */
@Component({
  selector: 'ms-gap',
  imports: [PlanText],
  template: `
    @if (gap(); as gap) {
      <p>
        <span class="term">{{ t.missing(text(gap.period)) }}</span>&ngsp;<span msPlanText>{{ gap.reason }}</span>
      </p>
    }
    <p class="muted">{{ last() }}</p>
  `,
})
export class Gap {
  readonly gap = input.required<PublishedGap | null>();
  /** The period of the area's last verdict; null where there has never been one. */
  readonly lastVerdict = input.required<string | null>();
  readonly #context = inject(CONTEXT);
  protected readonly t = this.#context.texts.gap;
  protected readonly last = computed(() => {
    const period = this.lastVerdict();
    return period === null ? this.t.never : this.t.last(this.text(period));
  });

  protected text(period: string): string {
    return periodText(period, this.#context.language);
  }
}
