import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import { CORRECTION_REASON_MAX, type PublicationReport } from '@malspar/publication-model';
import { cleanText, isBlank } from '@malspar/shared-model';
import {
  Audience,
  Breadcrumb,
  Empty,
  type ErrorLink,
  ErrorSummary,
  FocusKeeper,
  formatPeriodInText,
  isTooLong,
  language,
  Loading,
  PageHeader,
  PlanText,
  ProblemNotice,
  problemOf,
  TextNotes,
} from '@malspar/shared-web';
import { ActStore } from '../data/act-store';
import { PublicationClient } from '../data/publication-client';
import { EMPTY_DRAFT, toDraft } from '../data/written-draft';
import { ActProblem } from '../ui/act-problem';

/** Reopens one report of a published period, with a reason. What is published stays until the next version. */
@Component({
  selector: 'ms-correct-page',
  imports: [
    ActProblem,
    Audience,
    Breadcrumb,
    Empty,
    ErrorSummary,
    Loading,
    PageHeader,
    PlanText,
    ProblemNotice,
    RouterLink,
    TextNotes,
    TranslocoDirective,
  ],
  templateUrl: './correct-page.html',
  styleUrl: './correct-page.css',
})
export class CorrectPage {
  readonly period = input.required<string>();
  /** The kind of content, as the address has it; absent for the usual kind. */
  readonly slag = input<string>();

  readonly #client = inject(PublicationClient);
  readonly #focus = inject(FocusKeeper);
  protected readonly acts = inject(ActStore);

  protected readonly problemOf = problemOf;
  protected readonly longest = CORRECTION_REASON_MAX;
  protected readonly formatPeriodInText = formatPeriodInText;
  protected readonly heading = computed(() => periodText(this.period(), language()));
  protected readonly loaded = resource({
    params: () => ({ period: this.period(), contentKind: this.slag() }),
    loader: ({ params: { period, contentKind } }) => this.#client.preview(period, toDraft(EMPTY_DRAFT, contentKind)),
  });
  protected readonly reports = computed(() =>
    this.loaded.hasValue() ? this.loaded.value().reports.filter(({ canReopen }) => canReopen) : null,
  );
  protected readonly underWay = computed(() =>
    this.loaded.hasValue() ? this.loaded.value().reports.filter(({ canReopen }) => !canReopen) : [],
  );
  protected readonly chosen = signal<PublicationReport | null>(null);
  protected readonly reason = signal('');
  protected readonly asked = signal(false);
  protected readonly faults = computed(() => ({
    report: this.asked() && this.chosen() === null,
    reason: this.asked() && isBlank(this.reason()),
  }));
  protected readonly reopened = signal<PublicationReport | null>(null);

  constructor() {
    this.acts.forget();
  }

  protected errors(report: string, reason: string): ErrorLink[] {
    const first = this.reports()?.at(0)?.reportId ?? '';
    return [
      ...(this.faults().report ? [{ id: `report-${first}`, text: report }] : []),
      ...(this.faults().reason ? [{ id: 'correction-reason', text: reason }] : []),
    ];
  }

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    const [report, reason] = [this.chosen(), cleanText(this.reason())];
    if (!report || reason === '') return;
    if (isTooLong(reason, CORRECTION_REASON_MAX)) {
      this.#focus.moveTo('correction-reason');
      return;
    }
    const done = await this.acts.correct(this.period(), {
      contentKind: this.slag(),
      reportId: report.reportId,
      reason,
    });
    if (!done) return;
    this.reopened.set(report);
    this.#focus.moveToHeading();
  }
}
