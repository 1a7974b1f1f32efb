import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EntryContent } from '@malspar/reporting-model';
import { fieldId } from '../field-names';
import type { DraftSlot } from '../data/draft-slot';
import type { FormChecks } from './form-checks';
import { SoftCheck } from './soft-check';

/** What one field is asked to explain, below it. */
@Component({
  selector: 'ms-soft-checks',
  imports: [SoftCheck, TranslocoDirective],
  template: `
    <div aria-live="polite" *transloco="let t">
      @for (check of checks().soft(field()); track check.code) {
        <ms-soft-check
          [fieldId]="id('explanations/' + check.code)"
          [words]="checks().words(t, check)"
          [text]="draft().text('explanations/' + check.code)"
          (typed)="draft().set('explanations/' + check.code, $event)"
        />
      }
    </div>
  `,
})
export class SoftChecks {
  readonly field = input.required<string>();
  readonly draft = input.required<DraftSlot<EntryContent>>();
  readonly checks = input.required<FormChecks>();
  protected readonly id = fieldId;
}
