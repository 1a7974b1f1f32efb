import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { drawsExample, figureOfTargets } from '@malspar/figures-model';
import type { OverarchingGoal } from '@malspar/plan-model';
import { GoalList, PlanClient, SourceLink } from '@malspar/plan-web';
import type { SeriesPoint } from '@malspar/reporting-model';
import {
  Breadcrumb,
  Figure,
  formatPeriod,
  language,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  PlanText,
  Provenance,
  Sentence,
  VerdictMark,
  Words,
} from '@malspar/shared-web';
import { ReportingClient } from '../data/reporting-client';
import { areaState } from '../data/plan-state';
import { TargetRow } from './target-row';

/** As many verdicts as are shown before somebody asks for all. */
const FIRST = 8;

/** One focus area: what it aims at in the long run, how its targets stand, and every verdict on it. */
@Component({
  selector: 'ms-area-page',
  imports: [
    Breadcrumb,
    Figure,
    GoalList,
    Loaded,
    LoadedAs,
    PageHeader,
    PlanText,
    Provenance,
    RouterLink,
    Sentence,
    SourceLink,
    TargetRow,
    TranslocoDirective,
    VerdictMark,
    Words,
  ],
  templateUrl: './area-page.html',
  styleUrl: './area-page.css',
})
export class AreaPage {
  readonly slug = input.required<string>();

  readonly #plans = inject(PlanClient);
  readonly #reporting = inject(ReportingClient);

  protected readonly formatPeriod = formatPeriod;
  protected readonly loaded = resource({
    params: () => this.slug(),
    loader: async ({ params: slug }) => {
      const [area, plan, results, { targets: series }] = await Promise.all([
        this.#plans.focusArea(slug),
        this.#plans.plan(),
        this.#reporting.results(),
        this.#reporting.areaResults(slug),
      ]);
      return { plan, state: areaState(area, results), series };
    },
  });
  protected readonly shown = computed(() => loadedValue(this.loaded));
  protected readonly allVerdicts = linkedSignal({ source: this.slug, computation: () => false });
  protected readonly verdicts = computed(() => {
    const verdicts = this.shown()?.state.verdicts ?? [];
    return this.allVerdicts() ? verdicts : verdicts.slice(0, FIRST);
  });
  protected readonly overview = computed(() => {
    const shown = this.shown();
    if (!shown) return null;
    const { area } = shown.state;
    const targets = area.targets.map(({ code, indicator, inForce: { targetValue, targetYear } }) => {
      return { code, indicator, targetValue, targetYear, series: this.seriesOf(code) };
    });
    const figure = figureOfTargets({ slug: area.slug, targets }, language());
    const illustrative = area.targets.some(({ code, indicator, inForce: target }) => {
      const points = this.seriesOf(code);
      return points.length > 0 && drawsExample({ points, indicator, target });
    });
    return figure && { ...figure, illustrative };
  });
  protected seriesOf(code: string): readonly SeriesPoint[] {
    return this.shown()?.series.find((each) => each.code === code)?.series ?? [];
  }

  protected readonly goals = computed((): OverarchingGoal[] => {
    const shown = this.shown();
    return shown ? shown.plan.goals.filter((goal) => shown.state.area.goalSlugs.includes(goal.slug)) : [];
  });
}
