import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type EntryContent, looksLikePersonName } from '@malspar/reporting-model';
import { Audience } from '@malspar/shared-web';
import { fieldId } from '../field-names';
import type { DraftSlot } from '../data/draft-slot';
import { describedBy } from '../ui/described-by';
import type { Translate } from '../ui/period-words';
import { TextField } from '../ui/text-field';
import type { FormChecks } from './form-checks';
import { SoftChecks } from './soft-checks';

/** What is done where a target is in doubt: what, by whom, by when. */
@Component({
  selector: 'ms-measure-block',
  imports: [Audience, SoftChecks, TextField, TranslocoDirective],
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
      <div class="field">
        <div class="top">
          <label class="label" [attr.for]="id('measure/dueOn')">{{ t('reporting.report.measureDueOn') }}</label>
          <span class="hint" [id]="id('measure/dueOn') + '-need'">{{ checks().need(t, 'measure/dueOn') }}</span>
          <ms-audience [id]="id('measure/dueOn') + '-audience'" of="public" />
        </div>
        <input
          #dueOn
          type="date"
          class="input"
          [id]="id('measure/dueOn')"
          [value]="draft().text('measure/dueOn')"
          [attr.aria-invalid]="checks().error(t, 'measure/dueOn') ? true : null"
          [attr.aria-describedby]="dueOnDescribedBy(t)"
          (input)="draft().set('measure/dueOn', dueOn.value)"
        />
        @if (checks().error(t, 'measure/dueOn'); as error) {
          <p class="error" [id]="id('measure/dueOn') + '-error'">{{ error }}</p>
        }
      </div>
      <ms-soft-checks field="measure/dueOn" [draft]="draft()" [checks]="checks()" />
    </div>
  `,
  styles: `
    .stack {
      display: grid;
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: baseline;
    }
    input {
      max-inline-size: 13rem;
    }
    .field {
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

  protected dueOnDescribedBy(t: Translate): string | null {
    const [need, error] = [this.checks().need(t, 'measure/dueOn'), this.checks().error(t, 'measure/dueOn')];
    return describedBy(fieldId('measure/dueOn'), { need, audience: 'public', error });
  }
}
