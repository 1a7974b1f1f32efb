import { Component, computed, Directive, inject, input } from '@angular/core';
import { runsOf, textBlocks } from '@malspar/shared-model';
import { PAGE_CONTEXT } from '../page-context.js';

/** Says that something is an example and not a fact; says nothing about the rest. */
@Component({
  selector: 'ms-example',
  template: `@if (of() === 'illustrative') {
    &ngsp;<span class="example" [attr.lang]="language">{{ word }}</span>
  }`,
})
export class ExampleMark {
  readonly of = input.required<string | null>();
  readonly #context = inject(PAGE_CONTEXT);
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
  protected readonly language = inject(PAGE_CONTEXT).planLanguage;
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
  readonly #isForeign = inject(PAGE_CONTEXT).planLanguage !== null;
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
  protected readonly language = inject(PAGE_CONTEXT).planLanguage;
  protected readonly blocks = computed(() => textBlocks(this.text()));
}
