import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import { type AvailableTransition, isSettled } from '@malspar/reporting-model';
import {
  AssessmentMark,
  Breadcrumb,
  FocusKeeper,
  focusUnmoved,
  formatDateTime,
  formatPeriod,
  language,
  Loaded,
  LoadedAs,
  PageHeader,
  PlanText,
  problemOf,
  Provenance,
  SingleKeys,
  StateBadge,
  VerdictMark,
} from '@malspar/shared-web';
import { ReviewStore } from './review-store';
import { CorrectionNotice } from '../ui/correction-notice';
import { DecisionPanel } from './decision-panel';
import { DecisionReceipt } from './decision-receipt';
import { matchesMedia } from '../ui/matches-media';
import { overviewOf } from '../ui/overview-of';
import { fieldAnchor, isBeingWritten } from './review-subjects';
import { SubjectView } from './subject-view';

/** A report as its reviewers read it: what changed, largest first, beside what was; then the decision. */
@Component({
  selector: 'ms-review-page',
  imports: [
    AssessmentMark,
    Breadcrumb,
    CorrectionNotice,
    DecisionPanel,
    DecisionReceipt,
    Loaded,
    LoadedAs,
    PageHeader,
    PlanText,
    Provenance,
    RouterLink,
    StateBadge,
    SubjectView,
    TranslocoDirective,
    VerdictMark,
  ],
  providers: [ReviewStore],
  templateUrl: './review-page.html',
  styleUrl: './review-page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class ReviewPage {
  readonly id = input.required<string>();
  /** Compared with: `period`, or the number of a revision; by default what the reviewer needs most. */
  readonly mot = input<string>();

  protected readonly problemOf = problemOf;
  protected readonly store = inject(ReviewStore);
  readonly #focus = inject(FocusKeeper);
  readonly #router = inject(Router);
  readonly #keys = inject(SingleKeys);
  /** One column; room for charts beside the words. */
  protected readonly narrow = matchesMedia('(max-width: 40rem)');
  protected readonly wide = matchesMedia('(min-width: 64rem)');
  /** Why pressing for the next report led nowhere. */
  protected readonly noNext = signal<'none' | 'unknown' | null>(null);

  protected readonly period = computed(() => {
    const report = this.store.report();
    return report ? formatPeriod(report.period) : '';
  });
  protected readonly periodInWords = computed(() => {
    const report = this.store.report();
    return report ? periodText(report.period, language()) : '';
  });
  protected readonly anchor = (targetCode: string | null): string => fieldAnchor(targetCode, '');
  /** Whether it is being written: what is shown is then a draft, and there is nothing to decide. */
  protected readonly beingWritten = computed(() => {
    const report = this.store.report();
    return report !== null && isBeingWritten(report);
  });
  /** Whether its values are approved, and no longer provisional. */
  protected readonly settled = computed(() => isSettled(this.store.report()?.state));
  protected readonly overview = computed(() => {
    const report = this.store.report();
    if (!report) return null;
    return overviewOf(
      report,
      report.entries.map((entry) => ({ entry, values: entry.content.values })),
    );
  });
  // What was asked about is shown even where it is the same.
  protected readonly nothingChanged = computed(
    () => !(this.store.content()?.shown.some((subject) => subject.changed) ?? false),
  );
  protected readonly before = computed(() => {
    const compared = this.store.comparedWith();
    if (!compared) return null;
    if (compared.kind === 'period') {
      return { key: 'reporting.review.beforePeriod', params: { period: periodText(compared.label, language()) } };
    }
    const isPublished = compared.label === String(this.store.published());
    const key = isPublished ? 'reporting.review.beforePublished' : 'reporting.review.beforeRevision';
    return { key, params: { number: compared.label } };
  });
  protected readonly submittedAt = computed(() => {
    const revision = this.store.report()?.revision;
    return revision ? formatDateTime(revision.submittedAt) : '';
  });

  /** The revisions worth comparing with: what was returned, what is published, and the one the address names. */
  protected readonly revisions = computed(() => {
    const { returned, published, against } = this.store;
    const numbers = [returned(), published(), against()].filter((each) => typeof each === 'number');
    return [...new Set(numbers)].sort((a, b) => b - a);
  });

  constructor() {
    effect(() => {
      this.noNext.set(null);
      this.store.open(this.id(), this.mot());
    });
  }

  protected tabKey(number: number): string {
    if (number === this.store.returned()) return 'reporting.review.againstReturned';
    return `reporting.review.${number === this.store.published() ? 'againstPublished' : 'againstRevision'}`;
  }

  protected async decide(decision: AvailableTransition, textOfSuggestion: string): Promise<void> {
    await this.store.decide(decision, textOfSuggestion);
    const failure = this.store.failure();
    // What has changed since the revision that was read is what has to be read now.
    if (failure?.kind === 'stale') await this.#router.navigate([], { queryParams: { mot: failure.readNumber } });
  }

  protected async goToNext(): Promise<void> {
    const known = this.store.receipt() ? this.store.next() : 'unknown';
    const next = known === 'unknown' ? await this.store.nextInQueue() : known;
    this.noNext.set(typeof next === 'string' ? next : null);
    if (typeof next === 'string') this.#focus.moveTo('no-next');
    else await this.#router.navigate(['/rapporter', next.id, 'granska'], { queryParams: { mot: null } });
  }

  protected press(event: KeyboardEvent): void {
    const act = { j: () => this.#walk(1), k: () => this.#walk(-1), n: () => void this.goToNext() }[
      this.#keys.of(event) ?? ''
    ];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Along the changes and, after the last, to the decision. Who leaves one forwards has read it. */
  #walk(step: 1 | -1): void {
    const changes = this.store.content()?.shown ?? [];
    const places = [...changes.map(({ targetCode }) => this.anchor(targetCode)), 'decision'];
    const here = places.findIndex((id) => partAround(id)?.contains(document.activeElement));
    const left = changes[here];
    if (step === 1 && left && this.store.decides()) this.store.tick(left, true);
    const to = document.getElementById(places[here < 0 ? 0 : here + step] ?? '');
    // At once: with a key held down the next press starts from here.
    if (!to) return;
    focusUnmoved(to);
    to.scrollIntoView({ block: to.id === 'decision' ? 'nearest' : 'start' });
  }
}

const partAround = (id: string): Element | null => document.getElementById(id)?.closest('article, section') ?? null;
