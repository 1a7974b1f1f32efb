import { Component, computed, inject, input } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { Audience, type AudienceOf } from '../ui/audience';
import { describedBy } from './described-by';
import { FaultWords } from './fault-words';
import { fieldIdOf } from './form-faults';
import { FormHost } from './form-host';

/** Several controls under one question, with the same parts as a field in the same order. */
@Component({
  selector: 'ms-field-group',
  imports: [Audience, FaultWords],
  host: { class: 'field' },
  template: `
    <fieldset [id]="id()" [attr.aria-describedby]="describedBy()" [attr.aria-invalid]="isInvalid() ? true : null">
      <legend [class]="legendHidden() ? 'visually-hidden' : 'label'">
        {{ legend() }}
        @if (audience(); as of) {
          <ms-audience [of]="of" />
        }
      </legend>
      @if (hint()) {
        <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
      }
      <ng-content />
    </fieldset>
    @if (isInvalid()) {
      <p class="error" [id]="id() + '-error'">
        <ms-fault-words [words]="error()" [fault]="fault()" />
      </p>
    }
  `,
  styleUrl: './field.css',
})
export class FieldGroup {
  /** Of the group; where it is a field of a form, the form gives it one. */
  readonly fieldId = input('');
  /** The form's field that the group answers. */
  readonly of = input<ReadonlyFieldTree<unknown> | null>(null);
  readonly legend = input.required<string>();
  /** Where a heading just above already asks the question. */
  readonly legendHidden = input(false);
  readonly audience = input<AudienceOf | null>(null);
  readonly hint = input('');
  /** What is wrong, in words; of a group in a form its form knows. */
  readonly error = input<string | null>(null);

  readonly #form = inject(FormHost, { optional: true });
  protected readonly id = computed(() => {
    const field = this.of();
    return this.fieldId() || (field ? fieldIdOf(field) : '');
  });
  protected readonly fault = computed(() => this.#form?.faultOf(this.of()) ?? null);
  protected readonly isInvalid = computed(() => Boolean(this.error() ?? this.fault()));
  protected readonly describedBy = computed(() =>
    describedBy(this.id(), { hint: this.hint(), error: this.isInvalid() }),
  );
}
