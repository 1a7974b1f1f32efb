import { afterNextRender, Component, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { FocusKeeper } from '../focus/focus-keeper';

export interface ErrorLink {
  /** The id of the field at fault. */
  readonly id: string;
  readonly text: string;
}

/**
 * What has to be corrected, with links to the fields. Takes the focus when there is something new to correct, and when
 * its form is sent again with the same; never because something has been put right.
 */
@Component({
  selector: 'ms-error-summary',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (errors().length > 0) {
        <section #box class="notice bad" tabindex="-1" aria-labelledby="error-summary-title">
          <h2 id="error-summary-title">{{ title() || t('shared.errorSummary.title') }}</h2>
          <ul>
            @for (error of errors(); track $index) {
              <li>
                <a [href]="'#' + error.id">{{ error.text }}</a>
              </li>
            }
          </ul>
        </section>
      }
    </ng-container>
  `,
})
export class ErrorSummary {
  readonly errors = input.required<readonly ErrorLink[]>();
  readonly title = input('');
  protected readonly box = viewChild<ElementRef<HTMLElement>>('box');

  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #focus = inject(FocusKeeper);
  #known: ReadonlySet<string> = new Set();

  constructor() {
    effect(() => {
      const errors = new Set(this.errors().map(({ id, text }) => `${id} ${text}`));
      if ([...errors].some((error) => !this.#known.has(error))) this.#takeFocus();
      this.#known = errors;
    });
    afterNextRender(() => this.#element.closest('form')?.addEventListener('submit', () => this.#takeFocus()));
  }

  #takeFocus(): void {
    this.#focus.moveTo(() => this.box()?.nativeElement);
  }
}
