import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodHeading } from '@malspar/figures-model';
import {
  COMMENT_MAX,
  emptyEntryContent,
  type EntryContent,
  explanationPath,
  type FieldPlace,
  isFieldPath,
  type ReportComment,
  requiredFields,
  SoftCheckCode,
} from '@malspar/reporting-model';
import type { PeriodCode } from '@malspar/shared-model';
import { language } from '@malspar/shared-web';
import { ReplyStore } from '../data/reply-store';
import { fieldId, fieldOf } from '../field-names';
import { entryShape, typedFrom } from '../data/draft-fields';
import type { DraftSlot } from '../data/draft-slot';
import type { DraftedEntry } from '../data/draft-store';
import { asksWhetherSame, confirmStillSo, writeComment } from '../data/still-so';
import { ChoiceField } from '../ui/choice-field';
import { assessmentChoices } from '../ui/choices';
import { FieldComment } from '../ui/field-comment';
import type { Translate } from '../ui/period-words';
import { measureText } from '../ui/reading-rows';
import { SameAsLast } from '../ui/same-as-last';
import { TextField } from '../ui/text-field';
import { EarlierWordings } from './earlier-wordings';
import { FormChecks } from './form-checks';
import { LastLine } from './last-line';
import { MeasureBlock } from './measure-block';
import { MilestoneBlock } from './milestone-block';
import { Question } from './question';
import { settled } from './settled';
import { SoftChecks } from './soft-checks';
import { ValueBlock } from './value-block';

const MEASURE = ['measure/text', 'measure/responsible', 'measure/dueOn'] as const;

/** The questions about one target, one block each. */
@Component({
  selector: 'ms-entry-form',
  imports: [
    ChoiceField,
    EarlierWordings,
    FieldComment,
    MeasureBlock,
    LastLine,
    MilestoneBlock,
    NgTemplateOutlet,
    Question,
    SameAsLast,
    SoftChecks,
    TextField,
    TranslocoDirective,
    ValueBlock,
  ],
  templateUrl: './entry-form.html',
  styleUrl: './entry-form.css',
  host: { '(focusout)': 'left()' },
})
export class EntryForm {
  readonly drafted = input.required<DraftedEntry>();
  readonly period = input.required<PeriodCode>();
  readonly comments = input<readonly ReportComment[]>([]);
  /** The latest revision; replies to comments on it may still be changed. */
  readonly revision = input<number | null>(null);
  /** Roles that have answered for measures before. */
  readonly responsibles = input<readonly string[]>([]);
  /** Whether to say what has not been filled in: not before one has had the chance. */
  readonly showMissing = input(false);
  /** Something was left: save it now rather than in a moment. */
  readonly fieldLeft = output();

  protected readonly replies = inject(ReplyStore);
  protected readonly asksWhetherSame = asksWhetherSame;
  protected readonly confirmStillSo = confirmStillSo;
  protected readonly writeComment = writeComment;
  protected readonly id = fieldId;
  protected readonly commentMax = COMMENT_MAX;
  protected readonly entry = computed(() => this.drafted().entry);
  protected readonly draft = computed<DraftSlot<EntryContent>>(() => this.drafted().draft);
  protected readonly last = computed(() => this.entry().last);

  readonly #settled = settled(
    computed(() => this.drafted().checks),
    computed(() => this.entry().targetCode),
  );
  protected readonly checks = computed(
    () => new FormChecks(this.#settled.value(), this.showMissing(), language(), this.#required()),
  );
  readonly #required = computed(() =>
    requiredFields({ ...this.entry(), content: this.draft().content() }, this.period()),
  );
  protected readonly asksMeasure = computed(() => {
    const inDoubt = ['uncertain', 'will_not_reach'].includes(this.draft().text('assessment'));
    return inDoubt || MEASURE.some((field) => this.draft().text(field).trim() !== '');
  });

  /** Explanations of what is no longer pointed out; they would still follow to the reviewer. */
  protected readonly unneeded = computed(() => {
    const asked = new Set(this.#settled.value().map((check) => check.code));
    return Object.entries(this.draft().content().explanations)
      .filter(([code, text]) => text && !asked.has(code))
      .map(([code, text]) => ({ path: explanationPath(SoftCheckCode.parse(code)), text }));
  });

  protected readonly lastWhen = computed(() => {
    const last = this.last();
    return last ? periodHeading(last.period, language()) : '';
  });

  protected need(t: Translate, field: FieldPlace): string {
    return this.checks().need(t, field);
  }

  protected lastMeasureText(t: Translate): string {
    return measureText(t, { measure: this.last()?.measure ?? null }, language());
  }

  protected choices = (t: Translate) => assessmentChoices(t);

  protected commentsAt(...fields: FieldPlace[]): readonly ReportComment[] {
    const periods = this.entry().duePeriods;
    return this.comments().filter((comment) => {
      const field = fieldOf(comment.field, {}, periods);
      return fields.some((each) => field === each || field?.startsWith(`${each}/`));
    });
  }

  /** Comments on what has no block of its own stand at the top. */
  protected readonly looseComments = computed(() => {
    const placed = [
      'assessment',
      'values',
      'parts',
      'milestones',
      'noValueReason',
      'comment',
      'measure',
      'explanations',
    ];
    return this.comments().filter(
      (comment) => !placed.includes(fieldOf(comment.field, {}, ['x'])?.split('/')[0] ?? ''),
    );
  });

  protected takeSuggestion(comment: ReportComment, suggestion: string): void {
    const field = fieldOf(comment.field, {}, this.entry().duePeriods);
    const named = field === 'measure' ? 'measure/text' : field;
    if (named !== null && isFieldPath(named)) this.draft().set(named, typedFrom(named, suggestion));
  }

  /** The last measure as it would be stored, for taking it over whole. */
  protected readonly lastMeasure = computed(() => {
    const measure = this.last()?.measure ?? null;
    return entryShape.fieldsOf({ ...emptyEntryContent, measure });
  });

  protected left(): void {
    this.#settled.now();
    this.fieldLeft.emit();
  }
}
