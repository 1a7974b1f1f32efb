import { Component, effect, type ElementRef, input, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

export interface ErrorLink {
  /** The id of the field at fault. */
  readonly id: string;
  readonly text: string;
}

/** What has to be corrected, with links to the fields. Takes the focus each time it is given errors. */
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
                <a [href]="'#' + error.id" (click)="go($event, error.id)">{{ error.text }}</a>
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

  constructor() {
    effect(() => {
      if (this.errors().length > 0) this.box()?.nativeElement.focus();
    });
  }

  protected go(event: Event, id: string): void {
    event.preventDefault();
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }
}
