import { Component, inject } from '@angular/core';
import { TextNotes } from '../ui/text-notes';
import { FaultWords } from './fault-words';
import { FieldTexts } from './field-texts';

/** Texts below a control: what is wrong with it, what there is to think about, room left. Nothing above them moves. */
@Component({
  selector: 'ms-field-foot',
  imports: [FaultWords, TextNotes],
  template: `
    @if (texts.said()) {
      <p class="error" [id]="texts.id() + '-error'">
        <ms-fault-words [words]="texts.error()" [fault]="texts.fault()" />
      </p>
    }
    @if (texts.notice()) {
      <p class="notice" [id]="texts.id() + '-notice'">{{ texts.notice() }}</p>
    }
    @if (texts.isNoted()) {
      <ms-text-notes
        [id]="texts.id() + '-notes'"
        [text]="texts.written()"
        [max]="texts.max()"
        [printed]="texts.isPrinted()"
      />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .error {
      margin: 0;
    }
    .notice {
      margin: var(--s1) 0 0;
      border-inline-start: 3px solid var(--warn);
      padding-inline-start: var(--s3);
    }
  `,
})
export class FieldFoot {
  protected readonly texts = inject(FieldTexts);
}
