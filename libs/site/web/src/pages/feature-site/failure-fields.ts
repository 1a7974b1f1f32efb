import { Component, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { FailureReason } from '@malspar/site-model';
import type { WrittenFailure } from '../data/statement-draft';
import { BilingualField } from './bilingual-field';
import { LineField } from './line-field';

/** One known failure: what, where, which criteria, why, when it is to be mended, and what to do instead. */
@Component({
  selector: 'ms-failure-fields',
  imports: [BilingualField, Field, FieldControl, FormField, LineField, TranslocoDirective],
  template: `
    <fieldset *transloco="let t">
      <legend>{{ t('site.statement.failure', { number: number() }) }}</legend>
      <ms-bilingual-field [label]="t('site.statement.what')" [field]="failure().what" />
      <ms-bilingual-field [label]="t('site.statement.where')" [rows]="1" [field]="failure().where" />
      <div class="fields">
        <ms-line-field
          [label]="t('site.statement.criteria')"
          [hint]="t('site.statement.criteriaHint')"
          [field]="failure().criteria"
        />
        <ms-field [label]="t('site.statement.reason')" [hint]="t('site.statement.reasonHint')">
          <select msControl [formField]="failure().reason">
            @for (each of reasons; track each) {
              <option [value]="each">{{ t('site.statement.reasons.' + each) }}</option>
            }
          </select>
        </ms-field>
        @if (failure().reason().value() === 'not_yet') {
          <ms-line-field
            type="date"
            [label]="t('site.statement.planned')"
            [hint]="t('site.statement.plannedHint')"
            [field]="failure().plannedFor"
          />
        }
      </div>
      <ms-bilingual-field
        [label]="t('site.statement.motivation')"
        [hint]="failure().reason().value() === 'burden' ? t('site.statement.motivationNeeded') : ''"
        [field]="failure().motivation"
      />
      <ms-bilingual-field [label]="t('site.statement.alternative')" [field]="failure().alternative" />
      <button type="button" class="button" (click)="removed.emit()">
        {{ t('site.statement.remove', { number: number() }) }}
      </button>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--s4);
      border-block-start: 1px solid var(--line);
    }
    legend {
      float: inline-start;
      inline-size: 100%;
      font-size: 1.125rem;
      font-weight: 600;
      margin-block-end: var(--s3);
    }
    legend + * {
      clear: both;
    }
  `,
})
export class FailureFields {
  readonly failure = input.required<FieldTree<WrittenFailure>>();
  readonly number = input.required<number>();
  readonly removed = output();

  protected readonly reasons = FailureReason.options;
}
