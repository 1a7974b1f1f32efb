import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReportSummary } from '@malspar/reporting-model';
import {
  Empty,
  formatDate,
  formatPeriod,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  PlanText,
  StateBadge,
} from '@malspar/shared-web';
import { CorrectionLine } from '../ui/correction-line';
import { DaysLeft } from '../ui/days-left';
import { ReviewQueue } from './review-queue';

/** The manager's queue: what waits for a decision, the nearest deadline first, and what is with others. */
@Component({
  selector: 'ms-queue-page',
  imports: [
    CorrectionLine,
    DaysLeft,
    Empty,
    Loaded,
    LoadedAs,
    PageHeader,
    PlanText,
    RouterLink,
    StateBadge,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t('reporting.queue.title')" [lead]="t('reporting.queue.lead')" />
      <ms-loaded [failure]="queue.error()" (retry)="queue.reload()">
        <ng-container *msLoadedAs="content() as content">
          @if (content.waiting.length > 0) {
            <ol class="rows">
              @for (report of content.waiting; track report.id) {
                <li>
                  <div class="what">
                    <h2>
                      <a [routerLink]="['/rapporter', report.id, 'granska']" msPlanText>{{ report.focusArea.title }}</a>
                    </h2>
                    @if (report.correction; as correction) {
                      <p><ms-correction-line [correction]="correction" /></p>
                    }
                  </div>
                  <span class="period">{{ period(report) }}</span>
                  <span class="since">{{ t('reporting.queue.since.' + report.state, { date: since(report) }) }}</span>
                  <ms-days-left [report]="report" />
                  <a
                    class="button primary"
                    [routerLink]="['/rapporter', report.id, 'granska']"
                    tabindex="-1"
                    aria-hidden="true"
                    >{{ t('reporting.queue.review') }}</a
                  >
                </li>
              }
            </ol>
          } @else {
            <ms-empty [title]="t('reporting.queue.emptyTitle')" [text]="t('reporting.queue.emptyText')" />
          }
          @if (content.elsewhere.length > 0) {
            <section class="elsewhere" aria-labelledby="elsewhere">
              <h2 id="elsewhere">{{ t('reporting.queue.elsewhere') }}</h2>
              <ul class="rows">
                @for (report of content.elsewhere; track report.id) {
                  <li>
                    <a [routerLink]="['/rapporter', report.id, 'granska']" msPlanText>{{ report.focusArea.title }}</a>
                    <span class="period">{{ period(report) }}</span>
                    <span class="since"><ms-state-badge [state]="report.state" /></span>
                    <span class="holders">{{ report.holders.join(', ') }}</span>
                  </li>
                }
              </ul>
            </section>
          }
        </ng-container>
      </ms-loaded>
    </ng-container>
  `,
  styles: `
    .rows {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(9rem, 1fr) minmax(11rem, 1fr) minmax(9rem, 1fr) 6.5rem;
      gap: var(--s1) var(--s4);
      align-items: baseline;
      padding-block: var(--s3);
      border-block-end: 1px solid var(--line);
    }
    h2 {
      margin: 0;
      font-size: 1.125rem;
    }
    .what p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .period,
    .since,
    .holders {
      color: var(--muted);
    }
    .elsewhere {
      margin-block-start: var(--s7);
    }
    .elsewhere h2 {
      margin-block-end: var(--s2);
    }
    .elsewhere li {
      padding-block: var(--s2);
    }
    .elsewhere .holders {
      grid-column: 4 / -1;
    }
    .button {
      justify-self: end;
    }
    @media (max-width: 60rem) {
      li {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
      .what,
      .elsewhere a {
        grid-column: 1 / -1;
      }
      .elsewhere .holders {
        grid-column: 1 / -1;
      }
      .button {
        justify-self: start;
      }
    }
  `,
})
export class QueuePage {
  readonly #queue = inject(ReviewQueue);

  protected readonly queue = resource({ loader: () => this.#queue.load() });
  protected readonly content = computed(() => loadedValue(this.queue));

  protected period(report: ReportSummary): string {
    return formatPeriod(report.period);
  }

  protected since(report: ReportSummary): string {
    return formatDate(report.stateSince);
  }
}
