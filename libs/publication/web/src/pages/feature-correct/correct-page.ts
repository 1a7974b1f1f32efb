import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { FormField, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import { CORRECTION_REASON_MAX, type PublicationReport } from '@malspar/publication-model';
import { cleanText } from '@malspar/shared-model';
import {
  Breadcrumb,
  Empty,
  FocusKeeper,
  formatPeriodInText,
  language,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  PlanText,
} from '@malspar/shared-web';
import {
  Field,
  FieldControl,
  FieldGroup,
  FormErrors,
  type RuleFault,
  FormHost,
  plainForm,
  textRule,
} from '@malspar/shared-web/form';
import { ActStore } from '../data/act-store';
import { PublicationClient } from '../data/publication-client';
import { EMPTY_DRAFT, toDraft } from '../data/written-draft';
import { ActProblem } from '../ui/act-problem';

/** Reopens one report of a published period, with a reason. What is published stays until the next version. */
@Component({
  selector: 'ms-correct-page',
  imports: [
    ActProblem,
    Breadcrumb,
    Empty,
    Field,
    FieldControl,
    FieldGroup,
    FormErrors,
    FormField,
    FormHost,
    Loaded,
    LoadedAs,
    PageHeader,
    PlanText,
    RouterLink,
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

  protected readonly longest = CORRECTION_REASON_MAX;
  protected readonly formatPeriodInText = formatPeriodInText;
  protected readonly heading = computed(() => periodText(this.period(), language()));
  protected readonly loaded = resource({
    params: () => ({ period: this.period(), contentKind: this.slag() }),
    loader: ({ params: { period, contentKind } }) => this.#client.preview(period, toDraft(EMPTY_DRAFT, contentKind)),
  });
  protected readonly reports = computed(
    () => loadedValue(this.loaded)?.reports.filter(({ canReopen }) => canReopen) ?? null,
  );
  protected readonly underWay = computed(
    () => loadedValue(this.loaded)?.reports.filter(({ canReopen }) => !canReopen) ?? [],
  );
  readonly #written = signal({ report: '', reason: '' });
  protected readonly form = plainForm(this.#written, {
    name: 'correction',
    schema: ({ report, reason }) => {
      validate(report, ({ value }): RuleFault | null =>
        value() === '' ? { kind: 'missing', message: 'publication.correct.reportMissing' } : null,
      );
      textRule(reason, { missing: () => 'publication.correct.reasonMissing', max: CORRECTION_REASON_MAX });
    },
    send: () => this.#correct(),
  });
  protected readonly reopened = signal<PublicationReport | null>(null);

  constructor() {
    this.acts.forget();
  }

  async #correct(): Promise<[]> {
    const { report: reportId, reason } = this.#written();
    const report = this.reports()?.find((each) => each.reportId === reportId);
    const correction = { contentKind: this.slag(), reportId, reason: cleanText(reason) };
    if (report && (await this.acts.correct(this.period(), correction))) {
      this.reopened.set(report);
      this.#focus.moveToHeading();
    }
    return [];
  }
}
