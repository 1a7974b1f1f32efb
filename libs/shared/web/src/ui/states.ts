import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

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
