import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { awaitsDecision, isSentBack, type ReportSummary } from '@malspar/reporting-model';
import { PlanText, StateBadge } from '@malspar/shared-web';
import { CorrectionLine } from '../ui/correction-line';

/** One report on the start page: what it is, how far it has come, and the next thing to do with it. */
@Component({
  selector: 'ms-task-row',
  imports: [CorrectionLine, PlanText, RouterLink, TranslocoDirective, StateBadge],
  template: `
    <ng-container *transloco="let t">
      <div class="what">
        @if (action(); as action) {
          <span class="title" msPlanText>{{ report().focusArea.title }}</span>
        } @else {
          <a class="title" [routerLink]="link()" msPlanText>{{ report().focusArea.title }}</a>
        }
        @if (report().sentBack; as back) {
          <p class="reason">{{ t('reporting.start.sentBack', { who: back.who, reason: back.reason }) }}</p>
        }
        @if (report().correction; as correction) {
          <p class="reason"><ms-correction-line [correction]="correction" /></p>
        }
      </div>
      <p class="how">
        @switch (kind()) {
          @case ('reply') {
            {{
              t('reporting.start.' + (report().commentsLackingReply === 1 ? 'oneComment' : 'comments'), {
                count: report().commentsLackingReply,
              })
            }}
          }
          @case ('write') {
            {{ t('reporting.start.progress', { done: report().entriesDone, all: report().entriesTotal }) }}
          }
          @default {
            @if (reviews()) {
              {{ t('reporting.start.waitsForYour.' + kind()) }}
            } @else {
              <ms-state-badge [state]="report().state" />
              @if (report().holders.length > 0) {
                <span>{{ t('reporting.start.waitsFor', { who: report().holders.join(', ') }) }}</span>
              }
            }
          }
        }
        @if (report().overdue) {
          <strong class="late">{{ t('reporting.start.overdue') }}</strong>
        }
      </p>
      @if (action(); as action) {
        <a
          class="button"
          [class.primary]="first()"
          [routerLink]="link()"
          [queryParams]="action === 'reply' ? { svara: 1 } : {}"
          >{{ t('reporting.start.action.' + action)
          }}<span class="visually-hidden" msPlanText> {{ report().focusArea.title }}</span></a
        >
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 12.5rem;
      gap: var(--s1) var(--s4);
      align-items: center;
      padding-block: var(--s3);
      border-block-start: 1px solid var(--line);
    }
    :host(.done) {
      padding-block: var(--s2);
    }
    .title {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    a.title {
      font-weight: 400;
    }
    .reason {
      margin: 0;
      overflow-wrap: anywhere;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    .how {
      margin: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: baseline;
      color: var(--muted);
    }
    .late {
      color: var(--bad);
    }
    .button {
      justify-self: end;
    }
    @media (max-width: 40rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      .button {
        justify-self: start;
        margin-block-start: var(--s1);
      }
    }
  `,
})
export class TaskRow {
  readonly report = input.required<ReportSummary>();
  /** The one to start with stands out. */
  readonly first = input(false);

  protected readonly kind = computed(() => this.report().waitsForMe);
  protected readonly action = computed(() => {
    const { waitsForMe, entriesDone, state } = this.report();
    if (waitsForMe === 'write') return entriesDone === 0 && !isSentBack(state) ? 'begin' : 'goOn';
    return waitsForMe;
  });
  protected readonly reviews = computed(() => awaitsDecision(this.report()));
  protected readonly link = computed(() => ['/rapporter', this.report().id, ...(this.reviews() ? ['granska'] : [])]);
}
