import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { outcomeUnknown, problemOf } from '@malspar/shared-web';

const KNOWN: Readonly<Record<string, string>> = {
  'preview-outdated': 'outdated',
  'publication-blocked': 'blocked',
  'pdf-not-made': 'pdf',
  'wrong-state': 'wrongState',
};

/** An act that did not go through: what that means, and what to do now. Nothing written is lost by it. */
@Component({
  selector: 'ms-publication-act-problem',
  imports: [TranslocoDirective],
  template: `
    <div class="notice bad" role="alert" *transloco="let t">
      <p>
        <strong>{{ what() }}</strong>
      </p>
      <p>{{ text() ? t('publication.failed.' + text()) : problem().title || t('publication.failed.other') }}</p>
    </div>
  `,
})
export class ActProblem {
  readonly what = input.required<string>();
  readonly failure = input.required<unknown>();

  protected readonly problem = computed(() => problemOf(this.failure()));
  protected readonly text = computed(() => {
    if (outcomeUnknown(this.failure())) return 'unknown';
    if (this.problem().status === 401) return 'signedOut';
    return KNOWN[this.problem().kind] ?? null;
  });
}
