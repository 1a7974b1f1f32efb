import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TransitionReceipt } from '@malspar/reporting-model';
import { formatAlternatives, formatDateTime } from '@malspar/shared-web';

/** That it is handed in: reference, time, who acts next and how one gets to know. */
@Component({
  selector: 'ms-receipt',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <section class="receipt" *transloco="let t">
      <p class="lead">{{ t('reporting.check.receipt.lead', { area: area() }) }}</p>
      <dl>
        <div>
          <dt>{{ t('reporting.check.receipt.reference') }}</dt>
          <dd class="reference">{{ receipt().reference }}</dd>
        </div>
        <div>
          <dt>{{ t('reporting.check.receipt.at') }}</dt>
          <dd>{{ at(receipt().at) }}</dd>
        </div>
        <div>
          <dt>{{ t('reporting.check.receipt.next') }}</dt>
          <dd>
            {{
              receipt().next.length > 0
                ? t('reporting.check.receipt.reviewer', { who: alternatives(receipt().next) })
                : t('reporting.check.receipt.reviewerUnknown')
            }}
          </dd>
        </div>
      </dl>
      <p>{{ t('reporting.check.receipt.after') }}</p>
      <p class="cluster">
        <a class="button primary" routerLink="/">{{ t('reporting.check.receipt.toStart') }}</a>
        <a class="button" [routerLink]="['/rapporter', reportId()]">{{ t('reporting.check.receipt.toReport') }}</a>
      </p>
    </section>
  `,
  styles: `
    .receipt {
      max-inline-size: 46rem;
    }
    .lead {
      font-size: 1.25rem;
    }
    dl div {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      gap: 0 var(--s4);
      padding-block: var(--s3);
      border-block-start: 1px solid var(--line);
    }
    dt {
      color: var(--muted);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .reference {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Receipt {
  readonly receipt = input.required<TransitionReceipt>();
  readonly reportId = input.required<string>();
  readonly area = input.required<string>();

  protected readonly alternatives = formatAlternatives;

  protected at(instant: string): string {
    return formatDateTime(instant);
  }
}
