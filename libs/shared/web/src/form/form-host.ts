import { Directive, inject, input } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { FocusKeeper } from '../focus/focus-keeper';
import { controlIdOf, fieldIdOf, type FormFault } from './form-faults';
import type { PlainForm } from './plain-form';

/**
 * The form element of a plain form: sends it, and tells the fields in it what was found wrong with them. The focus goes
 * to the first of those, unless there is a list of them that takes it.
 */
@Directive({
  selector: 'form[msForm]',
  host: { novalidate: '', '[id]': 'fieldIdOf(form().fields)', '(submit)': 'send($event)' },
})
export class FormHost {
  readonly form = input.required<Pick<PlainForm<unknown>, 'fields' | 'faults' | 'send'>>({ alias: 'msForm' });
  readonly #focus = inject(FocusKeeper);
  protected readonly fieldIdOf = fieldIdOf;
  #hasList = false;

  /** A list of what is wrong stands in the form. */
  noteList(): void {
    this.#hasList = true;
  }

  /** What is wrong with the field, as far as it has been said. */
  faultOf(field: ReadonlyFieldTree<unknown> | null | undefined): FormFault | null {
    return (
      this.form()
        .faults()
        .find(({ fieldTree }) => fieldTree === field) ?? null
    );
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await this.form().send();
    const [first] = this.form().faults();
    if (first && !this.#hasList) this.#focus.moveTo(controlIdOf(first.fieldTree));
  }
}
