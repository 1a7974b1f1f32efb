import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Empty, formatPeriod, Loading, PageHeader, problemOf, ProblemNotice, Session } from '@malspar/shared-web';
import { PublicationClient } from '../data/publication-client';
import { periodRows } from './period-rows';
import { VersionDetails } from './version-details';

/** What can be published now, and everything that has been, with its files. */
@Component({
  selector: 'ms-publication-list-page',
  imports: [Empty, Loading, PageHeader, ProblemNotice, RouterLink, TranslocoDirective, VersionDetails],
  templateUrl: './list-page.html',
  styleUrl: './list-page.css',
})
export class ListPage {
  readonly #client = inject(PublicationClient);
  readonly #session = inject(Session);

  protected readonly problemOf = problemOf;
  protected readonly formatPeriod = formatPeriod;
  protected readonly mayPublish = computed(
    () => this.#session.me()?.permissions.includes('publication.publish') ?? false,
  );
  protected readonly loaded = resource({
    loader: async () => {
      const [publications, periods] = await Promise.all([this.#client.publications(), this.#client.periods()]);
      return periodRows(publications, periods);
    },
  });
  protected readonly rows = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));

  // Those who only read are not told what to do here.
  protected text(name: 'title' | 'lead' | 'emptyText'): string {
    return `publication.list.${name}${this.mayPublish() ? '' : 'Reading'}`;
  }
}
