import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { FailureReason } from '@malspar/site-model';
import type { WrittenFailure } from '../data/statement-draft';
import { BilingualField } from './bilingual-field';
import { LineField } from './line-field';

/** One known failure: what, where, which criteria, why, when it is to be mended, and what to do instead. */
@Component({
  selector: 'ms-failure-fields',
  imports: [BilingualField, LineField, TranslocoDirective],
  template: `
    <fieldset *transloco="let t">
      <legend>{{ t('site.statement.failure', { number: number() }) }}</legend>
      <ms-bilingual-field
        [id]="id() + '-what'"
        [label]="t('site.statement.what')"
        [value]="failure().what"
        [faultText]="faultOf()('/what/sv')"
        (changed)="changed.emit({ what: $event })"
      />
      <ms-bilingual-field
        [id]="id() + '-where'"
        [label]="t('site.statement.where')"
        [rows]="1"
        [value]="failure().where"
        [faultText]="faultOf()('/where/sv')"
        (changed)="changed.emit({ where: $event })"
      />
      <div class="row">
        <ms-line-field
          [id]="id() + '-criteria'"
          [label]="t('site.statement.criteria')"
          [hint]="t('site.statement.criteriaHint')"
          [value]="failure().criteria"
          [faultText]="faultOf()('/criteria')"
          (changed)="changed.emit({ criteria: $event })"
        />
        <div class="field">
          <label class="label" [for]="id() + '-reason'">{{ t('site.statement.reason') }}</label>
          <p class="hint" [id]="id() + '-reason-hint'">{{ t('site.statement.reasonHint') }}</p>
          <select
            #reason
            [id]="id() + '-reason'"
            [attr.aria-describedby]="id() + '-reason-hint'"
            (change)="choose(reason.value)"
          >
            @for (each of reasons; track each) {
              <option [value]="each" [selected]="failure().reason === each">
                {{ t('site.statement.reasons.' + each) }}
              </option>
            }
          </select>
        </div>
        @if (failure().reason === 'not_yet') {
          <ms-line-field
            type="date"
            [id]="id() + '-plannedFor'"
            [label]="t('site.statement.planned')"
            [hint]="t('site.statement.plannedHint')"
            [value]="failure().plannedFor"
            [faultText]="faultOf()('/plannedFor')"
            (changed)="changed.emit({ plannedFor: $event })"
          />
        }
      </div>
      <ms-bilingual-field
        [id]="id() + '-motivation'"
        [label]="t('site.statement.motivation')"
        [hint]="failure().reason === 'burden' ? t('site.statement.motivationNeeded') : ''"
        [value]="failure().motivation"
        [faultText]="faultOf()('/motivation/sv')"
        (changed)="changed.emit({ motivation: $event })"
      />
      <ms-bilingual-field
        [id]="id() + '-alternative'"
        [label]="t('site.statement.alternative')"
        [value]="failure().alternative"
        [faultText]="faultOf()('/alternative/sv')"
        (changed)="changed.emit({ alternative: $event })"
      />
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
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: 0 var(--s4);
    }
    .field {
      align-content: end;
    }
    .field p {
      margin: 0;
    }
  `,
})
export class FailureFields {
  readonly failure = input.required<WrittenFailure>();
  readonly number = input.required<number>();
  readonly id = input.required<string>();
  /** The words of what is wrong with a field, by its pointer within the failure; null when nothing is. */
  readonly faultOf = input.required<(pointer: string) => string | null>();
  readonly changed = output<Partial<WrittenFailure>>();
  readonly removed = output();

  protected readonly reasons = FailureReason.options;

  protected choose(reason: string): void {
    this.changed.emit({ reason: FailureReason.parse(reason) });
  }
}
