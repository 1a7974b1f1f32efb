import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CORRECTION_REASON_MAX, FOREWORD_MAX, GAP_REASON_MAX } from '@malspar/publication-model';
import { Audience, formatPeriodInText, Sentence, TextNotes } from '@malspar/shared-web';
import { samePlace, type WrittenDraft, type WrittenGap } from '../data/written-draft';
import { OrderList } from './order-list';

/** What the coordinator writes around the reports: foreword, reasons for gaps, order, and why there is a new version. */
@Component({
  selector: 'ms-draft-form',
  imports: [Audience, OrderList, TextNotes, TranslocoDirective, Sentence],
  template: `
    <fieldset [disabled]="locked()" *transloco="let t">
      <legend class="visually-hidden">{{ t('publication.form.legend') }}</legend>
      @if (correcting()) {
        <div class="field">
          <label class="label" for="reason">{{ t('publication.form.reason') }}</label>
          <p class="hint" id="reason-hint">{{ t('publication.form.reasonHint') }} <ms-audience of="public" /></p>
          <textarea
            id="reason"
            rows="3"
            aria-describedby="reason-hint"
            [value]="written().correctionReason"
            (input)="changed.emit({ correctionReason: textOf($event) })"
          ></textarea>
          <ms-text-notes [text]="written().correctionReason" [max]="longest.reason" [printed]="true" />
        </div>
      }
      <div class="field">
        <label class="label" for="foreword">{{ t('publication.form.foreword') }}</label>
        <p class="hint" id="foreword-hint">{{ t('publication.form.forewordHint') }} <ms-audience of="public" /></p>
        <textarea
          id="foreword"
          rows="6"
          aria-describedby="foreword-hint"
          [value]="written().foreword"
          (input)="changed.emit({ foreword: textOf($event) })"
        ></textarea>
        <ms-text-notes [text]="written().foreword" [max]="longest.foreword" [printed]="true" />
      </div>
      @if (written().gaps.length > 0) {
        <h2>{{ t('publication.form.gaps') }}</h2>
        <p class="hint" id="gaps-hint">{{ t('publication.form.gapsHint') }} <ms-audience of="public" /></p>
        @for (gap of written().gaps; track gap.areaSlug + gap.period) {
          <div class="field">
            <label class="label" [for]="'gap-' + gap.areaSlug + '-' + gap.period"
              ><ms-sentence
                [text]="t('publication.form.gap', { area: gap.title, period: formatPeriodInText(gap.period) })"
                [plansWords]="[gap.title]"
            /></label>
            <textarea
              [id]="'gap-' + gap.areaSlug + '-' + gap.period"
              rows="2"
              aria-describedby="gaps-hint"
              [value]="gap.reason"
              (input)="explain(gap, textOf($event))"
            ></textarea>
            <ms-text-notes [text]="gap.reason" [max]="longest.gap" [printed]="true" />
          </div>
        }
      }
      @if (areas().length > 1) {
        <ms-order-list [areas]="areas()" (reordered)="changed.emit({ order: $event })" />
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
  readonly written = input.required<WrittenDraft>();
  readonly areas = input.required<readonly { readonly slug: string; readonly title: string }[]>();
  readonly correcting = input(false);
  readonly locked = input(false);
  readonly changed = output<Partial<WrittenDraft>>();

  protected readonly longest = { reason: CORRECTION_REASON_MAX, foreword: FOREWORD_MAX, gap: GAP_REASON_MAX };
  protected readonly formatPeriodInText = formatPeriodInText;

  protected textOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected explain(gap: WrittenGap, reason: string): void {
    this.changed.emit({
      gaps: this.written().gaps.map((each) => (samePlace(each, gap) ? { ...each, reason } : each)),
    });
  }
}
