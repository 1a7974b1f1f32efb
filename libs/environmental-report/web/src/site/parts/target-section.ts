import { Component, computed, inject, input } from '@angular/core';
import {
  plansWordsOf,
  type PublishedArea,
  type PublishedReport,
  type PublishedTarget,
  targetComparisonOrigin,
} from '@malspar/environmental-report-model';
import { ExampleMark, PlanText, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { Entry } from './entry.js';
import { EntriesBeside } from './entries-beside.js';
import { Milestones } from './milestones.js';
import { Origin } from './origin.js';
import { TargetFigures } from './target-figures.js';

/** A target within a report. */
@Component({
  selector: 'ms-target-section',
  imports: [Entry, EntriesBeside, ExampleMark, Milestones, Origin, PlanText, Sentence, TargetFigures],
  template: `
    <article>
      <p class="kicker">{{ t.target.heading(target().code) }}</p>
      <h3>
        <bdi msPlanText>{{ target().title }}</bdi> <ms-example [of]="target().provenance" />
      </h3>
      <ms-answer [target]="target()" />
      <ms-answers-beside [target]="target()" />
      @if (turn(); as sentence) {
        <p class="muted">
          <ms-sentence [text]="sentence" [plansWords]="plansWords()" />.
          <ms-example [of]="turnOrigin()" />
        </p>
      }
      <ms-target-figures [target]="target()" [asOf]="report().period" />
      <ms-milestones [target]="target()" />
      <ms-origin [report]="report()" [area]="area()" [target]="target()" [known]="known()" />
    </article>
  `,
})
export class TargetSection {
  readonly report = input.required<PublishedReport>();
  readonly area = input.required<PublishedArea>();
  readonly target = input.required<PublishedTarget>();
  readonly known = input.required<readonly PublishedReport[]>();
  readonly #context = inject(CONTEXT);
  protected readonly t = this.#context.texts;
  protected readonly turnOrigin = computed(() => targetComparisonOrigin(this.report(), this.target()));
  protected readonly plansWords = computed(() => plansWordsOf(this.target()));
  protected readonly turn = computed(() => {
    const area = this.report().comparison?.areas.find(({ slug }) => slug === this.area().slug);
    const found = area?.targets.find(({ code }) => code === this.target().code);
    return found ? this.#context.say(found.sentence) : null;
  });
}
