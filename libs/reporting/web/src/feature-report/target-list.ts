import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlanText, AssessmentMark, focusOn, Provenance } from '@malspar/shared-web';
import { type Step, stepLabel, stepName } from './steps';

/**
 * The steps of the form with how far each has come. ↑ and ↓ go from one to the next while the focus is in the list. On
 * a narrow screen the list is folded behind the step one is at.
 */
@Component({
  selector: 'ms-target-list',
  imports: [PlanText, AssessmentMark, Provenance, RouterLink, TranslocoDirective],
  templateUrl: './target-list.html',
  styleUrl: './target-list.css',
})
export class TargetList {
  readonly steps = input.required<readonly Step[]>();
  readonly current = input.required<string>();
  readonly reportId = input.required<string>();
  /** Whether to show how far each step has come, or, when nothing is left to do, what was judged. */
  readonly progress = input(true);

  readonly #router = inject(Router);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly name = stepName;
  protected readonly label = stepLabel;
  protected readonly unfolded = signal(false);
  protected readonly place = computed(() => this.steps().findIndex((step) => stepName(step) === this.current()));
  protected readonly here = computed(() => this.steps()[this.place()] ?? null);
  protected readonly link = computed(() => ['/rapporter', this.reportId()]);

  protected walk(event: Event, by: 1 | -1): void {
    const next = this.steps()[this.place() + by];
    if (!next) return;
    event.preventDefault();
    const link = this.#links()[this.place() + by];
    void this.#router
      .navigate(this.link(), { queryParams: { mal: stepName(next) }, replaceUrl: true })
      .then(() => link && focusOn(link));
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#element.nativeElement.querySelectorAll('a')];
  }
}
