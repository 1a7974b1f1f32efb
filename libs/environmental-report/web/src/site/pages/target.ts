import { Component, computed, inject, input } from '@angular/core';
import type {
  PublishedArea,
  PublishedReport,
  PublishedTarget,
  PublishedVersion,
} from '@malspar/environmental-report-model';
import { ExampleMark, PlanText } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { Amendments } from '../parts/amendments.js';
import { Entry } from '../parts/entry.js';
import { Milestones } from '../parts/milestones.js';
import { Origin } from '../parts/origin.js';
import { TargetFigures } from '../parts/target-figures.js';

/** A target: figures, what was said, amendments, and where each figure comes from. */
@Component({
  selector: 'ms-target',
  imports: [Amendments, Entry, ExampleMark, Milestones, Origin, PlanText, TargetFigures],
  template: `
    <p class="kicker">{{ t.target.heading(target().code) }}</p>
    <h1>
      <bdi msPlanText>{{ target().title }}</bdi> <ms-example [of]="target().provenance" />
    </h1>
    <p class="muted">
      {{ t.target.year(target().targetYear) }} {{ t.target.area }}
      <a [href]="context.path({ at: 'area', slug: area().slug })" msPlanText>{{ area().title }}</a>
    </p>
    <section>
      <h2>{{ t.target.figures }}</h2>
      <ms-target-figures [target]="target()" [asOf]="report().period" [withProgress]="true" />
      <ms-milestones [target]="target()" />
      <ms-origin [report]="report()" [area]="area()" [target]="target()" [known]="known()" />
    </section>
    <section>
      <h2>{{ t.target.said }}</h2>
      <ms-answer [target]="target()" />
    </section>
    <ms-amendments [report]="report()" [of]="target().code" [heading]="t.target.amendments" />
    <p>
      <a [href]="context.path({ at: 'report', period: report().period, version: null })">{{
        t.area.inReport(context.say(report().title))
      }}</a>
    </p>
  `,
})
export class TargetPage {
  readonly version = input.required<PublishedVersion>();
  readonly area = input.required<PublishedArea>();
  readonly target = input.required<PublishedTarget>();
  readonly known = input.required<readonly PublishedReport[]>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly report = computed(() => this.version().report);
}
