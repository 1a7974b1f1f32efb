import { Component, computed, input, output } from '@angular/core';
import { cellsApart } from '@malspar/shared-model';
import { PlanText, Provenance, Sentence } from '@malspar/shared-web';
import { describedBy } from './described-by';

/** A number with its unit beside it, written as people write numbers; the text stays as it was typed. */
@Component({
  selector: 'ms-number-field',
  imports: [PlanText, Provenance, Sentence],
  template: `
    <div class="field">
      <div class="top">
        <label class="label" [attr.for]="fieldId()"><ms-sentence [text]="label()" [plansWords]="plansWords()" /></label>
        @if (need()) {
          <span class="hint" [id]="fieldId() + '-need'">{{ need() }}</span>
        }
      </div>
      <div class="row">
        <input
          #number
          class="input"
          [attr.inputmode]="mayBeNegative() ? 'text' : 'decimal'"
          autocomplete="off"
          [id]="fieldId()"
          [value]="text()"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="error() ? true : null"
          (input)="typed.emit(number.value)"
          (paste)="keepApart($event, $event.clipboardData)"
          (drop)="keepApart($event, $event.dataTransfer)"
        />
        <span class="unit" msPlanText [id]="fieldId() + '-unit'">{{ unit() }}</span>
      </div>
      @if (hint()) {
        <p class="hint" [id]="fieldId() + '-hint'">{{ hint() }} <ms-provenance [value]="hintProvenance()" /></p>
      }
      @if (error()) {
        <p class="error" [id]="fieldId() + '-error'">{{ error() }}</p>
      }
    </div>
  `,
  styles: `
    .field {
      margin: 0;
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: baseline;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--s2);
    }
    .input {
      inline-size: 9rem;
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    .hint,
    .error {
      margin: 0;
    }
    .unit {
      color: var(--muted);
    }
  `,
})
export class NumberField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** The plan's or a person's words in the label. */
  readonly plansWords = input<readonly string[]>([]);
  readonly unit = input('');
  readonly text = input('');
  readonly hint = input('');
  /** Of the value in the hint. */
  readonly hintProvenance = input<string | null>(null);
  /** Whether it must be filled in, in words. */
  readonly need = input('');
  readonly error = input<string | null>(null);
  /** Telephones have no minus on their keyboard for decimals. */
  readonly mayBeNegative = input(false);
  readonly typed = output<string>();

  protected readonly describedBy = computed(() =>
    describedBy(this.fieldId(), { need: this.need(), unit: this.unit(), hint: this.hint(), error: this.error() }),
  );

  /** Cells of a spreadsheet stay apart; the browser would join them into one number. */
  protected keepApart(event: Event, given: DataTransfer | null): void {
    const field = event.target as HTMLInputElement;
    const cells = cellsApart(given?.getData('text/plain') ?? '');
    if (cells === null) return;
    event.preventDefault();
    field.setRangeText(cells, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, 'end');
    this.typed.emit(field.value);
  }
}
