import { Directive, input } from '@angular/core';
import { fieldIdOf } from './form-faults';
import type { PlainForm } from './plain-form';

/** The form element of a plain form: sends it, and tells the fields in it what was found wrong with them. */
@Directive({
  selector: 'form[msForm]',
  host: { novalidate: '', '[id]': 'fieldIdOf(form().fields)', '(submit)': 'send($event)' },
})
export class FormHost {
  readonly form = input.required<Pick<PlainForm<unknown>, 'fields' | 'faults' | 'send'>>({ alias: 'msForm' });
  protected readonly fieldIdOf = fieldIdOf;

  protected send(event: Event): void {
    event.preventDefault();
    void this.form().send();
  }
}
