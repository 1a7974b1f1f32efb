import { Component, computed, inject, input } from '@angular/core';
import type { PublishedGap } from '@malspar/publication-model';
import { periodText } from '@malspar/shared-charts';
import { CONTEXT } from '../page-context.js';
import { Swedish } from './marks.js';

/** Why an area has no report for the latest period, and from when the verdict below is. */
@Component({
  selector: 'ms-gap',
  imports: [Swedish],
  template: `
    <p>
      <span class="term">{{ t.missing(text(gap().period)) }}</span>&ngsp;<span msSwedish>{{ gap().reason }}</span>
    </p>
    <p class="muted">{{ last() }}</p>
  `,
})
export class Gap {
  readonly gap = input.required<PublishedGap>();
  /** The period of the area's last report; null where there has never been one. */
  readonly lastReported = input.required<string | null>();
  readonly #context = inject(CONTEXT);
  protected readonly t = this.#context.texts.gap;
  protected readonly last = computed(() => {
    const period = this.lastReported();
    return period === null ? this.t.never : this.t.last(this.text(period));
  });

  protected text(period: string): string {
    return periodText(period, this.#context.language);
  }
}
