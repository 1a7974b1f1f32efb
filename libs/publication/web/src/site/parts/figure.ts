import { Component, computed, inject, input } from '@angular/core';
import type { PublishedTarget } from '@malspar/publication-model';
import { CONTEXT } from '../page-context.js';
import { Chart } from './chart.js';
import { CsvLink } from './csv-link.js';
import { ExampleMark } from './marks.js';
import { figureRows, progressDrawing, seriesDrawing } from './target-figure.js';

/** A target's figures: the finding as caption, the way to the target, the series, and the same as a table. */
@Component({
  selector: 'ms-figure',
  imports: [Chart, CsvLink, ExampleMark],
  template: `
    @if (target().series.length > 0) {
      <figure>
        <figcaption>{{ context.say(target().caption) }} <ms-example [of]="provenance()" /></figcaption>
        @if (progress(); as drawing) {
          <ms-chart class="wide" [scene]="drawing.wide" />
          <ms-chart class="narrow" [scene]="drawing.narrow" />
        }
        @if (series(); as drawing) {
          <ms-chart class="wide" [scene]="drawing.wide" />
          <ms-chart class="narrow" [scene]="drawing.narrow" />
        }
        <details>
          <summary>{{ t.figure.asTable }}</summary>
          <table>
            <caption>
              {{
                t.figure.series(target().indicator.name, target().indicator.unit)
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ t.figure.period }}</th>
                <th scope="col" class="number">{{ unit() }}</th>
                <th scope="col">{{ t.figure.origin }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track $index) {
                <tr>
                  <th scope="row">{{ row.period }}</th>
                  <td class="number">{{ row.value }}</td>
                  <td>{{ row.origin }}</td>
                </tr>
              }
            </tbody>
          </table>
        </details>
        <ms-csv-link [of]="target().code" [name]="t.figure.series(target().indicator.name, target().indicator.unit)" />
      </figure>
    } @else {
      <p class="finding">{{ context.say(target().caption) }}</p>
    }
  `,
})
export class Figure {
  readonly target = input.required<PublishedTarget>();
  /** Also the bar from baseline to target. */
  readonly withProgress = input(false);
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly unit = computed(() => this.target().indicator.unit || this.t.figure.value);
  protected readonly series = computed(() => seriesDrawing(this.target(), this.context.language, this.t));
  protected readonly progress = computed(() =>
    this.withProgress() ? progressDrawing(this.target(), this.context.language, this.t) : null,
  );
  protected readonly rows = computed(() => figureRows(this.target(), this.context.language, this.t));
  protected readonly provenance = computed(() =>
    this.target().series.some((point) => point.provenance === 'illustrative') ? 'illustrative' : null,
  );
}
