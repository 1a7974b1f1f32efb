import { Component, computed, inject, input } from '@angular/core';
import { assessmentWords, noAssessment, noVerdict, type PublishedReport } from '@malspar/environmental-report-model';
import { assessmentSigns, verdictLevel, verdictSteps } from '@malspar/figures-model';
import { CONTEXT } from '../report-context.js';

type Assessment = keyof typeof assessmentWords;
type Scale = PublishedReport['verdictScale'];
type Verdict = Scale[number]['code'];

/** An assessment: shape, word and colour, never colour alone. */
@Component({
  selector: 'ms-assessment',
  template: `<span class="shape" aria-hidden="true">{{ sign() }}</span> {{ word() }}`,
  host: { '[class]': 'value() ?? "none"' },
})
export class AssessmentMark {
  readonly value = input.required<Assessment | null>();
  readonly #context = inject(CONTEXT);
  protected readonly sign = computed(() => assessmentSigns[this.value() ?? 'not_measured']);
  protected readonly word = computed(() => {
    const value = this.value();
    return this.#context.say(value === null ? noAssessment : assessmentWords[value]);
  });
}

/** A verdict: a bar in parts, the plan's own word and a colour. */
@Component({
  selector: 'ms-verdict',
  template: `
    <svg class="bar" viewBox="0 0 38 14" width="38" height="14" aria-hidden="true">
      @for (part of parts; track part) {
        <rect
          [attr.x]="(part - 1) * 10 + 0.5"
          y="0.5"
          width="7"
          height="13"
          [attr.class]="part <= filled() ? 'filled' : null"
        />
      }
    </svg>
    {{ word() }}
  `,
  host: { '[class]': 'value() ?? "none"' },
})
export class VerdictMark {
  readonly value = input.required<Verdict | null>();
  readonly scale = input.required<Scale>();
  readonly #context = inject(CONTEXT);
  protected readonly parts = verdictSteps;
  protected readonly filled = computed(() => verdictLevel(this.value()));
  protected readonly word = computed(() =>
    this.#context.say(this.scale().find(({ code }) => code === this.value())?.label ?? noVerdict),
  );
}
