import { Component, computed, input } from '@angular/core';
import type { Indicator, TargetVersion } from '@malspar/plan-model';
import type { EntryValue, SeriesPoint } from '@malspar/reporting-model';
import { findingCaption, seriesScene, periodHeading } from '@malspar/shared-charts';
import { comparePeriods } from '@malspar/shared-model';
import { Figure, type FigureTable, language } from '@malspar/shared-web';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Translate } from './period-words';

type Point = Pick<SeriesPoint, 'period' | 'value' | 'provisional'>;

/** An indicator's series with its target line; what is being written now stands at its end, as provisional. */
@Component({
  selector: 'ms-target-figure',
  imports: [Figure, TranslocoDirective],
  template: `
    <ms-figure
      *transloco="let t"
      [caption]="caption()"
      [wide]="scene(t, 640)"
      [narrow]="scene(t, 320)"
      [table]="table(t)"
    />
  `,
})
export class TargetFigure {
  readonly code = input.required<string>();
  readonly indicator = input.required<Indicator>();
  readonly target = input.required<TargetVersion>();
  readonly series = input.required<readonly SeriesPoint[]>();
  readonly written = input<readonly EntryValue[]>([]);

  protected readonly points = computed<readonly Point[]>(() => {
    const written = this.written().filter(({ value }) => value !== null);
    const own = new Set(written.map(({ period }) => period));
    const known: Point[] = this.series().filter(({ period }) => !own.has(period));
    return [...known, ...written.map((value) => ({ ...value, provisional: true }))].sort((a, b) =>
      comparePeriods(a.period, b.period),
    );
  });

  protected readonly caption = computed(() =>
    findingCaption(this.indicator(), this.points(), this.target(), language()),
  );

  protected scene(t: Translate, width: number) {
    const { name, unit, decimals } = this.indicator();
    const value = this.target().targetValue;
    return seriesScene({
      id: `series-${this.code()}-${width}`,
      name,
      unit,
      decimals,
      points: this.points(),
      target: value === null ? null : { value, label: t('reporting.data.targetLine') },
      language: language(),
      width,
      height: width < 400 ? 200 : 240,
    });
  }

  protected table(t: Translate): FigureTable {
    const { name, unit, decimals } = this.indicator();
    return {
      columns: [t('reporting.data.period'), unit ? `${name} (${unit})` : name],
      rows: this.points().map(({ period, value, provisional }) => {
        const heading = periodHeading(period, language());
        return [
          provisional ? t('reporting.data.provisional', { period: heading }) : heading,
          value === null ? null : { value, decimals },
        ];
      }),
    };
  }
}
