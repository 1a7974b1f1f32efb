import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@malspar/shared-web';
import { SignInLinks } from './sign-in-links';

/** For somebody who signed in, but has no role here. */
@Component({
  selector: 'ms-no-access',
  imports: [PageHeader, SignInLinks, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t('identity.signIn.noAccess.title')" [lead]="t('identity.signIn.noAccess.lead')" />
      <p class="measure">{{ t('identity.signIn.noAccess.todo') }}</p>
      <ms-sign-in-links [text]="t('identity.signIn.signIn')" />
    </ng-container>
  `,
})
export class NoAccess {}
