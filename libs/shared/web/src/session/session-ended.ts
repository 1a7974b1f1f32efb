import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from './session';

/** Keeps the page as it is while the person signs in again beside it. */
@Component({
  selector: 'ms-session-ended',
  imports: [TranslocoDirective],
  template: `
    <section class="dialog" *transloco="let t">
      <h2 id="ended-title">{{ t('shared.session.endedTitle') }}</h2>
      <p>{{ t('shared.session.endedText') }}</p>
      <div role="status">
        @if (stillOut()) {
          <p class="error">{{ t('shared.session.stillOut') }}</p>
        }
      </div>
      <p class="cluster">
        <a class="button primary" href="/auth/login" target="_blank" rel="noopener">{{
          t('shared.session.signInNewTab')
        }}</a>
        <button type="button" class="button" (click)="goOn()">{{ t('shared.session.goOn') }}</button>
      </p>
    </section>
  `,
})
export class SessionEnded {
  protected readonly stillOut = signal(false);
  readonly #session = inject(Session);
  readonly #dialog = inject(DialogRef);

  protected async goOn(): Promise<void> {
    await this.#session.load();
    this.stillOut.set(this.#session.ended() || !this.#session.me());
    if (!this.stillOut()) this.#dialog.close();
  }
}
