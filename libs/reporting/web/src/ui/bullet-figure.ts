import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import {
  basisText,
  type BulletChart,
  bulletScene,
  type ChartFigure,
  drawsExample,
  type FigureTable,
  hasWay,
  numberColumn,
  textColumn,
} from '@malspar/figures-model';
import type { Target } from '@malspar/plan-model';
import type { SeriesPoint } from '@malspar/reporting-model';
import type { ComparableValue } from '@malspar/shared-model';
import { Figure, language, Provenance } from '@malspar/shared-web';

/** How far a target has come on the way from its baseline, with a tick for an even pace where one is given. */
@Component({
  selector: 'ms-bullet-figure',
  imports: [Figure, Provenance],
  template: `
    @if (figure(); as figure) {
      <ms-figure [figure]="figure" />
    } @else {
      <p>{{ caption() }} <ms-provenance [value]="isExample() ? 'illustrative' : null" /></p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class BulletFigure {
  readonly target = input.required<Pick<Target, 'code' | 'indicator' | 'inForce'>>();
  /** The latest value that may be set against the baseline and the target value. */
  readonly latest = input.required<ComparableValue | null>();
  /** The target's values, which the latest value is made of. */
  readonly series = input.required<readonly SeriesPoint[]>();
  /** Where an even pace would be today; null where it is not to be shown. */
  readonly evenPace = input.required<string | null>();
  readonly caption = input.required<string>();

  readonly #texts = inject(TranslocoService);

  /** Null where there is no way from a baseline to a target value. */
  readonly #chart = computed((): BulletChart | null => {
    const { code, indicator, inForce } = this.target();
    if (indicator.baseline === null || inForce.targetValue === null) return null;
    if (!hasWay(indicator, inForce.targetValue)) return null;
    return {
      id: `bullet-${code}`,
      name: indicator.name,
      unit: indicator.unit,
      decimals: indicator.decimals,
      quantityKind: indicator.quantityKind,
      baseline: { value: indicator.baseline, year: indicator.baselineYear },
      target: { value: inForce.targetValue, year: inForce.targetYear },
      latest: this.latest(),
      evenPace: this.evenPace(),
      language: language(),
    };
  });

  protected readonly isExample = computed(() => {
    const { indicator, inForce: target } = this.target();
    const periods = this.latest()?.periods ?? [];
    return drawsExample({ points: this.series().filter(({ period }) => periods.includes(period)), indicator, target });
  });
  protected readonly figure = computed((): ChartFigure | null => {
    const chart = this.#chart();
    return (
      chart && {
        caption: this.caption(),
        plansWords: [this.target().indicator.unit],
        drawing: { wide: bulletScene(chart), narrow: bulletScene({ ...chart, width: NARROW }) },
        table: this.#table(),
        note: null,
        illustrative: this.isExample(),
      }
    );
  });

  #table(): FigureTable {
    const { indicator, inForce } = this.target();
    const { decimals, baselineYear } = indicator;
    const text = (key: string, params?: Record<string, unknown>): string =>
      this.#texts.translate(`reporting.targetPage.bullet.${key}`, params, language());
    const latest = this.latest();
    const row = (label: string, value: string | null | undefined) =>
      value === null || value === undefined ? [] : [[label, { value, decimals }]];
    return {
      caption: indicator.name,
      plansWords: [indicator.name, indicator.unit],
      columns: [textColumn(text('what')), numberColumn(indicator.unit)],
      rows: [
        ...row(text('baseline', { year: baselineYear }), indicator.baseline),
        ...row(latest ? text('latest', { of: basisText(latest, language()) }) : '', latest?.value),
        ...row(text('evenPace'), this.evenPace()),
        ...row(text('target', { year: inForce.targetYear }), inForce.targetValue),
      ],
    };
  }
}

const NARROW = 320;
