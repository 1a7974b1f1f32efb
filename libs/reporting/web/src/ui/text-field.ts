import { Component, input, output } from '@angular/core';
import { type AudienceOf, PlanText } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';

/** A text of one or many lines. What is to be said of the text stands below it. */
@Component({
  selector: 'ms-text-field',
  imports: [Field, FieldControl, PlanText],
  template: `
    <ms-field
      [fieldId]="fieldId()"
      [label]="label()"
      [labelHidden]="labelHidden()"
      [need]="need()"
      [audience]="audience()"
      [hint]="hint()"
      [error]="error()"
      [notice]="notice()"
      [text]="text()"
      [max]="max()"
    >
      @if (lines() > 1) {
        <textarea
          #area
          msControl
          msPlanText
          class="input"
          [rows]="lines()"
          [class.roomy]="lines() > 2"
          [value]="text()"
          (input)="typed.emit(area.value)"
        ></textarea>
      } @else {
        <input
          #line
          msControl
          msPlanText
          class="input"
          autocomplete="off"
          [attr.list]="options().length > 0 ? fieldId() + '-options' : null"
          [value]="text()"
          (input)="typed.emit(line.value)"
        />
      }
      @if (options().length > 0) {
        <datalist [id]="fieldId() + '-options'">
          @for (option of options(); track option) {
            <option [value]="option"></option>
          }
        </datalist>
      }
    </ms-field>
  `,
  styles: `
    ms-field {
      margin: 0;
    }
    .input {
      inline-size: 100%;
    }
    textarea {
      field-sizing: content;
      min-block-size: calc(2lh + 1.1rem);
      max-block-size: 24lh;
      resize: vertical;
    }
    textarea.roomy {
      min-block-size: calc(4lh + 1.1rem);
    }
  `,
})
export class TextField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly text = input('');
  readonly hint = input('');
  readonly error = input<string | null>(null);
  readonly lines = input(1);
  /** Where a heading just above already asks the question. */
  readonly labelHidden = input(false);
  /** Whether it must be filled in, in words. */
  readonly need = input('');
  /** Who will read it; null where something around it says so. */
  readonly audience = input<AudienceOf | null>(null);
  /** Texts to choose from; another may be written. */
  readonly options = input<readonly string[]>([]);
  /** Something to think about that stands in the way of nothing. */
  readonly notice = input('');
  readonly max = input<number | null>(null);
  readonly typed = output<string>();
}
