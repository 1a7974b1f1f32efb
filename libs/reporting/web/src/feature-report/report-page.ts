import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  emptyEntryContent,
  type EntryContent,
  isOpen,
  isSentBack,
  isSettled,
  lacksReply,
  type ReportComment,
  isFieldPath,
} from '@malspar/reporting-model';
import {
  FocusKeeper,
  formatAlternatives,
  formatDate,
  formatDateTime,
  formatPeriod,
  Loaded,
  LoadedAs,
  PageHeader,
  PlanText,
  Provenance,
  Session,
  StateBadge,
} from '@malspar/shared-web';
import { fieldId, replyId, stepOf, VERDICT_STEP, YEAR_STEP } from '../field-names';
import { withoutUnreadable } from '../data/draft-checks';
import type { Fields } from '../data/draft-fields';
import { lastFields } from '../data/last-fields';
import { DraftStore } from '../data/draft-store';
import { confirmStillSo } from '../data/still-so';
import { TransitionStore } from '../data/transition-store';
import { ActProblem } from '../ui/act-problem';
import { CorrectionNotice } from '../ui/correction-notice';
import { EntryReading } from '../ui/entry-reading';
import { SaveStatus } from '../ui/save-status';
import { VerdictReading } from '../ui/verdict-reading';
import { YearReading } from '../ui/year-reading';
import { Beside } from './beside';
import { BesideVerdict } from './beside-verdict';
import { BesideYear } from './beside-year';
import { ConflictView } from './conflict-view';
import { EntryForm } from './entry-form';
import { SameForAll } from './same-for-all';
import { SameForReport } from './same-for-report';
import { stepLabel, stepName, stepsOf } from './steps';
import { TargetList } from './target-list';
import { VerdictForm } from './verdict-form';
import { YearForm } from './year-form';

/** The report form: one target at a time, saved as it is written. */
@Component({
  selector: 'ms-report-page',
  imports: [
    ActProblem,
    Beside,
    BesideVerdict,
    BesideYear,
    ConflictView,
    CorrectionNotice,
    EntryForm,
    EntryReading,
    Loaded,
    LoadedAs,
    PageHeader,
    PlanText,
    Provenance,
    SameForAll,
    SameForReport,
    SaveStatus,
    StateBadge,
    TargetList,
    TranslocoDirective,
    VerdictForm,
    VerdictReading,
    YearForm,
    YearReading,
  ],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
  host: { '(document:keydown.control.enter)': 'goOn($event)', '(document:keydown.meta.enter)': 'goOn($event)' },
})
export class ReportPage {
  readonly id = input.required<string>();
  /** The target that is open, the verdict or the year. */
  readonly mal = input<string>();
  /** Given by those who come to reply: the page goes on to the first comment that waits for it. */
  readonly svara = input<string>();

  protected readonly store = inject(DraftStore);
  protected readonly transitions = inject(TransitionStore);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #focus = inject(FocusKeeper);
  /** Steps that have been left once: there one is told what is missing. */
  readonly #visited = signal<ReadonlySet<string>>(new Set());

  protected readonly dateTime = formatDateTime;
  protected readonly alternatives = formatAlternatives;
  protected readonly label = stepLabel;
  protected readonly confirmStillSo = confirmStillSo;
  protected readonly isSettled = isSettled;
  protected readonly lastFields = lastFields;
  protected readonly report = computed(() => {
    const report = this.store.report();
    return report?.id === this.id() ? report : null;
  });
  protected readonly steps = computed(() =>
    stepsOf(
      this.store.entries(),
      { draft: this.store.verdict(), checks: this.store.verdictChecks() },
      { draft: this.store.year(), checks: this.store.yearChecks(), period: this.report()?.year?.period ?? '' },
      this.report()?.comments ?? [],
    ),
  );
  protected readonly current = computed(() => {
    const names = this.steps().map(stepName);
    const asked = this.mal();
    if (asked !== undefined && names.includes(asked)) return asked;
    return this.#startAt() ?? names[0] ?? VERDICT_STEP;
  });
  // Where there is something to do first; decided once, so that the page does not walk away while one writes.
  readonly #visit = computed(() => (this.report() ? `${this.id()} ${this.report()?.canWrite}` : null));
  readonly #startAt = computed(() => {
    if (this.#visit() === null) return null;
    const { steps, mayWrite } = untracked(() => ({ steps: this.steps(), mayWrite: this.report()?.canWrite }));
    const first = steps.find((step) => step.lackReply > 0) ?? steps.find((step) => step.state !== 'done');
    return mayWrite && first ? stepName(first) : null;
  });
  protected readonly drafted = computed(
    () => this.store.entries().find(({ entry }) => entry.targetCode === this.current()) ?? null,
  );
  /** What the figure beside the form is drawn from. */
  protected readonly readable = computed((): EntryContent => {
    const draft = this.drafted()?.draft;
    return draft ? withoutUnreadable(draft.content(), draft.faults()) : emptyEntryContent;
  });
  /** The whole year, where that is the step. */
  protected readonly year = computed(() => {
    const [year, draft] = [this.report()?.year, this.store.year()];
    return this.current() === YEAR_STEP && year && draft ? { ...year, draft } : null;
  });
  protected readonly codes = computed(() => this.store.entries().map(({ entry }) => entry.targetCode));
  protected readonly slot = computed(() => this.drafted()?.draft ?? this.year()?.draft ?? this.store.verdict());
  protected readonly next = computed(() => {
    const steps = this.steps();
    return steps[steps.findIndex((step) => stepName(step) === this.current()) + 1] ?? null;
  });
  protected readonly showMissing = computed(
    () => this.#visited().has(this.current()) || isSentBack(this.report()?.state),
  );
  protected readonly openChecks = computed(() => this.store.checks().filter(isOpen).length);
  protected readonly withdraw = computed(
    () => this.report()?.available.find((step) => step.place === 'form' && step.enabled) ?? null,
  );
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
      untracked(() => void this.store.open(id, me.email));
    });
    effect(() => {
      const report = this.report();
      if (report && this.svara() !== undefined) untracked(() => void this.#goToReply(report.comments));
    });
  }

  protected readonly comments = computed(
    (): readonly ReportComment[] =>
      this.report()?.comments.filter((comment) => stepOf(comment) === this.current()) ?? [],
  );

  protected async retry(): Promise<void> {
    if (this.store.state() === 'signed-out') await this.#session.load();
    else this.store.retry();
  }

  protected reload(): void {
    void this.store.open(this.id(), this.#session.me()?.email ?? '');
  }

  protected saveNow(): void {
    void this.slot()?.save();
  }

  protected settle(chosen: Fields): void {
    const [field] = Object.keys(chosen);
    if (field !== undefined && isFieldPath(field)) this.#focus.moveTo(fieldId(field));
    void this.slot()?.settle(chosen);
  }

  protected date(day: string): string {
    return formatDate(day);
  }

  /** Saves and goes to the next step, or from the last one to the check. */
  protected async goOn(event?: Event): Promise<void> {
    if (!this.report()?.canWrite) return;
    event?.preventDefault();
    this.#visited.update((names) => new Set([...names, this.current()]));
    this.saveNow();
    const next = this.next();
    if (next === null) return this.check();
    await this.#router.navigate(['/rapporter', this.id()], {
      queryParams: { mal: stepName(next) },
      fragment: next.firstField,
    });
  }

  /** Everything is saved first: the check page shows what the server has. */
  protected async check(): Promise<void> {
    await this.store.saveAll();
    await this.#router.navigate(['/rapporter', this.id(), 'kontroll']);
  }

  async #goToReply(comments: readonly ReportComment[]): Promise<void> {
    const step = this.steps().find(({ lackReply }) => lackReply > 0);
    const first = comments.find((comment) => stepOf(comment) === step?.name && lacksReply(comment));
    await this.#router.navigate(['/rapporter', this.id()], {
      queryParams: step ? { mal: stepName(step) } : {},
      ...(first && { fragment: replyId(first.id) }),
      replaceUrl: true,
    });
  }

  protected async takeBack(): Promise<void> {
    const withdraw = this.withdraw();
    if (!withdraw) return;
    await this.transitions.take(this.id(), { transition: withdraw.name });
    // After a no the report may have been taken further by somebody else: read it either way.
    this.reload();
  }
}
