import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Audience } from '@malspar/shared-web';

interface Words {
  readonly sv: string;
  readonly en: string;
}

/** One text in Swedish and English, side by side where there is room. */
@Component({
  selector: 'ms-bilingual-field',
  imports: [Audience, TranslocoDirective],
  template: `
    <fieldset *transloco="let t">
      <legend class="label">{{ label() }} <ms-audience of="public" /></legend>
      @if (hint()) {
        <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
      }
      @if (faultText(); as fault) {
        <p class="error" [id]="id() + '-error'">{{ fault }}</p>
      }
      <div class="pair">
        <div class="field">
          <label [for]="id() + '-sv'">{{ t('shared.language.sv') }}</label>
          <textarea
            #swedish
            lang="sv"
            [id]="id() + '-sv'"
            [rows]="rows()"
            [value]="value().sv"
            [attr.aria-invalid]="faultText() ? true : null"
            [attr.aria-describedby]="id() + '-hint ' + id() + '-error'"
            (input)="changed.emit({ sv: swedish.value, en: value().en })"
          ></textarea>
        </div>
        <div class="field">
          <label [for]="id() + '-en'">{{ t('site.statement.english') }}</label>
          <textarea
            #english
            lang="en"
            [id]="id() + '-en'"
            [rows]="rows()"
            [value]="value().en"
            (input)="changed.emit({ sv: value().sv, en: english.value })"
          ></textarea>
        </div>
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    /* Grows with the text where the browser can; elsewhere it scrolls. */
    textarea {
      field-sizing: content;
      min-block-size: 4.25rem;
      max-block-size: 20rem;
    }
    textarea[rows='1'] {
      min-block-size: 2.75rem;
    }
    fieldset {
      margin-block-end: var(--s4);
    }
    p {
      margin: 0;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: var(--s1) var(--s4);
    }
    .field {
      margin: 0;
      align-content: start;
    }
    .field label {
      color: var(--muted);
      font-size: 0.9375rem;
    }
  `,
})
export class BilingualField {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<Words>();
  readonly hint = input('');
  readonly faultText = input<string | null>(null);
  readonly rows = input(2);
  readonly changed = output<Words>();
}
