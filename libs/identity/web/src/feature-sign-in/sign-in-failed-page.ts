import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@malspar/shared-web';

/** The reasons the server gives, by what the person can do about them. */
const EXPLAINED: Readonly<Record<string, string>> = {
  cancelled: 'cancelled',
  'unknown-state': 'tooOld',
  'malformed-callback': 'tooOld',
  'code-refused': 'tooOld',
  'provider-unavailable': 'unavailable',
  'provider-refused': 'refused',
  'token-refused': 'refused',
  'wrong-tenant': 'wrongTenant',
  'groups-overage': 'administrator',
  inactive: 'inactive',
};

/** A sign-in that did not come through: why, in words, and what to do. */
@Component({
  selector: 'ms-sign-in-failed-page',
  imports: [PageHeader, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header
        [title]="t('identity.signInFailed.title')"
        [lead]="t('identity.signInFailed.reason.' + explanation())"
      />
      <p class="cluster">
        <a class="button primary" href="/auth/login">{{ t('identity.signInFailed.again') }}</a>
        <a class="button" href="/auth/login?prompt=select_account">{{ t('identity.otherAccount') }}</a>
      </p>
      @if (reason(); as reason) {
        <p class="hint">{{ t('identity.signInFailed.code', { reason }) }}</p>
      }
    </ng-container>
  `,
})
export class SignInFailedPage {
  readonly reason = input<string>();
  protected readonly explanation = computed(() => EXPLAINED[this.reason() ?? ''] ?? 'refused');
}
