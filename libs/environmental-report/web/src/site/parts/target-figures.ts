import { Component, computed, inject, input } from '@angular/core';
import {
  partsFigure,
  plansWordsOf,
  progressFigure,
  type PublishedTarget,
  seriesFigure,
} from '@malspar/environmental-report-model';
import type { PeriodCode } from '@malspar/shared-model';
import { Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { CsvLink } from './csv-link.js';
import { Figure } from './figure.js';

/** A target's figures: the way to the target where asked for, the series, and what the latest figure is made up of. */
@Component({
  selector: 'ms-target-figures',
  imports: [CsvLink, Figure, Sentence],
  template: `
    @if (series(); as figure) {
      @if (progress(); as figure) {
        <ms-figure [figure]="figure" />
      }
      <ms-figure [figure]="figure"><ms-csv-link [of]="target().code" [name]="figure.table.caption" /></ms-figure>
    } @else {
      <p class="finding"><ms-sentence [text]="context.say(target().caption)" [plansWords]="plansWords()" /></p>
    }
    @if (parts(); as figure) {
      <ms-figure [figure]="figure" />
    }
  `,
})
export class TargetFigures {
  readonly target = input.required<PublishedTarget>();
  /** The period of the report that it stands in. */
  readonly asOf = input.required<PeriodCode>();
  /** Also the bar from baseline to target. */
  readonly withProgress = input(false);
  protected readonly context = inject(CONTEXT);
  protected readonly series = computed(() => seriesFigure(this.target(), this.context.language));
  protected readonly progress = computed(() =>
    this.withProgress() ? progressFigure(this.target(), this.context.language, this.asOf()) : null,
  );
  protected readonly plansWords = computed(() => plansWordsOf(this.target()));
  protected readonly parts = computed(() => partsFigure(this.target(), this.context.language));
}
