import { Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { basisText, figureOfParts, findingCaption, periodText, quantityText } from '@malspar/figures-model';
import { AmendmentList, IndicatorDefinition, PlanClient, SourceLink } from '@malspar/plan-web';
import { comparableValue, type PlainDate } from '@malspar/shared-model';
import {
  AssessmentMark,
  Breadcrumb,
  Figure,
  formatDate,
  formatPeriod,
  formatPeriodInText,
  language,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  PlanText,
  Provenance,
  Sentence,
  Words,
} from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { ReportingClient } from '../data/reporting-client';
import type { Translate } from '../ui/period-words';
import { entryRows, measuresOf, originsOf } from './earlier-entries';
import { EntryList } from './entry-list';
import { BulletFigure } from '../ui/bullet-figure';
import { MilestoneList } from './milestone-list';
import { SeriesFigure } from './series-figure';

/** One target: how far it has come, every value and entry, what has changed in it, and where each value comes from. */
@Component({
  selector: 'ms-target-page',
  imports: [
    AmendmentList,
    AssessmentMark,
    Breadcrumb,
    BulletFigure,
    EntryList,
    Field,
    FieldControl,
    Figure,
    IndicatorDefinition,
    Loaded,
    LoadedAs,
    MilestoneList,
    PageHeader,
    PlanText,
    Provenance,
    RouterLink,
    Sentence,
    SeriesFigure,
    SourceLink,
    TranslocoDirective,
    Words,
  ],
  templateUrl: './target-page.html',
  styleUrl: './target-page.css',
})
export class TargetPage {
  readonly code = input.required<string>();
  /** What the target said on this date is shown as well. */
  readonly datum = input<string>();

  readonly #plans = inject(PlanClient);
  readonly #reporting = inject(ReportingClient);
  readonly #router = inject(Router);

  protected readonly formatPeriod = formatPeriod;
  protected readonly loaded = resource({
    params: () => this.code(),
    loader: async ({ params: code }) => {
      const [target, results] = await Promise.all([this.#plans.target(code), this.#reporting.targetResults(code)]);
      return { target, results };
    },
  });
  protected readonly shown = computed(() => loadedValue(this.loaded));

  readonly #then = resource({
    params: () => (this.datum() ? { code: this.code(), at: this.datum() } : undefined),
    loader: ({ params: { code, at } }) => this.#plans.target(code, at),
  });
  protected readonly then = computed(() => loadedValue(this.#then)?.inForce ?? null);
  protected readonly thenFailed = computed(() => this.#then.error() !== undefined);

  protected readonly rows = computed(() => {
    const shown = this.shown();
    return shown ? entryRows(shown.results.entries, shown.target.inForce) : [];
  });
  /** What was said of whole years, newest first. */
  protected readonly years = computed(() => [...(this.shown()?.results.years ?? [])].reverse());
  protected readonly latest = computed(() => this.rows().at(0)?.entry ?? null);
  /** The latest value that may be set against the baseline and the target value. */
  protected readonly comparable = computed(() => {
    const shown = this.shown();
    return shown && comparableValue(shown.target.indicator, shown.results.series, this.latest()?.period);
  });
  /** What the latest value is made up of. */
  protected readonly parts = computed(() => {
    const [shown, entry] = [this.shown(), this.latest()];
    if (!shown || !entry) return null;
    const { code, indicator } = shown.target;
    const figure = figureOfParts({ code, indicator, series: shown.results.series, entry }, language());
    return figure && { ...figure, illustrative: entry.provenance === 'illustrative' };
  });
  protected readonly measures = computed(() => measuresOf(this.shown()?.results.entries ?? []));
  protected readonly origins = computed(() => originsOf(this.shown()?.results.series ?? []));
  protected readonly caption = computed(() => {
    const shown = this.shown();
    if (!shown) return '';
    const { target, results } = shown;
    const asOf = this.latest()?.period;
    return findingCaption(target.indicator, results.series, target.inForce, language(), asOf);
  });

  /** Where the target is beside where an even pace would have it; each figure has a finding of its own. */
  protected paceCaption(t: Translate): string {
    const [value, pace] = [this.comparable(), this.shown()?.results.expectedToday];
    if (!value || !pace) return this.caption();
    const params = { value: this.quantity(value.value), pace: this.quantity(pace) };
    return t('reporting.targetPage.paceCaption', { ...params, period: basisText(value, language()) });
  }

  protected readonly milestones = computed(
    () => this.shown()?.target.indicator.milestones.map(({ title }) => title) ?? [],
  );
  protected readonly areaLink = computed(() => `/malomraden/${this.shown()?.target.focusAreaSlug ?? ''}`);

  protected quantity(value: string): string {
    return quantityText(value, this.shown()?.target.indicator ?? { unit: '', decimals: 0 }, language());
  }

  protected inWords(period: string): string {
    return periodText(period, language());
  }

  protected date(date: string): string {
    return formatDate(date);
  }

  protected span(periods: readonly string[]): string {
    const [first, last] = [periods.at(0) ?? '', periods.at(-1) ?? ''];
    return first === last ? formatPeriod(first) : `${formatPeriod(first)} – ${formatPeriodInText(last)}`;
  }

  protected askDate(event: Event): void {
    const datum: PlainDate | null = (event.target as HTMLInputElement).value || null;
    void this.#router.navigate([], { queryParams: { datum }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
