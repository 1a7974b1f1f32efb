import { Component, input, output } from '@angular/core';
import { cellsApart } from '@malspar/shared-model';
import { PlanText, Provenance } from '@malspar/shared-web';
import { Field, FieldControl, FieldDescription } from '@malspar/shared-web/form';

/** A number with its unit beside it, written as people write numbers; the text stays as it was typed. */
@Component({
  selector: 'ms-number-field',
  imports: [Field, FieldControl, FieldDescription, PlanText, Provenance],
  template: `
    <ms-field
      [fieldId]="fieldId()"
      [label]="label()"
      [plansWords]="plansWords()"
      [need]="need()"
      [error]="error()"
      [describedAlsoBy]="unit() ? fieldId() + '-unit' : ''"
    >
      <div class="row">
        <input
          #number
          msControl
          class="input"
          [attr.inputmode]="mayBeNegative() ? 'text' : 'decimal'"
          autocomplete="off"
          [value]="text()"
          (input)="typed.emit(number.value)"
          (paste)="keepApart($event, $event.clipboardData)"
          (drop)="keepApart($event, $event.dataTransfer)"
        />
        <span class="unit" msPlanText [id]="fieldId() + '-unit'">{{ unit() }}</span>
      </div>
      @if (hint()) {
        <p msDescription class="hint">{{ hint() }} <ms-provenance [value]="hintProvenance()" /></p>
      }
    </ms-field>
  `,
  styles: `
    ms-field {
      margin: 0;
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
