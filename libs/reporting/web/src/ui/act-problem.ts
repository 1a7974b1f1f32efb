import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { changedByKey, problemOf } from '@malspar/shared-web';

/** An act that did not go through: what that means, and what to do now. Nothing entered is lost by it. */
@Component({
  selector: 'ms-act-problem',
  imports: [TranslocoDirective],
  template: `
    <section class="notice bad" role="alert" *transloco="let t">
      <p>
        <strong>{{ what() }}</strong>
      </p>
      <p>
        @if (problem().status === 412) {
          {{ t(changedByKey(problem().byYourself)) }}
        }
        {{
          known() ? t('reporting.data.actFailed.' + known()) : problem().title || t('reporting.data.actFailed.other')
        }}
      </p>
    </section>
  `,
})
export class ActProblem {
  readonly what = input.required<string>();
  readonly failure = input.required<unknown>();

  protected readonly problem = computed(() => problemOf(this.failure()));
  protected readonly changedByKey = changedByKey;
  protected readonly known = computed(() => {
    const { kind, status } = this.problem();
    if (kind === 'nothing-corrected') return undefined;
    if (status === 0 || status === 502 || status === 503 || status === 504) return 'network';
    return ({ 401: 'signedOut', 409: 'changed', 412: 'stale', 422: 'checks' } as Record<number, string>)[status];
  });
}
