import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field, FieldControl, FieldGroup } from '@malspar/shared-web/form';

/** One text in Swedish and English, side by side where there is room. */
@Component({
  selector: 'ms-bilingual-field',
  imports: [Field, FieldControl, FieldGroup, FormField, TranslocoDirective],
  template: `
    <ms-field-group *transloco="let t" audience="public" [of]="field()" [legend]="label()" [hint]="hint()">
      <div class="fields parts">
        <ms-field [label]="t('shared.language.sv')">
          <textarea msControl lang="sv" [rows]="rows()" [formField]="field().sv"></textarea>
        </ms-field>
        <ms-field [label]="t('site.statement.english')">
          <textarea msControl lang="en" [rows]="rows()" [formField]="field().en"></textarea>
        </ms-field>
      </div>
    </ms-field-group>
  `,
  styles: `
    :host {
      display: block;
    }
    /* The fields within have their own space below them. */
    ms-field-group {
      margin-block-end: 0;
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
  `,
})
export class BilingualField {
  readonly field = input.required<FieldTree<{ readonly sv: string; readonly en: string }>>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly rows = input(2);
}
