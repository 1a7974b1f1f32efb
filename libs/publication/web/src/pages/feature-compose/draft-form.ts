import { Component, input, model } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { CORRECTION_REASON_MAX, FOREWORD_MAX, GAP_REASON_MAX } from '@malspar/publication-model';
import { Audience, formatPeriodInText } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import type { WrittenDraft, WrittenGap } from '../data/written-draft';
import { OrderList } from './order-list';

/** What the coordinator writes around the reports: foreword, reasons for gaps, order, and why there is a new version. */
@Component({
  selector: 'ms-draft-form',
  imports: [Audience, Field, FieldControl, FormField, OrderList, TranslocoDirective],
  template: `
    <fieldset [disabled]="locked()" *transloco="let t">
      <legend class="visually-hidden">{{ t('publication.form.legend') }}</legend>
      @if (correcting()) {
        <ms-field
          fieldId="reason"
          audience="public"
          [label]="t('publication.form.reason')"
          [hint]="t('publication.form.reasonHint')"
          [max]="longest.reason"
        >
          <textarea msControl rows="3" [formField]="fields.correctionReason"></textarea>
        </ms-field>
      }
      <ms-field
        fieldId="foreword"
        audience="public"
        [label]="t('publication.form.foreword')"
        [hint]="t('publication.form.forewordHint')"
        [max]="longest.foreword"
      >
        <textarea msControl rows="6" [formField]="fields.foreword"></textarea>
      </ms-field>
      @if (written().gaps.length > 0) {
        <h2>{{ t('publication.form.gaps') }}</h2>
        <p class="hint" id="gaps-hint">{{ t('publication.form.gapsHint') }} <ms-audience of="public" /></p>
        @for (gap of fields.gaps; track place(gap().value())) {
          <ms-field
            describedAlsoBy="gaps-hint"
            [fieldId]="place(gap().value())"
            [label]="
              t('publication.form.gap', {
                area: gap().value().title,
                period: formatPeriodInText(gap().value().period),
              })
            "
            [plansWords]="[gap().value().title]"
            [max]="longest.gap"
            [printed]="true"
          >
            <textarea msControl rows="2" [formField]="gap.reason"></textarea>
          </ms-field>
        }
      }
      @if (areas().length > 1) {
        <ms-order-list [areas]="areas()" (reordered)="reorder($event)" />
      }
    </fieldset>
  `,
  styles: `
    .hint {
      margin: 0;
    }
    h2 {
      margin-block-start: var(--s5);
    }
    h2 + .hint {
      margin-block-end: var(--s3);
    }
  `,
})
export class DraftForm {
  /** Kept and checked by the page as it is written; there is nothing to send. */
  readonly written = model.required<WrittenDraft>();
  readonly areas = input.required<readonly { readonly slug: string; readonly title: string }[]>();
  readonly correcting = input(false);
  readonly locked = input(false);

  protected readonly fields = form(this.written, { name: 'compose' });
  protected readonly longest = { reason: CORRECTION_REASON_MAX, foreword: FOREWORD_MAX, gap: GAP_REASON_MAX };
  protected readonly formatPeriodInText = formatPeriodInText;

  protected place({ areaSlug, period }: WrittenGap): string {
    return `gap-${areaSlug}-${period}`;
  }

  protected reorder(order: readonly string[]): void {
    this.written.update((written) => ({ ...written, order }));
  }
}
