import { Component, inject, input } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { Audience } from '../ui/audience';
import { FieldFoot } from './field-foot';
import { FIELD_TEXTS, FieldTexts } from './field-texts';

/** Several controls under one question, with the same parts as a field in the same order. */
@Component({
  selector: 'ms-field-group',
  imports: [Audience, FieldFoot],
  host: { class: 'field' },
  hostDirectives: [{ directive: FieldTexts, inputs: FIELD_TEXTS }],
  template: `
    <fieldset
      [id]="texts.id()"
      [attr.aria-describedby]="texts.describedBelow()"
      [attr.aria-invalid]="texts.isInvalid() ? true : null"
    >
      <legend [class]="legendHidden() ? 'visually-hidden' : 'label'">
        {{ texts.need() ? legend() + ',' : legend() }}
        @if (texts.need()) {
          <span class="hint">{{ texts.need() }}</span>
        }
        @if (texts.audience(); as of) {
          <ms-audience [of]="of" />
        }
      </legend>
      @if (texts.hint()) {
        <p class="hint" [id]="texts.id() + '-hint'">{{ texts.hint() }}</p>
      }
      <ng-content />
    </fieldset>
    <ms-field-foot />
  `,
  styleUrl: './field.css',
})
export class FieldGroup {
  /** The form's field that the group answers. */
  readonly of = input<ReadonlyFieldTree<unknown> | null>(null);
  readonly legend = input.required<string>();
  /** Where a heading just above already asks the question. */
  readonly legendHidden = input(false);

  protected readonly texts = inject(FieldTexts, { self: true });

  constructor() {
    this.texts.connect(this.of);
  }
}
