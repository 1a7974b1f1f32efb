import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { changedByKey, outcomeUnknown, problemOf } from '@malspar/shared-web';

const KNOWN: Readonly<Record<string, string>> = {
  'documents-changed': 'listChanged',
  withdrawn: 'withdrawn',
  'same-file': 'sameFile',
};

/** An act that did not go through: what that means, and what to do now. Nothing written is lost by it. */
@Component({
  selector: 'ms-site-act-problem',
  imports: [TranslocoDirective],
  template: `
    <p class="notice bad" role="alert" *transloco="let t">
      @if (problem().status === 412) {
        {{ t(changedByKey(problem().byYourself)) }}
      }
      {{ text() ? t('site.failed.' + text()) : problem().title || t('site.failed.other') }}
    </p>
  `,
})
export class SiteActProblem {
  readonly failure = input.required<unknown>();

  protected readonly changedByKey = changedByKey;
  protected readonly problem = computed(() => problemOf(this.failure()));
  protected readonly text = computed(() => {
    if (outcomeUnknown(this.failure())) return 'unknown';
    const { status, kind, errors } = this.problem();
    if (status === 401) return 'signedOut';
    if (status === 412) return 'changed';
    return kind === 'wrong-state' ? (KNOWN[errors[0]?.code ?? ''] ?? null) : null;
  });
}
