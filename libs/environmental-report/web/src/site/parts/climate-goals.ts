import { Component, inject, input } from '@angular/core';
import type { PublishedReport } from '@malspar/environmental-report-model';
import { ExampleMark, PlanText } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';

/** The climate goals, each by its year. Nothing where there are none. */
@Component({
  selector: 'ms-climate-goals',
  imports: [ExampleMark, PlanText],
  template: `
    @if (goals().length > 0) {
      <section>
        <h2>{{ t.climate }}</h2>
        <dl class="climate">
          @for (goal of goals(); track $index) {
            <div>
              <dt>{{ goal.year }}</dt>
              <dd>
                <span msPlanText>{{ goal.text }}</span> <ms-example [of]="goal.provenance" />
              </dd>
            </div>
          }
        </dl>
      </section>
    }
  `,
})
export class ClimateGoals {
  readonly goals = input.required<PublishedReport['climateGoals']>();
  protected readonly t = inject(CONTEXT).texts.home;
}
