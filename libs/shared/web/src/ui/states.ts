import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ProblemView } from '../http/problem';

const PATIENCE = 300;

/** Says that something is being loaded, but only when it takes long enough to wonder. */
@Component({
  selector: 'ms-loading',
  imports: [TranslocoDirective],
  template: `
    <p role="status" *transloco="let t">
      @if (slow()) {
        {{ t('shared.loading') }}
      }
    </p>
  `,
  styles: `
    p {
      min-block-size: 1.55em;
      color: var(--muted);
    }
  `,
})
export class Loading {
  protected readonly slow = signal(false);

  constructor() {
    const timer = setTimeout(() => this.slow.set(true), PATIENCE);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}

/** An empty place: what will be here, and what to do first. */
@Component({
  selector: 'ms-empty',
  template: `
    <h2>{{ title() }}</h2>
    @if (text()) {
      <p class="measure">{{ text() }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--s5);
    }
  `,
})
export class Empty {
  readonly title = input.required<string>();
  readonly text = input('');
}

/** A failed load, in words, with a way to try again. */
@Component({
  selector: 'ms-problem',
  imports: [TranslocoDirective],
  template: `
    <section class="notice bad" role="alert" *transloco="let t">
      @if (alone()) {
        <h1>{{ t('shared.problem.title') }}</h1>
      } @else {
        <h2>{{ t('shared.problem.title') }}</h2>
      }
      <p>
        {{
          problem().kind === 'network' ? t('shared.problem.network') : problem().title || t('shared.problem.unexpected')
        }}
      </p>
      @if (canRetry()) {
        <button type="button" class="button" (click)="retry.emit()">{{ t('shared.retry') }}</button>
      }
    </section>
  `,
  styles: `
    section {
      max-inline-size: 44rem;
    }
    h1 {
      font-size: 1.375rem;
    }
  `,
})
export class ProblemNotice {
  readonly problem = input.required<ProblemView>();
  readonly retry = output();
  /** Nothing else on the page has a heading: then this is what the page is about. */
  protected readonly alone = signal(false);
  protected readonly canRetry = computed(() => ![403, 404].includes(this.problem().status));

  constructor() {
    const document = inject(DOCUMENT);
    afterNextRender(() => this.alone.set(document.querySelector('h1') === null));
  }
}
