import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import type { ReportingPeriod } from '@malspar/reporting-model';
import {
  Empty,
  FocusKeeper,
  formatDate,
  formatPeriod,
  language,
  latestValue,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  Session,
} from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { ReportingClient } from '../data/reporting-client';
import { boardRows, countOf } from './board-rows';
import { addressOf, type BoardSort, sortOf } from './board-sort';
import { BoardTable } from './board-table';
import { ClosePeriod } from './close-period';
import { type DonePeriodAct, PeriodActs } from './period-acts';
import { YearsView } from './years-view';

/** The board: where every area's report of one period is, or every verdict over the years. */
@Component({
  selector: 'ms-board-page',
  imports: [
    BoardTable,
    ClosePeriod,
    Empty,
    Field,
    FieldControl,
    Loaded,
    LoadedAs,
    PageHeader,
    PeriodActs,
    RouterLink,
    TranslocoDirective,
    YearsView,
  ],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
})
export class BoardPage {
  /** Which period; by default the one that is open. */
  readonly period = input<string>();
  /** `ar` for all years. */
  readonly vy = input<string>();
  /** What the rows are sorted by; the plan's order by default. */
  readonly ordning = input<string>();

  readonly #client = inject(ReportingClient);
  readonly #focus = inject(FocusKeeper);
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  protected readonly mayClose = computed(() => this.#session.me()?.permissions.includes('period.close') ?? false);
  protected readonly mayAct = computed(() => this.#session.me()?.permissions.includes('period.open') ?? false);
  /** What was last done with a period. */
  protected readonly done = signal<DonePeriodAct | null>(null);
  protected readonly allYears = computed(() => this.vy() === 'ar');
  protected readonly periods = resource({ loader: () => this.#client.periods() });
  protected readonly known = computed(() => loadedValue(this.periods) ?? []);
  protected readonly chosen = computed(() => chosenPeriod(this.known(), this.period()));
  protected readonly reports = resource({
    params: () => this.chosen()?.code,
    loader: async ({ params: period }) => {
      const { items } = await this.#client.reports({ period, limit: 100 });
      return { period, rows: boardRows(items) };
    },
  });
  /** The rows and whose they are: those of the last period, while those of the chosen one are fetched. */
  protected readonly shown = latestValue(this.reports);
  protected readonly sort = computed(() => sortOf(this.ordning()));
  protected readonly count = computed(() => countOf(this.shown()?.rows ?? []));
  protected readonly failure = computed(() => this.periods.error() ?? this.reports.error());

  protected heading(period: ReportingPeriod): string {
    return formatPeriod(period.code);
  }

  protected inWords(code: string): string {
    return periodText(code, language());
  }

  protected opens(period: ReportingPeriod): string {
    return formatDate(period.opensOn);
  }

  protected due(period: ReportingPeriod): string {
    return formatDate(period.dueOn);
  }

  protected choose(event: Event): void {
    const period = (event.target as HTMLSelectElement).value;
    this.done.set(null);
    void this.#router.navigate([], { queryParams: { period }, queryParamsHandling: 'merge' });
  }

  protected sortBy(sort: BoardSort | null): void {
    const queryParams = { ordning: addressOf(sort) };
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** Shows the period that was opened or changed, and says what was done. */
  protected async changed(done: DonePeriodAct): Promise<void> {
    await this.#router.navigate([], { queryParams: { period: done.period.code }, queryParamsHandling: 'merge' });
    this.done.set(done);
    this.reload();
    this.#focus.moveTo('period-done');
  }

  protected reload(): void {
    this.periods.reload();
    this.reports.reload();
  }
}

/** The period asked for; else the one that is open, else the latest that has begun, else any. */
export function chosenPeriod(periods: readonly ReportingPeriod[], asked: string | undefined): ReportingPeriod | null {
  return (
    periods.find((period) => period.code === asked) ??
    periods.find((period) => period.state === 'open') ??
    periods.find((period) => period.state === 'closed') ??
    periods.at(0) ??
    null
  );
}
