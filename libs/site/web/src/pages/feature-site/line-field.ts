import { Component, input, output } from '@angular/core';
import { Audience } from '@malspar/shared-web';

/** One line of text or a day of the public statement, with its label, what is said of it and what is wrong with it. */
@Component({
  selector: 'ms-line-field',
  imports: [Audience],
  template: `
    <div class="field">
      <label class="label" [for]="id()">{{ label() }}</label>
      <ms-audience [id]="id() + '-audience'" of="public" />
      @if (hint()) {
        <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
      }
      @if (faultText(); as fault) {
        <p class="error" [id]="id() + '-error'">{{ fault }}</p>
      }
      <input
        #field
        autocomplete="off"
        [type]="type()"
        [id]="id()"
        [value]="value()"
        [attr.aria-invalid]="faultText() ? true : null"
        [attr.aria-describedby]="id() + '-audience ' + id() + '-hint ' + id() + '-error'"
        (input)="changed.emit(field.value)"
      />
    </div>
  `,
  styles: `
    :host {
      display: block;
      align-self: end;
    }
    p {
      margin: 0;
    }
  `,
})
export class LineField {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly type = input<'text' | 'date' | 'email'>('text');
  readonly hint = input('');
  readonly faultText = input<string | null>(null);
  readonly changed = output<string>();
}
