import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ChartFigure, quantityText } from '@malspar/figures-model';
import type { Assessment, FiredCheck, Entry, ReportComment } from '@malspar/reporting-model';
import type { PeriodCode } from '@malspar/shared-model';
import { AssessmentMark, Figure, language, PlanText, Provenance, Sentence } from '@malspar/shared-web';
import type { Translate } from '../ui/period-words';
import { TargetFigure } from '../ui/target-figure';
import { fieldLabel } from './field-label';
import { kindOf, lastPart, type ReviewField } from './review-fields';
import { ReviewFieldView } from './review-field-view';
import { ReviewStore } from './review-store';
import { fieldAnchor, type ReviewSubject } from './review-subjects';

/** A target's entry, or the area's verdict, as a reviewer reads it: what is new then and now, and its small chart. */
@Component({
  selector: 'ms-review-subject',
  imports: [
    PlanText,
    AssessmentMark,
    Figure,
    NgTemplateOutlet,
    Provenance,
    ReviewFieldView,
    RouterLink,
    TargetFigure,
    TranslocoDirective,
    Sentence,
  ],
  templateUrl: './subject-view.html',
  styleUrl: './subject-view.css',
})
export class SubjectView {
  readonly subject = input.required<ReviewSubject>();
  readonly period = input.required<PeriodCode>();
  /** Approved values belong to the series; others stand at its end as provisional. */
  readonly settled = input(false);
  /** Beside the verdict: all targets of the area at a glance. */
  readonly overview = input.required<ChartFigure | null>();
  /** Whether it stands in a fold whose line names it. */
  readonly folded = input(false);
  /** One column, as on a phone. */
  readonly narrow = input(false);
  /** Room for a chart beside the words. */
  readonly wide = input(true);

  protected readonly store = inject(ReviewStore);

  /**
   * The fields to read at once, and those that say the same as before. A judgement that is missing is worth seeing;
   * other empty fields are shown where somebody has said something about them.
   */
  protected readonly fields = computed(() => {
    const { fields, comments, targetCode } = this.subject();
    const missing = (field: string): boolean => !fields.some((each) => each.field === field);
    const judgement = targetCode === null ? '/verdict' : '/assessment';
    const always = new Set([judgement, ...comments.map((comment) => comment.field)]);
    const shown = [...[...always].filter(missing).map(emptyField), ...fields];
    const isOpen = (field: ReviewField): boolean =>
      field.changed || (field.before === null && field.after === null) || this.#isSpokenOf(field);
    return this.folded()
      ? { open: shown, folded: [] }
      : { open: shown.filter(isOpen), folded: shown.filter((field) => !isOpen(field)) };
  });

  /** The judgement where its field is folded away: no target is read without it. */
  protected readonly unchangedAssessment = computed((): Assessment | null =>
    this.fields().folded.some(({ field }) => field === '/assessment')
      ? (this.subject().entry?.content.assessment ?? null)
      : null,
  );

  protected readonly comparedPeriod = computed(() => {
    const compared = this.store.comparedWith();
    return compared?.kind === 'period' ? compared.label : null;
  });
  protected readonly hasSeries = computed(() => {
    const entry = this.subject().entry;
    return entry?.indicator.kind === 'numeric' && entry.series.length > 0;
  });

  protected anchor(field: string): string {
    return fieldAnchor(this.subject().targetCode, field);
  }

  protected label(t: Translate, field: ReviewField): string {
    const values = this.subject().fields.filter((each) => each.field.startsWith('/values/')).length;
    return fieldLabel(t, field, this.subject().entry?.indicator ?? null, values > 1, language());
  }

  /** The plan's words, and those of who reported, that stand in labels and in the target value. */
  protected readonly plansWords = computed(() => {
    const { indicator } = this.subject().entry ?? {};
    const parts = this.subject().fields.filter(({ field }) => field.split('/')[1] === 'parts');
    return [
      ...(indicator ? [indicator.unit, ...indicator.milestones.map(({ title }) => title)] : []),
      ...parts.map(({ field }) => lastPart(field)),
    ];
  });

  protected sameFields(t: Translate): string {
    return this.fields()
      .folded.map((field) => this.label(t, field))
      .join(', ');
  }

  protected aim(t: Translate): string {
    const { target, indicator } = this.subject().entry ?? {};
    if (!target || !indicator || target.targetValue === null) return '';
    const value = quantityText(target.targetValue, indicator, language());
    return t('reporting.review.aim', { value, year: target.targetYear });
  }

  /** All that is an example of what stands here, in one line. */
  protected examples(t: Translate): string {
    const { examples, entry } = this.subject();
    const hasAim = entry !== null && entry.target.targetValue !== null;
    const parts = { ...(hasAim && { aim: originOfAim(entry) === 'illustrative' }), ...examples };
    const marked = (['aim', 'now', 'before'] as const).filter((part) => parts[part]);
    if (marked.length === Object.keys(parts).length) return t('reporting.review.examples.all');
    return marked.map((part) => t(`reporting.review.examples.${part}`)).join(', ');
  }

  protected checksOf({ field }: Pick<ReviewField, 'field'>): readonly FiredCheck[] {
    return this.subject().softChecks.filter((check) => check.field === field);
  }

  protected commentsOf({ field }: Pick<ReviewField, 'field'>): readonly ReportComment[] {
    return this.subject().comments.filter((comment) => comment.field === field);
  }

  protected begin(field: ReviewField): void {
    this.store.write({ targetCode: this.subject().targetCode, field: field.field, text: '', suggestion: null });
  }

  protected tick(event: Event): void {
    this.store.tick(this.subject(), (event.target as HTMLInputElement).checked);
  }

  // What is being written now does not unfold by itself: the field must stay where it is being typed in.
  #isSpokenOf(field: ReviewField): boolean {
    return this.checksOf(field).length > 0 || this.commentsOf(field).length > 0;
  }
}

const originOfAim = ({ target, provenance }: Entry) => target.targetValueProvenance ?? provenance;

const emptyField = (field: string): ReviewField => ({
  field,
  kind: kindOf(field),
  before: null,
  after: null,
  changed: false,
  beforePeriod: null,
  afterPeriod: null,
});
