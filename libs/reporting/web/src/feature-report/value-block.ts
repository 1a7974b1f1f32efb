import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodHeading, periodText, quantityText } from '@malspar/figures-model';
import {
  asksForParts,
  contradictsAbsence,
  type EntryContent,
  type FieldPath,
  isPart,
  PART_LABEL_MAX,
  statedRange,
  valuePath,
} from '@malspar/reporting-model';
import { cleanText, comparePeriods, type PeriodCode } from '@malspar/shared-model';
import { FocusKeeper, isTooLong, KeepsPlace, language } from '@malspar/shared-web';
import { fieldId } from '../field-names';
import { valueBefore } from '../data/last-fields';
import { type Fields, partField, partLabel, partNamed } from '../data/draft-fields';
import type { DraftSlot } from '../data/draft-slot';
import type { DraftedEntry } from '../data/draft-store';
import type { Translate } from '../ui/period-words';
import { NumberField } from '../ui/number-field';
import { SameAsLast } from '../ui/same-as-last';
import { TextField } from '../ui/text-field';
import type { FormChecks } from './form-checks';
import { SoftChecks } from './soft-checks';

/** The values of an entry, one per due period, or why there is none; in parts where the indicator has parts. */
@Component({
  selector: 'ms-value-block',
  imports: [KeepsPlace, NumberField, SameAsLast, SoftChecks, TextField, TranslocoDirective],
  templateUrl: './value-block.html',
  styleUrl: './value-block.css',
})
export class ValueBlock {
  readonly drafted = input.required<DraftedEntry>();
  readonly period = input.required<PeriodCode>();
  readonly checks = input.required<FormChecks>();

  readonly #focus = inject(FocusKeeper);
  protected readonly id = fieldId;
  protected readonly path = valuePath;
  protected readonly label = partLabel;
  protected readonly longestLabel = PART_LABEL_MAX;
  protected readonly taken = signal(false);
  protected readonly entry = computed(() => this.drafted().entry);
  readonly #target = computed(() => this.entry().targetCode);
  protected readonly newPart = linkedSignal({ source: this.#target, computation: () => '' });
  protected readonly draft = computed<DraftSlot<EntryContent>>(() => this.drafted().draft);
  protected readonly tooEarly = computed(() => {
    const from = this.entry().notMeasurableUntil;
    return from !== null && comparePeriods(this.period(), from) < 0 ? periodText(from, language()) : null;
  });
  protected readonly isYearlyLater = computed(() => this.entry().duePeriods.length === 0);
  protected readonly hasValue = computed(() =>
    this.entry().duePeriods.every((period) => this.draft().text(`values/${period}`).trim() !== ''),
  );
  protected readonly reasonAsked = linkedSignal<string, boolean>({ source: this.#target, computation: () => false });
  protected readonly isContradicted = computed(() =>
    contradictsAbsence({ content: this.draft().content(), duePeriods: this.entry().duePeriods }),
  );
  protected readonly showReason = computed(() => this.reasonAsked() || this.draft().text('noValueReason') !== '');
  protected readonly mayBeNegative = computed(() => Number(statedRange(this.entry().indicator).min ?? -1) < 0);
  protected readonly asksForParts = computed(() => asksForParts(this.entry()));
  protected readonly parts = computed(() => Object.keys(this.draft().typed()).filter(isPart));

  protected before(period: PeriodCode): ReturnType<typeof valueBefore> {
    return valueBefore(this.entry(), period);
  }

  protected hint(period: PeriodCode): string {
    const [before, { indicator }] = [this.before(period), this.entry()];
    if (!before) return '';
    const value = quantityText(before.value, indicator, language());
    return `${periodHeading(before.period, language())}: ${value}`;
  }

  protected valueNeed(t: Translate): string {
    return t(`reporting.report.need.${this.checks().isRequired('values') ? 'value' : 'may'}`);
  }

  protected record(field: FieldPath, text: string): Fields {
    return { [field]: text };
  }

  protected inWords(period: PeriodCode): string {
    return periodText(period, language());
  }

  /** A name that is taken, or too long, stays in its field to be changed. */
  protected addPart(): void {
    const label = cleanText(this.newPart());
    this.taken.set(partNamed(this.draft().typed(), label) !== null);
    if (label === '' || this.taken() || isTooLong(label, PART_LABEL_MAX)) {
      this.#focus.moveTo('new-part');
      return;
    }
    this.draft().set(partField(label), '');
    this.newPart.set('');
    this.#focus.moveTo(fieldId(partField(label)));
  }
}
