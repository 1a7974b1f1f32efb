import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ErrorLink, ErrorSummary } from '../ui/error-summary';
import { controlIdOf, type FormFault } from './form-faults';
import { FormHost } from './form-host';

type Translate = (key: string, params?: FormFault['params']) => string;

/** What has to be corrected in the form around it, with links to the fields. */
@Component({
  selector: 'ms-form-errors',
  imports: [ErrorSummary, TranslocoDirective],
  template: `<ms-error-summary *transloco="let t" [errors]="links(t)" />`,
})
export class FormErrors {
  /** Says which of many parts a fault is in, where the words of the fault alone would not; by the name of the field. */
  readonly placeOf = input<(field: string) => string>(() => '');
  readonly #host = inject(FormHost);

  constructor() {
    this.#host.noteList();
  }

  protected links(t: Translate): ErrorLink[] {
    return this.#host
      .form()
      .faults()
      .map(({ fieldTree, message, params }) => ({
        id: controlIdOf(fieldTree),
        text: this.placeOf()(fieldTree().name()) + t(message, params),
      }));
  }
}
