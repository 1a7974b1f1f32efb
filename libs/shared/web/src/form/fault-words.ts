import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FormFault } from './form-faults';

/** What is wrong: in the words that are given, or else in the catalogue's words for the fault. */
@Component({
  selector: 'ms-fault-words',
  imports: [TranslocoDirective],
  template: `
    @if (words(); as words) {
      {{ words }}
    } @else if (fault(); as fault) {
      <ng-container *transloco="let t">{{ t(fault.message, fault.params) }}</ng-container>
    }
  `,
})
export class FaultWords {
  readonly words = input<string | null>(null);
  readonly fault = input.required<FormFault | null>();
}
