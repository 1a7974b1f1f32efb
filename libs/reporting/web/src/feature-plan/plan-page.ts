import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Plan } from '@malspar/plan-model';
import { AmendmentList, GoalList, PlanClient, SourceLink } from '@malspar/plan-web';
import {
  AssessmentMark,
  formatDate,
  formatPeriod,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  PlanText,
  Provenance,
  VerdictMark,
} from '@malspar/shared-web';
import { ReportingClient } from '../data/reporting-client';
import { type AreaState, areaStates, driversByKind } from '../data/plan-state';

const KNOWN_DRIVER_KINDS = ['environmental-aspects', 'international', 'national', 'regional'];

/** The plan at a glance: goals and areas, how it goes, what the plan answers to, and what has been changed in it. */
@Component({
  selector: 'ms-plan-page',
  imports: [
    AmendmentList,
    AssessmentMark,
    GoalList,
    Loaded,
    LoadedAs,
    PageHeader,
    PlanText,
    Provenance,
    RouterLink,
    SourceLink,
    TranslocoDirective,
    VerdictMark,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  readonly #plans = inject(PlanClient);
  readonly #reporting = inject(ReportingClient);

  protected readonly formatPeriod = formatPeriod;
  protected readonly loaded = resource({
    loader: async () => {
      const [plan, results] = await Promise.all([this.#plans.plan(), this.#reporting.results()]);
      return { plan, areas: areaStates(plan, results), drivers: driversByKind(plan) };
    },
  });
  protected readonly shown = computed(() => loadedValue(this.loaded));
  protected readonly goals = computed(() => [...(this.shown()?.plan.goals ?? [])].sort((a, b) => a.number - b.number));

  protected span({ start, end }: Plan): { from: string; to: string } {
    return { from: formatDate(start), to: formatDate(end) };
  }

  protected serves(state: AreaState, goalSlug: string): boolean {
    return state.area.goalSlugs.includes(goalSlug);
  }

  // A plan may name any kind of driver; the ones that have a word of their own are translated.
  protected kindOf(kind: string, t: (key: string) => string): string {
    return KNOWN_DRIVER_KINDS.includes(kind) ? t(`reporting.planPage.driverKind.${kind}`) : kind;
  }
}
