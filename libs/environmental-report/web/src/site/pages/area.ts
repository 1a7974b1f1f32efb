import { Component, computed, inject, input } from '@angular/core';
import {
  overviewFigure,
  type PublishedArea,
  type PublishedGap,
  type PublishedReport,
  type PublishedVersion,
} from '@malspar/environmental-report-model';
import { periodHeading, periodText } from '@malspar/figures-model';
import { ExampleMark, PlanText, Prose, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { Figure } from '../parts/figure.js';
import { Gap } from '../parts/gap.js';
import { AssessmentMark, VerdictMark } from '../parts/judgements.js';
import { Origin } from '../parts/origin.js';
import { TargetFigures } from '../parts/target-figures.js';

/** A focus area with its verdict and each target with its finding and figure. */
@Component({
  selector: 'ms-area',
  imports: [AssessmentMark, ExampleMark, Figure, Gap, Origin, Prose, PlanText, Sentence, TargetFigures, VerdictMark],
  templateUrl: './area.html',
})
export class AreaPage {
  readonly version = input.required<PublishedVersion>();
  readonly area = input.required<PublishedArea>();
  readonly gap = input.required<PublishedGap | null>();
  readonly known = input.required<readonly PublishedReport[]>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly report = computed(() => this.version().report);
  protected readonly goals = computed(() => this.report().goals.filter(({ slug }) => this.area().goals.includes(slug)));
  protected readonly overview = computed(() =>
    overviewFigure(this.area(), this.context.language, this.report().period),
  );
  /** Latest first, without the one that stands above. */
  protected readonly before = computed(() =>
    this.area()
      .verdicts.filter(({ period }) => period !== this.area().reportedFor)
      .reverse(),
  );

  protected heading(period: string): string {
    return periodHeading(period, this.context.language);
  }

  protected text(period: string): string {
    return periodText(period, this.context.language);
  }
}
