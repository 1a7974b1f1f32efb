import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import type { TransitionReceipt } from '@malspar/reporting-model';
import { FocusKeeper, formatAlternatives, formatDateTime, language } from '@malspar/shared-web';
import type { NextInQueue } from './review-queue';

/** What was decided, what happens next, and the next report in the queue one key away. */
@Component({
  selector: 'ms-decision-receipt',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <section class="notice good" aria-labelledby="receipt" *transloco="let t">
      <h2 id="receipt" #heading tabindex="-1">{{ t('reporting.review.done.' + receipt().transition) }}</h2>
      <p>{{ t('reporting.review.receipt', { reference: receipt().reference, at: at() }) }}</p>
      @if (receipt().next.length > 0) {
        <p>{{ t('reporting.review.nextActs', { names: alternatives(receipt().next) }) }}</p>
      }
      <p class="cluster">
        @if (report(); as report) {
          <a
            #forward
            class="button primary"
            aria-describedby="receipt"
            [routerLink]="['/rapporter', report.id, 'granska']"
            [queryParams]="{ mot: null }"
          >
            {{ t('reporting.review.nextInQueue', { area: report.focusArea.title, period: period() }) }}
          </a>
        } @else if (next() === 'none') {
          <span>{{ t('reporting.review.queueEmpty') }}</span>
        }
        <a routerLink="/granskning">{{ t('reporting.review.toQueue') }}</a>
      </p>
    </section>
  `,
})
export class DecisionReceipt {
  protected readonly alternatives = formatAlternatives;
  readonly receipt = input.required<TransitionReceipt>();
  readonly next = input.required<NextInQueue>();

  protected readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly forward = viewChild<ElementRef<HTMLElement>>('forward');

  protected readonly report = computed(() => {
    const next = this.next();
    return typeof next === 'string' ? null : next;
  });
  protected readonly at = computed(() => formatDateTime(this.receipt().at));
  protected readonly period = computed(() => {
    const report = this.report();
    return report ? periodText(report.period, language()) : '';
  });

  constructor() {
    // On the next report, so that Enter alone goes on; the outcome is read with it.
    inject(FocusKeeper).moveTo(() => (this.forward() ?? this.heading())?.nativeElement);
  }
}
