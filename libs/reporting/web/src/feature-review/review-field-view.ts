import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Indicator } from '@malspar/plan-model';
import type { CheckResult, ReportComment } from '@malspar/reporting-model';
import { exactDecimal, numberText } from '@malspar/shared-charts';
import { language } from '@malspar/shared-web';
import { decimalsOf, type PeriodCode } from '@malspar/shared-model';
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
  imports: [TranslocoDirective, ChangedWords, CommentBox, FieldComment, FieldText],
  templateUrl: './review-field-view.html',
  styleUrl: './review-field-view.css',
})
export class ReviewFieldView {
  readonly id = input.required<string>();
  readonly field = input.required<ReviewField>();
  readonly label = input.required<string>();
  /** Whose field it is, for those who hear the buttons without seeing them. */
  readonly owner = input.required<string>();
  readonly reportPeriod = input.required<PeriodCode>();
  readonly indicator = input<Indicator | null>(null);
  readonly checks = input<readonly CheckResult[]>([]);
  readonly earlier = input<readonly ReportComment[]>([]);
  readonly pending = input<PendingComment | null>(null);
  readonly mayComment = input(false);
  readonly begun = output();
  readonly written = output<PendingComment>();
  readonly removed = output();

  protected readonly isWords = computed(() => this.field().kind === 'words' || this.field().kind === 'plain');
  /** Both sides have words: they are marked one by one. */
  protected readonly marksWords = computed(() => {
    const { changed, before, after } = this.field();
    return this.isWords() && changed && before !== null && after !== null;
  });

  /** How far a figure has moved, with its sign. */
  protected readonly movement = computed(() => {
    const { kind, changed, before, after } = this.field();
    if (kind !== 'number' || !changed || before === null || after === null) return null;
    const decimals = Math.max(
      this.indicator()?.decimals ?? 0,
      ...[before, after].map((value) => decimalsOf(exactDecimal(value, 0))),
    );
    const moved = Number(after) - Number(before);
    const text = numberText(Math.abs(moved), decimals, language());
    return `${moved < 0 ? '\u2212' : '+'}${text}`;
  });

  protected readonly afterPeriod = computed(() => {
    const period = this.field().afterPeriod;
    return period === this.reportPeriod() ? null : period;
  });

  protected checkWords(t: Translate, check: CheckResult): string {
    return checkText(t, check, language());
  }
}
