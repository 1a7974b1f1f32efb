import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  Assessment,
  type FieldPath,
  type FieldPlace,
  type FiredCheck,
  type Report,
  type ReportComment,
  type ReportYear,
  requiredYearFields,
  YEAR_COMMENT_MAX,
  type YearContent,
  yearPath,
} from '@malspar/reporting-model';
import { AssessmentMark, language, Provenance, VerdictMark } from '@malspar/shared-web';
import { ReplyStore } from '../data/reply-store';
import type { DraftSlot } from '../data/draft-slot';
import type { DraftedEntry } from '../data/draft-store';
import { saidInPeriod } from '../data/last-fields';
import { fieldId, fieldOfCheck } from '../field-names';
import { ChoiceField } from '../ui/choice-field';
import { assessmentChoices } from '../ui/choices';
import { FieldComment } from '../ui/field-comment';
import type { Translate } from '../ui/period-words';
import { SameAsLast } from '../ui/same-as-last';
import { TextField } from '../ui/text-field';
import { EarlierWordings } from './earlier-wordings';
import { FormChecks } from './form-checks';
import { Question } from './question';
import { SameForAll } from './same-for-all';
import { settled } from './settled';
import { type VerdictBefore, VerdictQuestions } from './verdict-questions';
import { YearValueLine } from './year-value-line';

/** The step of a year's last period that is about the whole year: each target and the area, the period's own beside. */
@Component({
  selector: 'ms-year-form',
  imports: [
    AssessmentMark,
    ChoiceField,
    EarlierWordings,
    FieldComment,
    NgTemplateOutlet,
    Provenance,
    Question,
    SameAsLast,
    SameForAll,
    TextField,
    TranslocoDirective,
    VerdictMark,
    VerdictQuestions,
    YearValueLine,
  ],
  templateUrl: './year-form.html',
  styleUrls: ['./entry-form.css', './year-form.css'],
  host: { '(focusout)': 'left()' },
})
export class YearForm {
  readonly report = input.required<Report>();
  readonly year = input.required<ReportYear>();
  readonly draft = input.required<DraftSlot<YearContent>>();
  readonly entries = input.required<readonly DraftedEntry[]>();
  readonly verdict = input.required<Readonly<{ verdict: YearContent['verdict']; explanation: string }>>();
  readonly checks = input.required<readonly FiredCheck[]>();
  readonly comments = input<readonly ReportComment[]>([]);
  readonly showMissing = input(false);
  readonly fieldLeft = output();

  protected readonly replies = inject(ReplyStore);
  protected readonly id = fieldId;
  protected readonly path = yearPath;
  protected readonly commentMax = YEAR_COMMENT_MAX;
  readonly #settled = settled(
    this.checks,
    computed(() => this.report().id),
  );
  /** What the report says of the period, as texts of the year's fields. */
  protected readonly inPeriod = computed(() => saidInPeriod(this.entries(), this.verdict()));
  protected readonly before = computed((): VerdictBefore => {
    const { 'year/verdict': verdict = '', 'year/explanation': explanation = '' } = this.inPeriod();
    return { period: this.report().period, verdict, explanation };
  });
  protected readonly formChecks = computed(() => {
    const judged = this.entries().map(({ entry, draft }) => ({
      targetCode: entry.targetCode,
      content: draft.content(),
    }));
    const required = requiredYearFields(this.draft().content(), judged);
    return new FormChecks(this.#settled.value(), this.showMissing(), language(), required);
  });

  /** Without what each assessment means: the same six have just been answered for the period. */
  protected choices(t: Translate) {
    return assessmentChoices(t).map((choice) => ({ ...choice, hint: '' }));
  }

  protected assessmentOf(code: string): Assessment | null {
    return Assessment.safeParse(this.inPeriod()[yearPath('assessment', code)]).data ?? null;
  }

  protected takeOver(field: FieldPath): void {
    this.draft().takeOver({ [field]: this.inPeriod()[field] ?? '' });
  }

  protected commentsOn(field: FieldPlace): readonly ReportComment[] {
    return this.comments().filter((comment) => fieldOfCheck(comment) === field);
  }

  protected left(): void {
    this.#settled.now();
    this.fieldLeft.emit();
  }
}
