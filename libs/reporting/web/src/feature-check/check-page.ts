import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type FiredCheck, isOpen, type ReportComment, type TransitionReceipt } from '@malspar/reporting-model';
import {
  FocusKeeper,
  formatPeriod,
  Loaded,
  LoadedAs,
  PageHeader,
  PlanText,
  Provenance,
  Session,
} from '@malspar/shared-web';
import { stepOf, VERDICT_STEP, YEAR_STEP } from '../field-names';
import { DraftStore } from '../data/draft-store';
import { TransitionStore } from '../data/transition-store';
import { ActProblem } from '../ui/act-problem';
import { CorrectionNotice } from '../ui/correction-notice';
import { EntryReading } from '../ui/entry-reading';
import { SaveStatus } from '../ui/save-status';
import { VerdictReading } from '../ui/verdict-reading';
import { YearReading } from '../ui/year-reading';
import { OpenChecks } from './open-checks';
import { Receipt } from './receipt';

/** The whole report as the reviewer will read it, what is left to do on top, and one button. */
@Component({
  selector: 'ms-check-page',
  imports: [
    ActProblem,
    CorrectionNotice,
    EntryReading,
    Loaded,
    LoadedAs,
    OpenChecks,
    PageHeader,
    PlanText,
    Provenance,
    Receipt,
    RouterLink,
    SaveStatus,
    TranslocoDirective,
    VerdictReading,
    YearReading,
  ],
  templateUrl: './check-page.html',
  styleUrl: './check-page.css',
})
export class CheckPage {
  readonly id = input.required<string>();

  protected readonly store = inject(DraftStore);
  protected readonly transitions = inject(TransitionStore);
  readonly #session = inject(Session);
  readonly #focus = inject(FocusKeeper);
  protected readonly verdictStep = VERDICT_STEP;
  protected readonly yearStep = YEAR_STEP;
  protected readonly receipt = signal<TransitionReceipt | null>(null);
  protected readonly unsaved = signal(false);

  protected readonly report = computed(() => {
    const report = this.store.report();
    return report?.id === this.id() ? report : null;
  });
  /** What the form finds open, or else what the server does: it has the last word. */
  protected readonly open = computed(() => {
    const here = this.store.checks().filter(isOpen);
    const there = this.report()?.checks.filter((check) => isOpen(check) && check.code !== 'comment_lacks_reply') ?? [];
    return here.length > 0 || this.store.state() !== 'saved' ? here : there;
  });
  readonly #transition = computed(() => this.report()?.available.find(({ place }) => place === 'check'));
  /** Why handing in is not for this person or this time; open checks are pointed at instead. */
  protected readonly hindrance = computed(() => {
    const step = this.#transition();
    if (!step) return 'not_offered';
    const aboutChecks = step.reason === 'checks_open' || step.reason === 'soft_checks_unexplained';
    return step.enabled || aboutChecks ? null : step.reason;
  });
  protected readonly changeLink = computed(() => (this.report()?.canWrite ? ['/rapporter', this.id()] : null));
  protected readonly title = computed(() => this.report()?.focusArea.title ?? '');
  protected readonly heading = computed(() => {
    const report = this.report();
    return report ? formatPeriod(report.period) : '';
  });

  constructor() {
    effect(() => {
      const [id, me] = [this.id(), this.#session.me()];
      // Signed out under the page: everything stays as it is until it is known who is back.
      if (!me) return;
      untracked(() => {
        this.receipt.set(null);
        this.transitions.forget();
        void this.store.open(id, me.email);
      });
    });
  }

  /** The whole year, where the report judges one. */
  protected readonly year = computed(() => {
    const [year, draft] = [this.report()?.year, this.store.year()];
    return year && draft ? { ...year, draft } : null;
  });
  protected readonly codes = computed(() => this.store.entries().map(({ entry }) => entry.targetCode));

  protected checksOf(step: string): readonly FiredCheck[] {
    return this.open().filter((check) => stepOf(check) === step);
  }

  protected commentsOn(step: string): readonly ReportComment[] {
    return this.report()?.comments.filter((comment) => stepOf(comment) === step) ?? [];
  }

  protected async retry(): Promise<void> {
    if (this.store.state() === 'signed-out') await this.#session.load();
    else this.store.retry();
  }

  protected reload(): void {
    this.transitions.forget();
    void this.store.open(this.id(), this.#session.me()?.email ?? '');
  }

  /** Hands in what is saved; what is not yet saved is saved first, and if that fails nothing is handed in. */
  protected async submit(): Promise<void> {
    if (this.transitions.busy()) return;
    if (this.open().length > 0) {
      this.#focus.moveTo('open-checks');
      return;
    }
    const saved = await this.store.saveAll();
    this.unsaved.set(!saved);
    if (!saved) return;
    const transition = this.#transition()?.name;
    const receipt = transition && (await this.transitions.take(this.id(), { transition }));
    if (receipt) {
      this.receipt.set(receipt);
      this.#focus.moveToHeading();
    }
    // After a yes the report is no longer ours; after a no it may have changed under us. Read it either way.
    await this.store.open(this.id(), this.#session.me()?.email ?? '');
  }
}
