import { Component, computed, input } from '@angular/core';
import { findingCaption } from '@malspar/shared-charts';
import type { Indicator, TargetVersion } from '@malspar/plan-model';
import type { SeriesPoint } from '@malspar/reporting-model';
import { language } from '@malspar/shared-web';

/** An indicator's series with its target. */
@Component({
  selector: 'ms-target-figure',
  template: `<p>{{ caption() }}</p>`,
})
export class TargetFigure {
  readonly indicator = input.required<Indicator>();
  readonly target = input.required<TargetVersion>();
  readonly series = input.required<readonly SeriesPoint[]>();

  protected readonly caption = computed(() =>
    findingCaption(this.indicator(), this.series(), this.target(), language()),
  );
}
