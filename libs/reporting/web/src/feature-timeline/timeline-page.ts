import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  formatDate,
  formatDateTime,
  formatPeriod,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  PlanText,
  StateBadge,
  Words,
} from '@malspar/shared-web';
import type { TimelineItem } from '@malspar/reporting-model';
import { ReportingClient } from '../data/reporting-client';
import { revisionsOf, shortHash, timelineEntries } from './timeline-entries';

/** A report's history: who did what, when, why, and with which frozen revision. */
@Component({
  selector: 'ms-timeline-page',
  imports: [Loaded, LoadedAs, PageHeader, PlanText, RouterLink, StateBadge, TranslocoDirective, Words],
  template: `
    <ng-container *transloco="let t">
      <ms-loaded [failure]="history.error()" [title]="t('reporting.board.history')" (retry)="history.reload()">
        <ng-container *msLoadedAs="shown() as shown">
          <ms-page-header
            [title]="t('reporting.history.title', { area: shown.report.focusArea.title })"
            [plansWords]="[shown.report.focusArea.title]"
            [lead]="period()"
          >
            <p class="cluster" actions>
              <ms-state-badge [state]="shown.report.state" />
              <a [routerLink]="['/rapporter', shown.report.id, 'granska']">{{ t('reporting.history.toReport') }}</a>
            </p>
          </ms-page-header>
          <ol reversed>
            @for (entry of entries(); track $index) {
              <li>
                <time [attr.datetime]="entry.item.at">{{ time(entry.item.at) }}</time>
                <div>
                  <p class="what">
                    {{
                      t('reporting.history.did.' + entry.word, {
                        who: entry.item.who,
                        count: entry.comments.length,
                        day: day(entry.item),
                      })
                    }}
                  </p>
                  @if (entry.item.revision !== null && entry.item.kind !== 'reply') {
                    <p class="revision">
                      {{ t('reporting.history.revision', { number: entry.item.revision }) }}
                      @if (hashes().get(entry.item.revision); as hash) {
                        <abbr [title]="hash" class="hash">{{ short(hash) }}</abbr>
                      }
                    </p>
                  }
                  @if (entry.item.reason; as reason) {
                    <blockquote><ms-words [text]="reason" /></blockquote>
                  }
                  @if (entry.comments.length > 0) {
                    <ul>
                      @for (comment of entry.comments; track $index) {
                        <li>
                          <strong>{{ comment.targetCode ?? t('reporting.review.verdictTitle') }}</strong>
                          <span msPlanText>{{ comment.text }}</span>
                        </li>
                      }
                    </ul>
                  }
                </div>
              </li>
            }
          </ol>
        </ng-container>
      </ms-loaded>
    </ng-container>
  `,
  styles: `
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
      max-inline-size: 60rem;
    }
    ol > li {
      display: grid;
      grid-template-columns: 14rem minmax(0, 1fr);
      gap: var(--s1) var(--s5);
      padding-block: var(--s4);
      border-block-end: 1px solid var(--line);
    }
    time,
    .revision {
      color: var(--muted);
    }
    .what {
      margin: 0;
      font-weight: 600;
    }
    .revision {
      margin: 0;
    }
    .hash {
      font-family: ui-monospace, monospace;
      font-size: 0.9375rem;
      text-decoration: none;
      margin-inline-start: var(--s2);
    }
    blockquote {
      margin: var(--s2) 0 0;
      padding-inline-start: var(--s3);
      border-inline-start: 3px solid var(--line-strong);
      max-inline-size: 70ch;
    }
    ul {
      margin: var(--s2) 0 0;
      padding-inline-start: var(--s4);
      list-style: disc;
      max-inline-size: 70ch;
    }
    ul strong {
      margin-inline-end: var(--s2);
    }
    @media (max-width: 40rem) {
      ol > li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class TimelinePage {
  readonly id = input.required<string>();

  readonly #client = inject(ReportingClient);

  protected readonly history = resource({
    params: () => this.id(),
    loader: async ({ params: id }) => {
      const [report, items] = await Promise.all([this.#client.report(id), this.#client.timeline(id)]);
      return { report, items };
    },
  });
  protected readonly shown = computed(() => loadedValue(this.history));
  protected readonly entries = computed(() => timelineEntries(this.shown()?.items ?? []));
  protected readonly period = computed(() => {
    const report = this.shown()?.report;
    return report ? formatPeriod(report.period) : '';
  });

  // The history stands without them: they are filled in when they come.
  readonly #revisions = resource({
    params: () => this.shown() ?? undefined,
    loader: ({ params: { report, items } }) =>
      Promise.all(revisionsOf(items).map((number) => this.#client.revision(report.id, number))),
  });
  protected readonly hashes = computed(() => {
    const revisions = loadedValue(this.#revisions) ?? [];
    return new Map(revisions.map(({ number, sha256 }) => [number, sha256]));
  });

  protected readonly short = shortHash;

  protected day({ dueOn }: TimelineItem): string {
    return dueOn === null ? '' : formatDate(dueOn);
  }

  protected time(instant: string): string {
    return formatDateTime(instant);
  }
}
