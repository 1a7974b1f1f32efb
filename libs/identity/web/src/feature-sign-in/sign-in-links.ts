import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** The ways on from a page about sign-in. Whole page loads: the sign-in is not a page of this app. */
@Component({
  selector: 'ms-sign-in-links',
  imports: [TranslocoDirective],
  template: `
    <p class="cluster" *transloco="let t">
      <a class="button" [class.primary]="!preferOther()" href="/auth/login">{{ text() }}</a>
      <a class="button" [class.primary]="preferOther()" href="/auth/login?prompt=select_account">
        {{ t('identity.signIn.otherAccount') }}
      </a>
    </p>
  `,
})
export class SignInLinks {
  readonly text = input.required<string>();
  /** Whether another account is what will most likely help. */
  readonly preferOther = input(false);
}
