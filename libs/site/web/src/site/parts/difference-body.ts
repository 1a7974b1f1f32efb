import { Component, inject, input } from '@angular/core';
import type { PublishedDifference } from '@malspar/publication-model';
import { PAGE_CONTEXT } from '../page-context.js';
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
    @for (section of difference().sections; track $index) {
      <section>
        <h2 msPlanText>{{ section.title }}</h2>
        <ms-changes [changes]="section.changes" [plansWords]="[]" [presence]="section.presence" />
        @for (item of section.items; track $index) {
          <h3>
            {{ item.code }} <span msPlanText>{{ item.title }}</span>
          </h3>
          <ms-changes [changes]="item.changes" [plansWords]="item.plansWords" [presence]="item.presence" />
        }
      </section>
    }
    @if (difference().general.length === 0 && difference().sections.length === 0) {
      <p>{{ t.difference.none }}</p>
    }
  `,
})
export class DifferenceBody {
  readonly difference = input.required<PublishedDifference>();
  protected readonly t = inject(PAGE_CONTEXT).texts;
}
