import { Component, computed, input } from '@angular/core';
import { periodText, quantityText } from '@malspar/figures-model';
import type { Indicator } from '@malspar/plan-model';
import { Assessment, Verdict } from '@malspar/reporting-model';
import { type PeriodCode, PlainDate } from '@malspar/shared-model';
import { AssessmentMark, formatDate, formatPeriod, language, Sentence, VerdictMark, Words } from '@malspar/shared-web';
import type { FieldKind } from './review-fields';

/** A field's stored text written out for a reader: a judgement with its mark, a value with its unit, a date in words. */
@Component({
  selector: 'ms-field-text',
  imports: [AssessmentMark, VerdictMark, Words, Sentence],
  template: `
    @if (assessment(); as value) {
      <ms-assessment [value]="value" />
    } @else if (verdict(); as value) {
      <ms-verdict [value]="value" />
    } @else if (kind() === 'number') {
      <span class="value"><ms-sentence [text]="written()" [plansWords]="[indicator()?.unit ?? '']" /></span>
      @if (periodNote(); as note) {
        &ngsp;<span class="note">{{ note }}</span>
      }
    } @else if (kind() === 'words' || kind() === 'plain') {
      <ms-words [text]="written()" />
    } @else {
      <span class="words">{{ written() }}</span>
    }
  `,
  styles: `
    :host {
      overflow-wrap: anywhere;
    }
    .value {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .note {
      margin-inline-start: var(--s1);
      color: var(--muted);
    }
    .words {
      white-space: pre-line;
    }
  `,
})
export class FieldText {
  readonly kind = input.required<FieldKind>();
  readonly text = input.required<string>();
  readonly indicator = input<Pick<Indicator, 'unit' | 'decimals'> | null>(null);
  readonly period = input<PeriodCode | null>(null);

  protected readonly assessment = computed(() =>
    this.kind() === 'assessment' ? (Assessment.safeParse(this.text()).data ?? null) : null,
  );
  protected readonly verdict = computed(() =>
    this.kind() === 'verdict' ? (Verdict.safeParse(this.text()).data ?? null) : null,
  );
  protected readonly periodNote = computed(() => {
    const period = this.period();
    return period === null ? null : periodText(period, language());
  });
  protected readonly written = computed(() => {
    const text = this.text();
    switch (this.kind()) {
      case 'number':
        return quantityText(text, this.indicator() ?? { unit: '', decimals: 0 }, language());
      case 'date':
        return PlainDate.safeParse(text).success ? formatDate(text) : text;
      case 'period':
        return formatPeriod(text);
      default:
        return text;
    }
  });
}
