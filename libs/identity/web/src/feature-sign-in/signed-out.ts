import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@malspar/shared-web';
import { SignInLinks } from './sign-in-links';

/** Where one lands after signing out. */
@Component({
  selector: 'ms-signed-out',
  imports: [PageHeader, SignInLinks, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t('identity.signIn.signedOut.title')" [lead]="t('identity.signIn.signedOut.lead')" />
      <p class="measure">{{ t('identity.signIn.signedOut.todo') }}</p>
      <ms-sign-in-links [text]="t('identity.signIn.signIn')" />
    </ng-container>
  `,
})
export class SignedOut {}
