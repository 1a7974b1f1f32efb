import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { UnderCorrection } from '@malspar/reporting-model';
import { formatDateTime, PlanText } from '@malspar/shared-web';

/** Why a published report is being written anew, for whoever writes or reviews it. */
@Component({
  selector: 'ms-correction-notice',
  imports: [PlanText, TranslocoDirective],
  template: `
    <section class="notice warn" aria-labelledby="correction" *transloco="let t">
      <h2 id="correction">
        {{
          t('reporting.data.correction.title', {
            number: correction().revision,
            who: correction().who,
            at: dateTime(correction().at),
          })
        }}
      </h2>
      <p msPlanText>{{ correction().reason }}</p>
    </section>
  `,
  styles: `
    h2 {
      margin: 0 0 var(--s1);
      max-inline-size: 70ch;
      font-size: 1.125rem;
    }
    p {
      max-inline-size: 70ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class CorrectionNotice {
  readonly correction = input.required<UnderCorrection>();

  protected readonly dateTime = formatDateTime;
}
