import { afterNextRender, Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ProblemView } from '../http/problem';
import { NotFound } from './not-found';
import { PageHeader } from './page-header';

/** A failed load, in words, with a way to try again; or that there is no such page. */
@Component({
  selector: 'ms-problem',
  imports: [NotFound, PageHeader, TranslocoDirective],
  template: `
    @if (problem().status === 404) {
      <ms-not-found [beneathHeading]="!alone()" />
    } @else {
      <ng-container *transloco="let t">
        @if (alone()) {
          <ms-page-header [title]="t('shared.problem.title')" />
        }
        <section class="notice bad" role="alert">
          @if (!alone()) {
            <h2>{{ t('shared.problem.title') }}</h2>
          }
          <p>
            {{
              problem().kind === 'network'
                ? t('shared.problem.network')
                : problem().title || t('shared.problem.unexpected')
            }}
          </p>
          @if (canRetry()) {
            <button type="button" class="button" (click)="retry.emit()">{{ t('shared.retry') }}</button>
          }
        </section>
      </ng-container>
    }
  `,
  styles: `
    section {
      max-inline-size: 44rem;
    }
  `,
})
export class ProblemNotice {
  readonly problem = input.required<ProblemView>();
  readonly retry = output();
  /** Nothing else on the page has a heading: then this is what the page is about, and what its tab is called. */
  protected readonly alone = signal(false);
  protected readonly canRetry = computed(() => this.problem().status !== 403);

  constructor() {
    const document = inject(DOCUMENT);
    afterNextRender(() => this.alone.set(document.querySelector('h1') === null));
  }
}
