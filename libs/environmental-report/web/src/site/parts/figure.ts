import { Component, inject, input } from '@angular/core';
import type { PublishedFigure } from '@malspar/environmental-report-model';
import { Chart } from '@malspar/shared-web/chart';
import { ExampleMark, FigureTable, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';

/** A figure: the finding as caption, the drawing, and the same as a table. */
@Component({
  selector: 'ms-figure',
  imports: [Chart, ExampleMark, FigureTable, Sentence],
  template: `
    <figure>
      <figcaption>
        <ms-sentence [text]="figure().caption" [plansWords]="figure().plansWords" />
        <ms-example [of]="figure().illustrative ? 'illustrative' : null" />
      </figcaption>
      @if (figure().drawing; as drawing) {
        <ms-chart class="wide" [scene]="drawing.wide" [planLanguage]="context.planLanguage" />
        <ms-chart class="narrow" [scene]="drawing.narrow" [planLanguage]="context.planLanguage" />
      }
      @if (figure().note; as note) {
        <p class="muted"><ms-sentence [text]="note" [plansWords]="figure().plansWords" /></p>
      }
      <details [open]="!figure().drawing">
        <summary>{{ t.figure.asTable }}</summary>
        <ms-figure-table [table]="figure().table" />
      </details>
      <ng-content />
    </figure>
  `,
})
export class Figure {
  readonly figure = input.required<PublishedFigure>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
}
