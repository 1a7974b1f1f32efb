import { Component, computed, inject, resource } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { verdictsFinding } from '@malspar/figures-model';
import { PlanClient } from '@malspar/plan-web';
import { Verdict } from '@malspar/reporting-model';
import { Empty, language, Loaded, LoadedAs, loadedValue } from '@malspar/shared-web';
import { ReportingClient } from '../data/reporting-client';
import { verdictYears } from './verdict-years';
import { YearsTable } from './years-table';

/** Every verdict on every area, period by period: all years at a glance. */
@Component({
  selector: 'ms-years-view',
  imports: [Empty, Loaded, LoadedAs, TranslocoDirective, YearsTable],
  template: `
    <ng-container *transloco="let t">
      <ms-loaded [failure]="loaded.error()" (retry)="loaded.reload()">
        <ng-container *msLoadedAs="years() as years">
          @if (years.periods.length > 0) {
            <ms-years-table [years]="years" [caption]="caption()" [captionProvenance]="captionProvenance()" />
            @if (hasExamples()) {
              <p class="hint measure">{{ t('reporting.board.years.examples') }}</p>
            }
          } @else {
            <ms-empty [title]="t('reporting.board.years.emptyTitle')" [text]="t('reporting.board.years.emptyText')" />
          }
        </ng-container>
      </ms-loaded>
    </ng-container>
  `,
})
export class YearsView {
  readonly #plans = inject(PlanClient);
  readonly #reporting = inject(ReportingClient);
  readonly #texts = inject(TranslocoService);

  protected readonly loaded = resource({
    loader: async () => {
      const [plan, results] = await Promise.all([this.#plans.plan(), this.#reporting.results()]);
      return verdictYears(plan.focusAreas, results);
    },
  });
  protected readonly years = computed(() => loadedValue(this.loaded));
  protected readonly hasExamples = computed(
    () => this.years()?.rows.some((row) => row.cells.some((cell) => isExample(cell))) ?? false,
  );
  /** The latest period that is judged, and its verdicts: what the caption counts. */
  readonly #judged = computed(() => {
    const { periods = [], rows = [] } = this.years() ?? {};
    // The latest period that is judged as a whole: in the open one the verdicts come one by one.
    const judged = (index: number): number => rows.filter(({ cells }) => cells[index]?.verdict).length;
    const period =
      periods.findLast((_, index) => judged(index) === rows.length) ??
      periods.findLast((_, index) => judged(index) > 0) ??
      periods.at(-1);
    return { period, cells: rows.flatMap(({ cells }) => cells.find((cell) => cell.period === period) ?? []) };
  });
  protected readonly captionProvenance = computed(() => (this.#judged().cells.some(isExample) ? 'illustrative' : null));
  protected readonly caption = computed(() => {
    const { period, cells } = this.#judged();
    const verdicts = cells.map(({ verdict }) => verdict);
    return period ? verdictsFinding({ period, verdicts, words: this.#words() }, language()) : '';
  });
  #words(): Record<string, string> {
    return Object.fromEntries(Verdict.options.map((verdict) => [verdict, this.#word(verdict)] as const));
  }

  #word(verdict: string): string {
    return this.#text(`shared.verdict.${verdict}`);
  }

  #text(key: string, params?: Record<string, unknown>): string {
    return this.#texts.translate(key, params, language());
  }
}

const isExample = (cell: { readonly verdict: string | null; readonly provenance: string }): boolean =>
  cell.verdict !== null && cell.provenance === 'illustrative';
