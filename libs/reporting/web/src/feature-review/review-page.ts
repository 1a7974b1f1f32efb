import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AvailableTransition } from '@malspar/reporting-model';
import { ReviewStore } from './review-store';
import { periodText } from '@malspar/shared-charts';
import {
  Breadcrumb,
  formatDateTime,
  formatPeriod,
  language,
  Loading,
  PageHeader,
  ProblemNotice,
  problemOf,
  StateBadge,
} from '@malspar/shared-web';
import { DecisionPanel } from './decision-panel';
import { DecisionReceipt } from './decision-receipt';
import { overviewOf } from '../ui/overview-of';
import { isSettled } from '../ui/series-with';
import { SubjectView } from './subject-view';

/** A report as its reviewers read it: what changed, largest first, beside what was; then the decision. */
@Component({
  selector: 'ms-review-page',
  imports: [
    RouterLink,
    TranslocoDirective,
    Breadcrumb,
    DecisionPanel,
    DecisionReceipt,
    Loading,
    PageHeader,
    ProblemNotice,
    StateBadge,
    SubjectView,
  ],
  providers: [ReviewStore],
  templateUrl: './review-page.html',
  styleUrl: './review-page.css',
})
export class ReviewPage {
  readonly id = input.required<string>();
  /** Compared with: `period`, or the number of a revision; by default what the reviewer needs most. */
  readonly mot = input<string>();

  protected readonly problemOf = problemOf;
  protected readonly store = inject(ReviewStore);
  readonly #router = inject(Router);

  protected readonly period = computed(() => {
    const report = this.store.report();
    return report ? formatPeriod(report.period) : '';
  });
  protected readonly periodInWords = computed(() => {
    const report = this.store.report();
    return report ? periodText(report.period, language()) : '';
  });
  /** Whether it is being written: what is shown is then a draft, and there is nothing to decide. */
  protected readonly beingWritten = computed(() => {
    const state = this.store.report()?.state;
    return state === 'draft' || state === 'returned';
  });
  /** Whether its figures are approved, and no longer provisional. */
  protected readonly settled = computed(() => isSettled(this.store.report()?.state));
  protected readonly overview = computed(() => {
    const report = this.store.report();
    if (!report) return null;
    return overviewOf(
      report,
      report.entries.map((entry) => ({ entry, values: entry.content.values })),
    );
  });
  protected readonly unchangedTargets = computed(
    () => this.store.content()?.unchanged.filter((subject) => subject.targetCode !== null).length ?? 0,
  );
  protected readonly unchangedWord = computed(() => {
    const count = this.unchangedTargets();
    const withVerdict = this.store.content()?.unchanged.some((subject) => subject.targetCode === null) ?? false;
    if (count === 0) return 'unchangedVerdict';
    return `unchanged${count === 1 ? 'One' : ''}${withVerdict ? 'AndVerdict' : ''}`;
  });
  protected readonly before = computed(() => {
    const compared = this.store.comparedWith();
    if (!compared) return null;
    return compared.kind === 'period'
      ? { key: 'reporting.review.beforePeriod', params: { period: periodText(compared.label, language()) } }
      : { key: 'reporting.review.beforeRevision', params: { number: compared.label } };
  });
  protected readonly submittedAt = computed(() => {
    const revision = this.store.report()?.revision;
    return revision ? formatDateTime(revision.submittedAt) : '';
  });

  /** The revisions worth comparing with: the one that was returned, and the one the address names. */
  protected readonly revisions = computed(() => {
    const numbers = [this.store.returned(), this.store.against()].filter((each) => typeof each === 'number');
    return [...new Set(numbers)].sort((a, b) => a - b);
  });

  constructor() {
    effect(() => this.store.open(this.id(), this.mot()));
  }

  protected async decide(decision: AvailableTransition, textOfSuggestion: string): Promise<void> {
    await this.store.decide(decision, textOfSuggestion);
    const failure = this.store.failure();
    // What has changed since the revision that was read is what has to be read now.
    if (failure?.kind === 'stale') await this.#router.navigate([], { queryParams: { mot: failure.readNumber } });
  }

  // A link within the page: the base address would otherwise turn it into another page.
  protected toDecision(event: Event): void {
    event.preventDefault();
    document.getElementById('decision')?.focus();
  }
}
