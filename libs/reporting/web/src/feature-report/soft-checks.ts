import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type EntryContent,
  explanationPath,
  type FieldPath,
  type FieldPlace,
  type FiredCheck,
  SoftCheckCode,
} from '@malspar/reporting-model';
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
          [fieldId]="id(explanation(check))"
          [words]="checks().words(t, check)"
          [text]="draft().text(explanation(check))"
          (typed)="draft().set(explanation(check), $event)"
        />
      }
    </div>
  `,
})
export class SoftChecks {
  readonly field = input.required<FieldPlace>();
  readonly draft = input.required<DraftSlot<EntryContent>>();
  readonly checks = input.required<FormChecks>();
  protected readonly id = fieldId;
  protected readonly explanation = ({ code }: FiredCheck): FieldPath => explanationPath(SoftCheckCode.parse(code));
}
