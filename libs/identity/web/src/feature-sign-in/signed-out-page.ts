import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@malspar/shared-web';

/** Where the sign-out ends. */
@Component({
  selector: 'ms-signed-out-page',
  imports: [PageHeader, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t('identity.signedOut.title')" [lead]="t('identity.signedOut.lead')" />
      <p>
        <a class="button primary" href="/auth/login">{{ t('identity.signedOut.signIn') }}</a>
      </p>
    </ng-container>
  `,
})
export class SignedOutPage {}
