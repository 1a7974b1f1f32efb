import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlanText, Audience, type AudienceOf, isTooLong, TextNotes } from '@malspar/shared-web';
import { describedBy } from './described-by';

/** A text of one or many lines. What is to be said of the text stands below it. */
@Component({
  selector: 'ms-text-field',
  imports: [PlanText, Audience, TextNotes, TranslocoDirective],
  template: `
    <div class="field" *transloco="let t">
      <div class="top" [class.visually-hidden]="labelHidden()">
        <label class="label" [attr.for]="fieldId()">{{ label() }}</label>
        @if (need()) {
          <span class="hint" [id]="fieldId() + '-need'">{{ need() }}</span>
        }
        @if (audience(); as of) {
          <ms-audience [id]="fieldId() + '-audience'" [of]="of" />
        }
      </div>
      @if (hint()) {
        <p class="hint" [id]="fieldId() + '-hint'">{{ hint() }}</p>
      }
      @if (lines() > 1) {
        <textarea
          #area
          msPlanText
          class="input"
          [id]="fieldId()"
          [rows]="lines()"
          [class.roomy]="lines() > 2"
          [value]="text()"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="error() ? true : null"
          (input)="typed.emit(area.value)"
        ></textarea>
      } @else {
        <input
          #line
          msPlanText
          class="input"
          autocomplete="off"
          [attr.list]="options().length > 0 ? fieldId() + '-options' : null"
          [id]="fieldId()"
          [value]="text()"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="error() ? true : null"
          (input)="typed.emit(line.value)"
        />
        @if (options().length > 0) {
          <datalist [id]="fieldId() + '-options'">
            @for (option of options(); track option) {
              <option [value]="option"></option>
            }
          </datalist>
        }
      }
      @if (said(); as said) {
        <p class="error" [id]="fieldId() + '-error'">{{ said }}</p>
      }
      @if (notice()) {
        <p class="notice" [id]="fieldId() + '-notice'">{{ notice() }}</p>
      }
      <ms-text-notes [id]="fieldId() + '-notes'" [text]="text()" [max]="max()" [printed]="audience() === 'public'" />
    </div>
  `,
  styles: `
    .field {
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
    .hint,
    .error {
      margin: 0;
    }
    .notice {
      margin: var(--s1) 0 0;
      border-inline-start: 3px solid var(--warn);
      padding-inline-start: var(--s3);
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: baseline;
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

  readonly #isTooLong = computed(() => isTooLong(this.text(), this.max() ?? Infinity));
  /** That a text is too long, and by how much, is said by the notes below it alone. */
  protected readonly said = computed(() => (this.#isTooLong() ? null : this.error()));
  protected readonly describedBy = computed(() => {
    const parts = {
      need: this.need(),
      audience: this.audience(),
      hint: this.hint(),
      error: this.said(),
      notice: this.notice(),
      notes: this.#isTooLong() ? this.text() : null,
    };
    return describedBy(this.fieldId(), parts);
  });
}
