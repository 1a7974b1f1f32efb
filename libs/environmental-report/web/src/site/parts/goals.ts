import { Component, input } from '@angular/core';
import type { PublishedReport } from '@malspar/environmental-report-model';
import { ExampleMark, PlanText } from '@malspar/site-web/parts';

/** The plan's overarching goals, numbered as the plan numbers them. */
@Component({
  selector: 'ms-goals',
  imports: [ExampleMark, PlanText],
  template: `
    <ol class="goals">
      @for (goal of goals(); track $index) {
        <li>
          <span class="numeral" aria-hidden="true">{{ goal.number }}</span>
          <span
            ><span msPlanText>{{ goal.title }}</span> <ms-example [of]="goal.provenance"
          /></span>
        </li>
      }
    </ol>
  `,
})
export class Goals {
  readonly goals = input.required<PublishedReport['goals']>();
}
