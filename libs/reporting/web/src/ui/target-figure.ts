import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type ChartFigure,
  drawnPoints,
  drawsExample,
  figureOfParts,
  findingCaption,
  numberColumn,
  periodHeading,
  seriesNote,
  seriesScene,
  targetLineOf,
  textColumn,
} from '@malspar/figures-model';
import type { Indicator, TargetVersion } from '@malspar/plan-model';
import { acceptedValues, type EntryPart, type EntryValue, isNumber, type SeriesPoint } from '@malspar/reporting-model';
import { isolated, type PeriodCode } from '@malspar/shared-model';
import { Figure, language } from '@malspar/shared-web';
import { seriesWith } from './series-with';

/**
 * A target's figures in a report: the series with its target line, what the report says at its end, and what that is
 * made up of.
 */
@Component({
  selector: 'ms-target-figure',
  imports: [Figure, TranslocoDirective],
  template: `
    <!-- Its texts are asked for when they are there. -->
    <ng-container *transloco="let t">
      <ms-figure [figure]="figure()" [compact]="compact()" />
      @if (inParts(); as figure) {
        <ms-figure class="parts" [figure]="figure" [compact]="compact()" />
      }
    </ng-container>
  `,
  styles: `
    .parts {
      margin-block-start: var(--s4);
    }
  `,
})
export class TargetFigure {
  readonly code = input.required<string>();
  readonly indicator = input.required<Indicator>();
  readonly target = input.required<TargetVersion>();
  readonly series = input.required<readonly SeriesPoint[]>();
  /** The report's own period. */
  readonly period = input.required<PeriodCode>();
  readonly values = input.required<readonly EntryValue[]>();
  readonly parts = input.required<readonly EntryPart[]>();
  /** Of what the report says, the fields that are examples. */
  readonly exampleFields = input.required<readonly string[]>();
  /** Whether the report is approved; until then what it says is provisional. */
  readonly settled = input.required<boolean>();

  /** A small chart beside words. */
  readonly compact = input(false);

  readonly #texts = inject(TranslocoService);

  readonly #points = computed(() =>
    seriesWith(this.series(), {
      indicator: this.indicator(),
      values: this.values(),
      settled: this.settled(),
      exampleFields: this.exampleFields(),
    }),
  );

  protected readonly figure = computed((): ChartFigure => {
    const indicator = this.indicator();
    const { name, unit, decimals, quantityKind } = indicator;
    const points = this.#points();
    const { targetValue: value, targetYear: year } = this.target();
    const drawn = {
      indicator,
      points: drawnPoints({ series: points, indicator }),
      target: value === null ? null : { value, year },
    };
    const scene = (width: number) =>
      seriesScene({
        id: `series-${this.code()}-${width}`,
        name,
        unit,
        decimals,
        quantityKind,
        points: drawn.points,
        target: targetLineOf(drawn, language()),
        language: language(),
        width,
        height: this.compact() ? 140 : width < 400 ? 200 : 240,
      });
    return {
      caption: findingCaption(indicator, points, this.target(), language()),
      plansWords: [unit],
      drawing: this.compact() ? { wide: scene(300), narrow: scene(300) } : { wide: scene(640), narrow: scene(320) },
      table: {
        caption: name,
        plansWords: [name, unit],
        columns: [
          textColumn(this.#text('period')),
          numberColumn(unit ? `${isolated(name)} (${isolated(unit)})` : name),
        ],
        rows: points.map(({ period, value, provisional }) => {
          const heading = periodHeading(period, language());
          return [
            provisional ? this.#text('provisional', { period: heading }) : heading,
            value === null ? null : { value, decimals },
          ];
        }),
      },
      note: seriesNote(drawn, language()),
      illustrative: drawsExample({ points, indicator, target: this.target() }),
    };
  });

  protected readonly inParts = computed(() => {
    const values = acceptedValues(this.indicator(), this.values());
    const entry = { period: this.period(), values, parts: this.parts() };
    const figure = figureOfParts(
      { code: this.code(), indicator: this.indicator(), series: this.#points(), entry },
      language(),
    );
    return figure && { ...figure, illustrative: this.exampleFields().some(isNumber) };
  });

  #text(key: string, params?: Record<string, unknown>): string {
    return this.#texts.translate(`reporting.data.${key}`, params, language());
  }
}
