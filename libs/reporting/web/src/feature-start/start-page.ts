import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { Empty, formatDate, formatPeriod, Loaded, LoadedAs, PageHeader, Session } from '@malspar/shared-web';
import { type TaskGroup, TaskStore } from '../data/task-store';
import { TaskRow } from './task-row';

/** What waits for the person who is signed in, the nearest first. The same page for every role. */
@Component({
  selector: 'ms-start-page',
  imports: [RouterLink, TranslocoDirective, Empty, Loaded, LoadedAs, PageHeader, TaskRow],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t(reports() ? 'reporting.start.title' : 'shared.nav.start')" />
      <ms-loaded [failure]="tasks.failure()" (retry)="load()"
        ><ng-container *msLoadedAs="groups() as groups">
          @for (group of groups; track group.period.id) {
            <section class="period" [attr.aria-labelledby]="'period-' + group.period.code">
              <header>
                <h2 [id]="'period-' + group.period.code">{{ periodTitle(group.period) }}</h2>
                <p>
                  {{ t('reporting.start.lastDay', { date: date(group.period.dueOn) }) }}
                  @if (tellsDays(group)) {
                    ·
                    <span [class.late]="group.period.daysLeft < 0 && group.mine.length > 0">{{
                      t(daysKey(group.period), { days: abs(group.period.daysLeft) })
                    }}</span>
                  }
                </p>
              </header>
              @if (group.mine.length > 0) {
                <h3 class="visually-hidden">{{ t('reporting.start.mine') }}</h3>
                <ul>
                  @for (report of group.mine; track report.id; let first = $first) {
                    <li><ms-task-row [report]="report" [first]="first" /></li>
                  }
                </ul>
              } @else {
                <p class="nothing">{{ t('reporting.start.nothingForYou') }}</p>
              }
              @if (group.others.length > 0) {
                <h3>{{ t('reporting.start.others') }}</h3>
                <ul>
                  @for (report of group.others; track report.id) {
                    <li><ms-task-row class="done" [report]="report" /></li>
                  }
                </ul>
              }
              @if (group.done.length > 0) {
                <h3>{{ t('reporting.start.done') }}</h3>
                <ul>
                  @for (report of group.done; track report.id) {
                    <li><ms-task-row class="done" [report]="report" /></li>
                  }
                </ul>
              }
            </section>
          } @empty {
            <ms-empty [title]="t('reporting.start.emptyTitle')" [text]="t('reporting.start.emptyText')" />
            <p class="cluster">
              <a routerLink="/plan">{{ t('reporting.start.toPlan') }}</a>
              <a routerLink="/publicering">{{ t('reporting.start.toPublished') }}</a>
            </p>
          }
          @if (tasks.upcoming(); as next) {
            <p class="next">
              {{ t('reporting.start.opens', { period: periodTitle(next), date: date(next.opensOn) }) }}
            </p>
          }
        </ng-container></ms-loaded
      >
    </ng-container>
  `,
  styles: `
    .period {
      max-inline-size: 60rem;
      margin-block-end: var(--s6);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s4);
      align-items: baseline;
      justify-content: space-between;
      margin-block-end: var(--s2);
    }
    header p,
    .nothing,
    .next {
      color: var(--muted);
    }
    h2,
    header p {
      margin: 0;
    }
    h3 {
      margin: var(--s5) 0 var(--s1);
      font-size: 1rem;
      color: var(--muted);
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
      border-block-end: 1px solid var(--line);
    }
    .late {
      color: var(--bad);
      font-weight: 600;
    }
  `,
})
export class StartPage {
  protected readonly tasks = inject(TaskStore);
  protected readonly abs = Math.abs;
  /** Whether the person reports, and does not only read or decide: as the main menu names the page. */
  protected readonly reports = computed(() => this.#session.me()?.roles.includes('owner') ?? false);
  readonly #session = inject(Session);
  /** What is known stays while it is read again. */
  protected readonly groups = computed(() => {
    const groups = this.tasks.groups();
    return this.tasks.loading() && groups.length === 0 ? null : groups;
  });

  constructor() {
    this.load();
  }

  protected load(): void {
    void this.tasks.load();
  }

  protected periodTitle = (period: ReportingPeriod): string => formatPeriod(period.code);
  protected date = (day: string): string => formatDate(day);

  /** A correction was in time once: a period of nothing else is not late. */
  protected tellsDays({ period, mine, others, done }: TaskGroup): boolean {
    return period.daysLeft >= 0 || [...mine, ...others, ...done].some(({ correction }) => correction === null);
  }

  protected daysKey({ daysLeft }: ReportingPeriod): string {
    if (daysLeft === 0) return 'reporting.start.lastDayToday';
    const size = Math.abs(daysLeft) === 1 ? 'one' : 'many';
    return `reporting.start.${daysLeft > 0 ? 'daysLeft' : 'daysLate'}.${size}`;
  }
}
