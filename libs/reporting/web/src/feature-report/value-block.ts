import { Component, computed, input, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { allowedRange, type EntryContent } from '@malspar/reporting-model';
import { periodHeading, periodText, quantityText } from '@malspar/shared-charts';
import { cleanText, comparePeriods, type PeriodCode } from '@malspar/shared-model';
import { language } from '@malspar/shared-web';
import { fieldId } from '../field-names';
import { type Fields, partField, partLabel } from '../data/draft-fields';
import type { DraftSlot } from '../data/draft-slot';
import type { DraftedEntry } from '../data/draft-store';
import { NumberField } from '../ui/number-field';
import { SameAsLast } from '../ui/same-as-last';
import { TextField } from '../ui/text-field';
import type { FormChecks } from './form-checks';
import { SoftCheck } from './soft-check';

/** The figures of an entry, one per due period, or why there is none; in parts where the indicator has parts. */
@Component({
  selector: 'ms-value-block',
  imports: [NumberField, SameAsLast, SoftCheck, TextField, TranslocoDirective],
  templateUrl: './value-block.html',
  styleUrl: './value-block.css',
})
export class ValueBlock {
  readonly drafted = input.required<DraftedEntry>();
  readonly period = input.required<PeriodCode>();
  readonly checks = input.required<FormChecks>();

  protected readonly id = fieldId;
  protected readonly label = partLabel;
  protected readonly newPart = linkedSignal({ source: () => this.entry().targetCode, computation: () => '' });
  protected readonly entry = computed(() => this.drafted().entry);
  protected readonly draft = computed<DraftSlot<EntryContent>>(() => this.drafted().draft);
  protected readonly tooEarly = computed(() => {
    const from = this.entry().notMeasurableUntil;
    return from !== null && comparePeriods(this.period(), from) < 0 ? periodText(from, language()) : null;
  });
  protected readonly isYearlyLater = computed(() => this.entry().duePeriods.length === 0);
  protected readonly hasValue = computed(() =>
    this.entry().duePeriods.every((period) => this.draft().text(`values/${period}`).trim() !== ''),
  );
  protected readonly reasonAsked = linkedSignal<string, boolean>({
    source: () => this.entry().targetCode,
    computation: () => false,
  });
  protected readonly showReason = computed(() => this.reasonAsked() || this.draft().text('noValueReason') !== '');
  protected readonly mayBeNegative = computed(() => (allowedRange(this.entry()).min ?? -1) < 0);
  protected readonly parts = computed(() =>
    Object.keys(this.draft().typed()).filter((field) => field.startsWith('parts/')),
  );

  /** The figure just before the period, and what it was. */
  protected before(period: PeriodCode): { period: PeriodCode; value: string } | null {
    const { series, indicator } = this.entry();
    const point = series.findLast((each) => each.value !== null && comparePeriods(each.period, period) < 0);
    if (!point?.value) return null;
    return { period: point.period, value: quantityText(point.value, indicator.unit, indicator.decimals, language()) };
  }

  protected hint(period: PeriodCode): string {
    const before = this.before(period);
    return before ? `${periodHeading(before.period, language())}: ${before.value}` : '';
  }

  /** The stored text of the figure before, for taking it over. */
  protected lastValue(period: PeriodCode): string {
    const point = this.entry().series.findLast((each) => comparePeriods(each.period, period) < 0);
    return point?.value ?? '';
  }

  protected record(field: string, text: string): Fields {
    return { [field]: text };
  }

  protected inWords(period: PeriodCode): string {
    return periodText(period, language());
  }

  protected addPart(): void {
    const label = cleanText(this.newPart()).slice(0, 120);
    if (label === '') return;
    const taken = this.parts().filter((field) => partLabel(field) === label).length;
    this.draft().set(partField(label, taken + 1), '');
    this.newPart.set('');
  }
}
