import { Component, computed, Directive, input, type Signal, signal } from '@angular/core';
import { foreignLanguage, runsOf } from '@malspar/shared-model';
import { language } from './language';

// One for the whole page, as `language` is: the session says it once, and every text reads it.
const stated = signal<string | null>(null);

/** Notes the language of the plan, as the server says it. */
export const notePlanLanguage = (tag: string | null): void => stated.set(tag);

/** The language of the plan's texts and of what persons have written (BCP 47); null where the page itself is in it. */
export const planLanguage: Signal<string | null> = computed(() => foreignLanguage(stated(), language()));

/** Marks words of the plan, or of a person, with their language on a page in another, so that they are read aloud in it. */
@Directive({ selector: '[msPlanText]', host: { '[attr.lang]': 'planLanguage()' } })
export class PlanText {
  protected readonly planLanguage = planLanguage;
}

/** A sentence of the interface's own, with the words of the plan in it marked. */
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
  protected readonly runs = computed(() =>
    planLanguage() === null ? [{ text: this.text(), isPlans: false }] : runsOf(this.text(), this.plansWords() ?? []),
  );
}
