import { Component, computed, inject, input } from '@angular/core';
import type { PublishedReport } from '@malspar/environmental-report-model';
import { ExampleMark, PlanText, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';

/** Amendments of a target, or of everything when `of` is null; nothing where there are none. */
@Component({
  selector: 'ms-amendments',
  imports: [ExampleMark, PlanText, Sentence],
  template: `
    @if (shown().length > 0) {
      <section>
        <h2>{{ heading() }}</h2>
        <ul class="amendments">
          @for (amendment of shown(); track $index) {
            <li>
              <time class="term" [attr.datetime]="amendment.validFrom">{{ context.date(amendment.validFrom) }}</time>
              <p>
                <span msPlanText>{{ amendment.text }}</span>
                @if (amendment.decisionReference; as reference) {
                  <ms-sentence [text]="t.plan.decision(reference)" [plansWords]="[reference]" />.
                }
                <ms-example [of]="amendment.provenance" />
              </p>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class Amendments {
  readonly report = input.required<PublishedReport>();
  readonly of = input.required<string | null>();
  readonly heading = input.required<string>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly shown = computed(() => {
    const code = this.of();
    return this.report().amendments.filter(({ targetCode }) => code === null || targetCode === code);
  });
}
