import { Component, computed, inject, input } from '@angular/core';
import { entriesSaid, type PublishedTarget } from '@malspar/environmental-report-model';
import { periodHeading } from '@malspar/figures-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { ExampleMark, Prose } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { AssessmentMark } from './judgements.js';

/** Beside a report's own answer on a target: what was said in a year's periods, or of the whole year. */
@Component({
  selector: 'ms-answers-beside',
  imports: [AssessmentMark, ExampleMark, Prose],
  template: `
    @for (said of beside(); track said.period) {
      <p class="verdict-line">
        <span class="muted">{{ heading(said.period) }}</span>
        <ms-assessment [value]="said.assessment" />
        <ms-example [of]="said.provenance" />
      </p>
      <ms-prose [text]="said.comment" />
      @if (said.measure; as measure) {
        <div class="measure">
          <p class="term">{{ t.target.measure }} <ms-example [of]="said.provenance" /></p>
          <ms-prose [text]="measure.text" />
        </div>
      }
    }
  `,
})
export class EntriesBeside {
  readonly target = input.required<PublishedTarget>();
  readonly #context = inject(CONTEXT);
  protected readonly t = this.#context.texts;
  protected readonly beside = computed(() =>
    entriesSaid(this.target()).filter(({ period }) => period !== this.target().answer.period),
  );

  protected heading(period: PeriodCode): string {
    return parsePeriod(period).cadence === 'year'
      ? this.t.report.wholeYear(period)
      : periodHeading(period, this.#context.language);
  }
}
