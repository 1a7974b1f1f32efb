import { Component, computed, inject, input } from '@angular/core';
import {
  lacksYearVerdict,
  type PublishedArea,
  type PublishedReport,
  verdictsSaid,
} from '@malspar/environmental-report-model';
import { periodHeading } from '@malspar/figures-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { ExampleMark, Prose } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { VerdictMark } from './judgements.js';

/**
 * Beside a report's own verdict on an area: those of a year's periods, or of the whole year in the report of its last
 * period. Where a year has none of its own it says so.
 */
@Component({
  selector: 'ms-verdicts-beside',
  imports: [ExampleMark, Prose, VerdictMark],
  template: `
    @if (lacking()) {
      <p>{{ t.report.noYearVerdict(report().period) }}</p>
    }
    @for (said of beside(); track said.period) {
      <p class="verdict-line">
        <span class="muted">{{ heading(said.period) }}</span>
        <ms-verdict [value]="said.verdict" [scale]="report().verdictScale" />
        <ms-example [of]="said.provenance" />
      </p>
      <ms-prose [text]="said.explanation" />
    }
  `,
})
export class VerdictsBeside {
  readonly report = input.required<PublishedReport>();
  readonly area = input.required<PublishedArea>();
  readonly #context = inject(CONTEXT);
  protected readonly t = this.#context.texts;
  protected readonly lacking = computed(() => lacksYearVerdict(this.report(), this.area()));
  protected readonly beside = computed(() =>
    verdictsSaid(this.area()).filter(({ period }) => period !== this.area().reportedFor),
  );

  protected heading(period: PeriodCode): string {
    return parsePeriod(period).cadence === 'year'
      ? this.t.report.wholeYear(period)
      : periodHeading(period, this.#context.language);
  }
}
