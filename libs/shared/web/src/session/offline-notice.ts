import { Component, DestroyRef, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** Says so while the browser is offline. */
@Component({
  selector: 'ms-offline-notice',
  imports: [TranslocoDirective],
  template: `
    <div role="status" *transloco="let t">
      @if (offline()) {
        <p class="notice warn">{{ t('shared.offline') }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      inset-block-start: 0;
      z-index: 3;
    }
    p {
      margin: 0;
      text-align: center;
    }
  `,
})
export class OfflineNotice {
  protected readonly offline = signal(!navigator.onLine);

  constructor() {
    const note = (): void => this.offline.set(!navigator.onLine);
    addEventListener('online', note);
    addEventListener('offline', note);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', note);
      removeEventListener('offline', note);
    });
  }
}
