import { Component, computed, Directive, inject, input } from '@angular/core';
import {
  assessmentSigns,
  assessmentWords,
  noAssessment,
  noVerdict,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import { verdictLevel, verdictSteps } from '@malspar/figures-model';
import { runsOf, textBlocks } from '@malspar/shared-model';
import { CONTEXT } from '../page-context.js';

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

/** Says that something is an example and not a fact; says nothing about the rest. */
@Component({
  selector: 'ms-example',
  template: `@if (of() === 'illustrative') {
    &ngsp;<span class="example" [attr.lang]="language">{{ word }}</span>
  }`,
})
export class ExampleMark {
  readonly of = input.required<string | null>();
  readonly #context = inject(CONTEXT);
  protected readonly word = this.#context.texts.example;
  /** The mark often stands within words that are the plan's. */
  protected readonly language = this.#context.planLanguage && this.#context.language;
}

/**
 * Marks words of the plan, or of a person, with their language on a page in another one, so that they are read aloud in it;
 * with a direction of their own, so that they never turn the words around them.
 */
@Directive({ selector: '[msPlanText]', host: { '[attr.lang]': 'language', dir: 'auto' } })
export class PlanText {
  protected readonly language = inject(CONTEXT).planLanguage;
}

/** A sentence of the site's own, with the plan's words in it marked. */
@Component({
  selector: 'ms-sentence',
  imports: [PlanText],
  template: `@for (run of runs(); track $index) {
    @if (run.isPlans) {
      <span msPlanText>{{ run.text }}</span>
    } @else {
      <ng-container>{{ run.text }}</ng-container>
    }
  }`,
})
export class Sentence {
  readonly text = input.required<string>();
  readonly plansWords = input.required<readonly string[] | undefined>();
  readonly #isForeign = inject(CONTEXT).planLanguage !== null;
  protected readonly runs = computed(() =>
    this.#isForeign ? runsOf(this.text(), this.plansWords() ?? []) : [{ text: this.text(), isPlans: false }],
  );
}

/** Running text as it was written, paragraph by paragraph, its lists as lists. */
@Component({
  selector: 'ms-prose',
  template: `@for (block of blocks(); track $index) {
    @if (block.kind === 'list') {
      <ul [attr.lang]="language">
        @for (item of block.lines; track $index) {
          <li dir="auto">{{ item }}</li>
        }
      </ul>
    } @else {
      @for (line of block.lines; track $index) {
        <p dir="auto" [attr.lang]="language">{{ line }}</p>
      }
    }
  }`,
})
export class Prose {
  readonly text = input.required<string>();
  protected readonly language = inject(CONTEXT).planLanguage;
  protected readonly blocks = computed(() => textBlocks(this.text()));
}
