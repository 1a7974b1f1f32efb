import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import type { Milestone } from '@malspar/plan-model';
import { comparePeriods } from '@malspar/shared-model';
import { PlanText, language } from '@malspar/shared-web';

/** The milestones on the way to a target: when each was due, and when it was passed. */
@Component({
  selector: 'ms-milestone-list',
  imports: [PlanText, TranslocoDirective],
  template: `
    <ol *transloco="let t">
      @for (milestone of milestones(); track $index) {
        <li>
          <span class="sign" aria-hidden="true">{{ milestone.done ? '✓' : '○' }}</span>
          <span msPlanText>{{ milestone.title }}</span>
          <span class="when">{{ t('reporting.targetPage.milestoneDue', { period: inWords(milestone.due) }) }}</span>
          <span class="when">
            @if (milestone.done; as done) {
              {{
                t('reporting.targetPage.milestone' + (isLate(milestone) ? 'Late' : 'Done'), {
                  period: inWords(done),
                })
              }}
            } @else {
              {{ t('reporting.targetPage.milestoneOpen') }}
            }
          </span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
      max-inline-size: 60rem;
    }
    li {
      display: grid;
      grid-template-columns: 1.5rem minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 var(--s4);
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    .sign {
      color: var(--good);
    }
    .when {
      color: var(--muted);
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: 1.5rem minmax(0, 1fr);
      }
      .when {
        grid-column: 2;
      }
    }
  `,
})
export class MilestoneList {
  readonly milestones = input.required<readonly Milestone[]>();

  protected inWords(period: string): string {
    return periodText(period, language());
  }

  protected isLate({ due, done }: Milestone): boolean {
    return done !== null && comparePeriods(done, due) > 0;
  }
}
