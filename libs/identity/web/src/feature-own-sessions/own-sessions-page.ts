import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { formatMoment, Loaded, LoadedAs, loadedValue, PageHeader } from '@malspar/shared-web';
import { howMany } from '../data/how-many';
import { OwnSessionsStore } from '../data/own-sessions-store';
import { ActNotice } from '../ui/act-notice';

/** Where one is signed in, and a way to end it. */
@Component({
  selector: 'ms-own-sessions-page',
  imports: [ActNotice, Loaded, LoadedAs, PageHeader, TranslocoDirective],
  providers: [OwnSessionsStore],
  templateUrl: './own-sessions-page.html',
  styleUrl: './own-sessions-page.css',
})
export class OwnSessionsPage {
  protected readonly store = inject(OwnSessionsStore);
  protected readonly sessions = computed(() => loadedValue(this.store.sessions));
  protected readonly hasOthers = computed(() => this.sessions()?.some(({ current }) => !current) ?? false);

  protected readonly howMany = computed(() => howMany(this.store.ended()));
  protected readonly when = (instant: string): string => formatMoment(instant);
}
