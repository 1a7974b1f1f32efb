import { Component, computed, inject, input } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { FaultWords } from './fault-words';
import { fieldIdOf } from './form-faults';
import { FormHost } from './form-host';

/** What is wrong with a part of a form that has no control of its own; links to it lead here. */
@Component({
  selector: 'ms-part-error',
  imports: [FaultWords],
  template: `
    @if (fault(); as fault) {
      <p class="error"><ms-fault-words [fault]="fault" /></p>
    }
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
export class PartError {
  readonly of = input.required<ReadonlyFieldTree<unknown>>();
  readonly #form = inject(FormHost);
  protected readonly id = computed(() => fieldIdOf(this.of()));
  protected readonly fault = computed(() => this.#form.faultOf(this.of()));
}
