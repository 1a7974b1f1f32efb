import { Component, computed, input, output } from '@angular/core';

/** A number with its unit beside it, written as people write numbers; the text stays as it was typed. */
@Component({
  selector: 'ms-number-field',
  template: `
    <div class="field">
      <label class="label" [attr.for]="fieldId()">{{ label() }}</label>
      <div class="row">
        <input
          #number
          class="input"
          inputmode="decimal"
          autocomplete="off"
          [id]="fieldId()"
          [value]="text()"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="error() ? true : null"
          (input)="typed.emit(number.value)"
        />
        <span class="unit" [id]="fieldId() + '-unit'">{{ unit() }}</span>
      </div>
      @if (hint()) {
        <p class="hint" [id]="fieldId() + '-hint'">{{ hint() }}</p>
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
  readonly unit = input('');
  readonly text = input('');
  readonly hint = input('');
  readonly error = input<string | null>(null);
  readonly typed = output<string>();

  protected readonly describedBy = computed(() => {
    const parts = ['unit', this.hint() ? 'hint' : null, this.error() ? 'error' : null];
    return parts
      .filter((part) => part !== null)
      .map((part) => `${this.fieldId()}-${part}`)
      .join(' ');
  });
}
