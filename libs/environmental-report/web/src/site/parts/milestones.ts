import { Component, inject, input } from '@angular/core';
import type { PublishedTarget } from '@malspar/environmental-report-model';
import { periodText } from '@malspar/figures-model';
import { PlanText } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';

/** The steps of a target that has no series, done or to be done. */
@Component({
  selector: 'ms-milestones',
  imports: [PlanText],
  template: `
    @if (target().indicator.milestones.length > 0) {
      <ul class="milestones">
        @for (milestone of target().indicator.milestones; track $index) {
          <li [class.done]="milestone.done !== null">
            <span class="shape" aria-hidden="true">{{ milestone.done === null ? '○' : '✓' }}</span>
            <span>
              <span msPlanText>{{ milestone.title }}</span>, {{ state(milestone) }}
            </span>
          </li>
        }
      </ul>
    }
  `,
})
export class Milestones {
  readonly target = input.required<PublishedTarget>();
  readonly #context = inject(CONTEXT);

  protected state({ due, done }: PublishedTarget['indicator']['milestones'][number]): string {
    const { target } = this.#context.texts;
    return done === null
      ? target.notDone(periodText(due, this.#context.language))
      : target.done(periodText(done, this.#context.language));
  }
}
