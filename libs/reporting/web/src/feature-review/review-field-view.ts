import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { exactDecimal, numberText } from '@malspar/figures-model';
import type { Indicator } from '@malspar/plan-model';
import { type FiredCheck, isAboutYear, type ReportComment, shareOfWordsChanged } from '@malspar/reporting-model';
import { decimalsOf, differenceOf, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { FocusKeeper, language, Sentence } from '@malspar/shared-web';
import { checkText } from '../ui/check-words';
import { FieldComment } from '../ui/field-comment';
import type { Translate } from '../ui/period-words';
import { ChangedWords } from './changed-words';
import { CommentBox } from './comment-box';
import { FieldText } from './field-text';
import type { PendingComment } from './review-draft';
import type { ReviewField } from './review-fields';

/** One field, then and now, with what was said about it and room to say more. */
@Component({
  selector: 'ms-review-field',
  imports: [TranslocoDirective, ChangedWords, CommentBox, FieldComment, FieldText, Sentence],
  templateUrl: './review-field-view.html',
  styleUrl: './review-field-view.css',
})
export class ReviewFieldView {
  readonly id = input.required<string>();
  readonly field = input.required<ReviewField>();
  readonly label = input.required<string>();
  /** The plan's words, and those of who reported, that may stand in the label. */
  readonly plansWords = input<readonly string[]>([]);
  /** Whose field it is, for those who hear the buttons without seeing them. */
  readonly owner = input.required<string>();
  readonly reportPeriod = input.required<PeriodCode>();
  /** The period compared with, where one is. */
  readonly comparedPeriod = input<PeriodCode | null>(null);
  readonly indicator = input<Indicator | null>(null);
  readonly checks = input<readonly FiredCheck[]>([]);
  readonly earlier = input<readonly ReportComment[]>([]);
  readonly pending = input<PendingComment | null>(null);
  readonly mayComment = input(false);
  /** One column: then and now on one line, what was rewritten folded away. */
  readonly narrow = input(false);
  readonly begun = output();
  readonly written = output<PendingComment>();
  readonly removed = output();

  readonly #focus = inject(FocusKeeper);

  protected readonly isWords = computed(() => this.field().kind === 'words' || this.field().kind === 'plain');
  /** Words are marked one by one where enough is left of the old text to read them in; else it is a new text. */
  protected readonly marksWords = computed(() => {
    const { changed, before, after } = this.field();
    if (!this.isWords() || !changed || before === null || after === null) return false;
    return shareOfWordsChanged(before, after) <= MARKED_AT_MOST;
  });
  protected readonly isRewritten = computed(() => {
    const { changed, before, after } = this.field();
    return this.isWords() && changed && before !== null && after !== null && !this.marksWords();
  });

  /** Then and now fit on one line. */
  protected readonly isShort = computed(() => this.field().kind !== 'words');
  /** A text that is no longer there is a press away where there is one column. */
  protected readonly folds = computed(() => this.narrow() && !this.isShort() && this.field().before !== null);
  // In one column there is nothing to say of a side that says nothing, and marked words stand in one text.
  protected readonly showsThen = computed(() => {
    const { changed, before } = this.field();
    return !this.narrow() || (changed && before !== null && !this.marksWords());
  });

  /** How far a value has moved, with its sign. */
  protected readonly movement = computed(() => {
    const { kind, changed, before, after } = this.field();
    if (kind !== 'number' || !changed || before === null || after === null || before === after) return null;
    const decimals = Math.max(
      this.indicator()?.decimals ?? 0,
      ...[before, after].map((value) => decimalsOf(exactDecimal(value, 0))),
    );
    const moved = differenceOf(after, before);
    const text = numberText(moved.replace('-', ''), decimals, language());
    return `${moved.startsWith('-') ? '\u2212' : '+'}${text}`;
  });

  protected readonly beforePeriod = computed(() => {
    const period = this.field().beforePeriod;
    return period === this.comparedPeriod() ? null : period;
  });
  /** The whole year that was spoken of then, where it is another than now. */
  protected readonly yearBefore = computed(() => {
    const { field, beforePeriod } = this.field();
    const year = String(parsePeriod(this.reportPeriod()).year);
    return isAboutYear(field) && beforePeriod !== year ? beforePeriod : null;
  });
  protected readonly afterPeriod = computed(() => {
    const period = this.field().afterPeriod;
    return period === this.reportPeriod() ? null : period;
  });

  protected begin(): void {
    this.begun.emit();
    this.#focus.moveTo(`${this.id()}-comment`);
  }

  protected remove(): void {
    this.removed.emit();
    this.#focus.moveTo(`${this.id()}-begin`);
  }

  protected checkWords(t: Translate, check: FiredCheck): string {
    // The same facts as the owner is asked about, told to somebody else.
    const toReviewer: Translate = (key, params) =>
      t(key.replace('reporting.checks.', 'reporting.review.check.'), params);
    return checkText(toReviewer, check, language());
  }
}

/** The share of changed words beyond which marking each of them hides what the text says. */
const MARKED_AT_MOST = 0.6;
