import { Component, input } from '@angular/core';
import type { MarkedText } from '@malspar/site-model';

/** A text with what was sought marked in it. */
@Component({
  selector: 'ms-marked',
  template: `@for (part of parts(); track $index) {
    @if (part.hit) {
      <mark>{{ part.text }}</mark>
    } @else {
      <span>{{ part.text }}</span>
    }
  }`,
})
export class Marked {
  readonly parts = input.required<readonly MarkedText[]>();
}
