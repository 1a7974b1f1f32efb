import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@malspar/shared-web';
import { failureReason } from './failure-reasons';
import { SignInLinks } from './sign-in-links';

/** Why a sign-in did not come through, and what to do about it. */
@Component({
  selector: 'ms-sign-in-failed',
  imports: [PageHeader, SignInLinks, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header
        [title]="t('identity.signIn.failed.title')"
        [lead]="t('identity.signIn.failed.' + why().key + '.what')"
      />
      <p class="measure">{{ t('identity.signIn.failed.' + why().key + '.todo') }}</p>
      <ms-sign-in-links [text]="t('identity.signIn.again')" [preferOther]="why().otherAccount" />
      @if (why().tellSupport) {
        <p class="hint">{{ t('identity.signIn.failed.code', { reason: why().key }) }}</p>
      }
    </ng-container>
  `,
})
export class SignInFailed {
  /** From the address. */
  readonly reason = input<string>();
  protected readonly why = computed(() => failureReason(this.reason()));
}
