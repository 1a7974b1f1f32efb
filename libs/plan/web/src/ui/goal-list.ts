import { Component, computed, input } from '@angular/core';
import type { OverarchingGoal, Source } from '@malspar/plan-model';
import { PlanText, Provenance } from '@malspar/shared-web';
import { SourceLink } from './source-link';

/** The overarching goals, in their own order. */
@Component({
  selector: 'ms-goal-list',
  imports: [PlanText, Provenance, SourceLink],
  template: `
    <ol>
      @for (goal of ordered(); track goal.slug) {
        <li [value]="goal.number">
          <span msPlanText>{{ goal.title }}</span> <ms-provenance [value]="goal.provenance" />
          <ms-source-link [sourceKey]="goal.sourceKey" [sources]="sources()" />
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding-inline-start: var(--s5);
    }
    li {
      padding-block: var(--s1);
    }
    li::marker {
      font-weight: 600;
      color: var(--accent);
    }
  `,
})
export class GoalList {
  readonly goals = input.required<readonly OverarchingGoal[]>();
  readonly sources = input.required<readonly Source[]>();

  protected readonly ordered = computed(() => [...this.goals()].sort((a, b) => a.number - b.number));
}
