import { Component, computed, inject, input } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { fieldIdOf } from './form-faults';
import { FormHost } from './form-host';

/** What is wrong with a part of a form that has no control of its own; links to it lead here. */
@Component({
  selector: 'ms-field-error',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (fault(); as fault) {
        <p class="error">{{ t(fault.message, fault.params) }}</p>
      }
    </ng-container>
  `,
  host: { tabindex: '-1', '[id]': 'id()' },
  styles: `
    :host {
      display: block;
    }
    :host:focus {
      outline: none;
    }
  `,
})
export class FieldError {
  readonly of = input.required<ReadonlyFieldTree<unknown>>();
  readonly #form = inject(FormHost);
  protected readonly id = computed(() => fieldIdOf(this.of()));
  protected readonly fault = computed(() =>
    this.#form
      .form()
      .faults()
      .find(({ fieldTree }) => fieldTree === this.of()),
  );
}
