import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader, Session } from '@malspar/shared-web';

/** For somebody the tenant knows but who has no role here: what to do about it, and how to be somebody else. */
@Component({
  selector: 'ms-no-access-page',
  imports: [PageHeader, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t('identity.noAccess.title')" [lead]="t('identity.noAccess.lead')" />
      <div class="measure">
        <h2>{{ t('identity.noAccess.doTitle') }}</h2>
        <ol>
          <li>{{ t('identity.noAccess.ask') }}</li>
          <li>{{ t('identity.noAccess.again') }}</li>
        </ol>
        <p>{{ t('identity.noAccess.wrongAccount') }}</p>
      </div>
      <p class="cluster">
        <a class="button primary" href="/auth/login?prompt=select_account">{{ t('identity.otherAccount') }}</a>
        <button type="button" class="button" (click)="signOut()">{{ t('shared.signOut') }}</button>
      </p>
    </ng-container>
  `,
})
export class NoAccessPage {
  readonly #session = inject(Session);

  protected signOut(): void {
    void this.#session.signOut();
  }
}
