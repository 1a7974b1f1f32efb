import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import {
  type ChartFigure,
  drawnPoints,
  drawsExample,
  type FigureTable,
  numberColumn,
  periodHeading,
  type Scene,
  type SeriesChart,
  seriesNote,
  seriesScene,
  targetLineOf,
  textColumn,
} from '@malspar/figures-model';
import type { Source, Target } from '@malspar/plan-model';
import type { Assessment, SeriesPoint, TargetEntry } from '@malspar/reporting-model';
import { isolated, type PeriodCode } from '@malspar/shared-model';
import { Figure, language } from '@malspar/shared-web';

const WIDE = { width: 720, height: 280 };
const NARROW = { width: 320, height: 220 };

/** A target's series over time with its target line, the assessments under the axis, and where each value comes from. */
@Component({
  selector: 'ms-series-figure',
  imports: [Figure],
  template: `<ms-figure [figure]="figure()" />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class SeriesFigure {
  readonly target = input.required<Pick<Target, 'code' | 'indicator' | 'inForce'>>();
  readonly series = input.required<readonly SeriesPoint[]>();
  readonly caption = input.required<string>();
  readonly entries = input<readonly TargetEntry[]>([]);
  readonly sources = input<readonly Source[]>([]);

  readonly #texts = inject(TranslocoService);

  /** A line joins values of one cadence only: the indicator's own. */
  readonly #points = computed(() => drawnPoints({ series: this.series(), indicator: this.target().indicator }));
  readonly #assessments = computed(() => {
    const judged = new Map<PeriodCode, Assessment>();
    for (const { period, assessment, values } of this.entries()) {
      if (!assessment) continue;
      // A yearly value is judged in the report that holds it, a quarterly one in the report of its quarter.
      for (const of of values.length > 0 ? values.map((value) => value.period) : [period]) judged.set(of, assessment);
    }
    return judged;
  });
  protected readonly figure = computed((): ChartFigure => ({
    caption: this.caption(),
    plansWords: [this.target().indicator.unit],
    drawing: { wide: this.#scene(WIDE), narrow: this.#scene(NARROW) },
    table: this.#table(),
    note: seriesNote(this.#drawn(), language()),
    illustrative: drawsExample({
      points: this.series(),
      indicator: this.target().indicator,
      target: this.target().inForce,
    }),
  }));

  #drawn() {
    const { indicator, inForce } = this.target();
    const { targetValue: value, targetYear: year } = inForce;
    return { indicator, points: this.#points(), target: value === null ? null : { value, year } };
  }

  #table(): FigureTable {
    const { indicator } = this.target();
    const text = (key: string): string => this.#text(`reporting.targetPage.columns.${key}`);
    return {
      caption: indicator.name,
      plansWords: [indicator.name, indicator.unit],
      columns: [
        textColumn(text('period')),
        numberColumn(indicator.unit ? `${text('value')}, ${isolated(indicator.unit)}` : text('value')),
        textColumn(text('assessment')),
        textColumn(text('origin')),
      ],
      rows: this.#points().map((point) => [
        periodHeading(point.period, language()),
        point.value === null ? null : { value: point.value, decimals: indicator.decimals },
        this.#judged(point.period),
        this.#origin(point),
      ]),
    };
  }

  #judged(period: PeriodCode): string | null {
    const assessment = this.#assessments().get(period);
    return assessment ? this.#text(`shared.assessment.${assessment}`) : null;
  }

  #origin({ provenance, sourceKey }: SeriesPoint): string {
    const source = this.sources().find((each) => each.key === sourceKey);
    return source?.title ?? this.#text(`reporting.targetPage.originShort.${provenance}`);
  }

  #scene(size: { width: number; height: number }): Scene {
    const { code, indicator } = this.target();
    const chart: SeriesChart = {
      ...size,
      id: `series-${code}`,
      name: indicator.name,
      unit: indicator.unit,
      decimals: indicator.decimals,
      quantityKind: indicator.quantityKind,
      points: this.#points(),
      target: targetLineOf(this.#drawn(), language()),
      assessments: [...this.#assessments()].map(([period, assessment]) => ({
        period,
        assessment,
        word: this.#text(`shared.assessment.${assessment}`),
      })),
      language: language(),
    };
    return seriesScene(chart);
  }

  #text(key: string, params?: Record<string, unknown>): string {
    return this.#texts.translate(key, params, language());
  }
}
