import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { howMany } from '../data/how-many';
import type { DoneAccess } from '../data/people-store';

/** What an act on somebody's access came to, and what somebody else has to take over. */
@Component({
  selector: 'ms-access-done',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p>
        {{ t('identity.people.done.' + done().act, { person: done().person.name }) }}
        @if (done().act !== 'activate') {
          {{ t('identity.people.ended.' + ended(), { count: done().endedSessions }) }}
        }
      </p>
      @if (held()) {
        <p>
          {{ t('identity.people.holds', { what: held() }) }}
          <a routerLink="/uppdrag">{{ t('identity.people.handOver') }}</a>
        </p>
      }
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class AccessDone {
  readonly done = input.required<DoneAccess>();

  protected readonly ended = computed(() => howMany(this.done().endedSessions));
  /** What somebody who can no longer come in answers for. */
  protected readonly held = computed(() => {
    const { person, holds } = this.done();
    return person.active ? '' : [...new Set(holds.map(({ scopeTitle }) => scopeTitle))].join(', ');
  });
}
