import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type EntryContent, looksLikePersonName } from '@malspar/reporting-model';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { fieldId } from '../field-names';
import type { DraftSlot } from '../data/draft-slot';
import { TextField } from '../ui/text-field';
import type { FormChecks } from './form-checks';
import { SoftChecks } from './soft-checks';

/** What is done where a target is in doubt: what, by whom, by when. */
@Component({
  selector: 'ms-measure-block',
  imports: [Field, FieldControl, SoftChecks, TextField, TranslocoDirective],
  template: `
    <div class="stack" *transloco="let t">
      <ms-text-field
        [fieldId]="id('measure/text')"
        [label]="t('reporting.report.measureText')"
        [lines]="2"
        [max]="1000"
        [need]="checks().need(t, 'measure/text')"
        audience="public"
        [text]="draft().text('measure/text')"
        [error]="checks().error(t, 'measure/text')"
        (typed)="draft().set('measure/text', $event)"
      />
      <ms-text-field
        [fieldId]="id('measure/responsible')"
        [label]="t('reporting.report.measureResponsible')"
        [max]="120"
        [need]="checks().need(t, 'measure/responsible')"
        audience="public"
        [options]="responsibles()"
        [hint]="t('reporting.report.measureResponsibleHint')"
        [notice]="looksLikeName() ? t('reporting.report.measureResponsibleName') : ''"
        [text]="draft().text('measure/responsible')"
        [error]="checks().error(t, 'measure/responsible')"
        (typed)="draft().set('measure/responsible', $event)"
      />
      <ms-field
        audience="public"
        [fieldId]="id('measure/dueOn')"
        [label]="t('reporting.report.measureDueOn')"
        [need]="checks().need(t, 'measure/dueOn')"
        [error]="checks().error(t, 'measure/dueOn')"
      >
        <input
          #dueOn
          msControl
          type="date"
          class="input"
          [value]="draft().text('measure/dueOn')"
          (input)="draft().set('measure/dueOn', dueOn.value)"
        />
      </ms-field>
      <ms-soft-checks field="measure/dueOn" [draft]="draft()" [checks]="checks()" />
    </div>
  `,
  styles: `
    .stack {
      display: grid;
    }
    input {
      max-inline-size: 13rem;
    }
    ms-field {
      margin: var(--s3) 0 0;
    }
  `,
})
export class MeasureBlock {
  readonly draft = input.required<DraftSlot<EntryContent>>();
  readonly checks = input.required<FormChecks>();
  /** Roles that have answered for measures before. */
  readonly responsibles = input<readonly string[]>([]);
  protected readonly id = fieldId;

  protected readonly looksLikeName = computed(() => looksLikePersonName(this.draft().text('measure/responsible')));
}
