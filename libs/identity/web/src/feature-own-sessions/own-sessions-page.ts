import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { formatMoment, Loading, PageHeader, problemOf, ProblemNotice } from '@malspar/shared-web';
import { howMany } from '../data/how-many';
import { OwnSessionsStore } from '../data/own-sessions-store';
import { ActNotice } from '../ui/act-notice';

/** Where one is signed in, and a way to end it. */
@Component({
  selector: 'ms-own-sessions-page',
  imports: [ActNotice, Loading, PageHeader, ProblemNotice, TranslocoDirective],
  providers: [OwnSessionsStore],
  templateUrl: './own-sessions-page.html',
  styleUrl: './own-sessions-page.css',
})
export class OwnSessionsPage {
  protected readonly store = inject(OwnSessionsStore);
  protected readonly sessions = computed(() => (this.store.response.hasValue() ? this.store.response.value() : null));
  protected readonly problem = computed(() => {
    const error = this.store.response.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly hasOthers = computed(() => this.sessions()?.some(({ current }) => !current) ?? false);

  protected readonly howMany = computed(() => howMany(this.store.ended()));
  protected readonly when = (instant: string): string => formatMoment(instant);
}
