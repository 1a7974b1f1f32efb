import { Component, inject, input } from '@angular/core';
import type { PublishedDifference } from '@malspar/environmental-report-model';
import { CONTEXT } from '../page-context.js';
import { Changes } from './changes.js';
import { PlanText } from './marks.js';

/** All that differs, in general and area by area; says so when nothing does. */
@Component({
  selector: 'ms-difference-body',
  imports: [Changes, PlanText],
  template: `
    @if (difference().general.length > 0) {
      <section>
        <h2>{{ t.difference.general }}</h2>
        <ms-changes [changes]="difference().general" [plansWords]="difference().plansWords" />
      </section>
    }
    @for (area of difference().areas; track $index) {
      <section>
        <h2 msPlanText>{{ area.title }}</h2>
        <ms-changes [changes]="area.changes" [plansWords]="[]" [presence]="area.presence" />
        @for (target of area.targets; track $index) {
          <h3>
            {{ target.code }} <span msPlanText>{{ target.title }}</span>
          </h3>
          <ms-changes [changes]="target.changes" [plansWords]="target.plansWords" [presence]="target.presence" />
        }
      </section>
    }
    @if (difference().general.length === 0 && difference().areas.length === 0) {
      <p>{{ t.difference.none }}</p>
    }
  `,
})
export class DifferenceBody {
  readonly difference = input.required<PublishedDifference>();
  protected readonly t = inject(CONTEXT).texts;
}
