import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Field, FieldControl } from '@malspar/shared-web/form';

/** One line of text or a day of the public statement. */
@Component({
  selector: 'ms-line-field',
  imports: [Field, FieldControl, FormField],
  template: `
    <ms-field audience="public" [label]="label()" [hint]="hint()">
      <input msControl autocomplete="off" [type]="type()" [formField]="field()" />
    </ms-field>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class LineField {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly type = input<'text' | 'date' | 'email'>('text');
  readonly hint = input('');
}
