import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { EXPLANATION_MAX } from '@malspar/reporting-model';
import { TextField } from '../ui/text-field';

/** Something that may be a slip, said in plain words, with room for an explanation that follows to the reviewer. */
@Component({
  selector: 'ms-soft-check',
  imports: [TextField, TranslocoDirective],
  template: `
    <div class="check" [class.explained]="text().trim() !== ''" *transloco="let t">
      <p [id]="fieldId() + '-why'">{{ words() }}</p>
      <ms-text-field
        [fieldId]="fieldId()"
        [label]="t('reporting.report.explanation')"
        [need]="t('reporting.report.need.must')"
        audience="reviewer"
        [lines]="2"
        [max]="max"
        [text]="text()"
        (typed)="typed.emit($event)"
      />
    </div>
  `,
  styles: `
    .check {
      border-inline-start: 3px solid var(--warn);
      padding: var(--s2) 0 var(--s2) var(--s3);
      margin-block-start: var(--s3);
    }
    .explained {
      border-color: var(--line);
    }
    p {
      margin: 0 0 var(--s2);
      font-weight: 600;
    }
  `,
})
export class SoftCheck {
  readonly fieldId = input.required<string>();
  readonly words = input.required<string>();
  readonly text = input('');
  readonly typed = output<string>();
  protected readonly max = EXPLANATION_MAX;
}
