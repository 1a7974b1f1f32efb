import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Empty, formatPeriod, language, Loaded, LoadedAs, loadedValue, PageHeader, Session } from '@malspar/shared-web';
import { PublicationClient } from '../data/publication-client';
import { kindRows, type KindRows } from './period-rows';
import { VersionDetails } from './version-details';

/** What can be published now, and everything that has been, with its files. */
@Component({
  selector: 'ms-publication-list-page',
  imports: [Empty, Loaded, LoadedAs, PageHeader, RouterLink, TranslocoDirective, VersionDetails],
  templateUrl: './list-page.html',
  styleUrl: './list-page.css',
})
export class ListPage {
  readonly #client = inject(PublicationClient);
  readonly #session = inject(Session);

  protected readonly formatPeriod = formatPeriod;
  protected readonly mayPublish = computed(
    () => this.#session.me()?.permissions.includes('publication.publish') ?? false,
  );
  protected readonly loaded = resource({
    loader: async () => {
      const [publications, kinds] = await Promise.all([this.#client.publications(), this.#client.kinds()]);
      return kindRows(publications, kinds);
    },
  });
  protected readonly kinds = computed(() => loadedValue(this.loaded));

  protected titleOf({ kind }: KindRows): string {
    return kind.title[language()];
  }

  /** What the pages of a kind are asked with; nothing for the usual one. */
  protected asked({ kind }: KindRows): { slag: string } | null {
    return kind.isUsual ? null : { slag: kind.contentKind };
  }

  // Those who only read are not told what to do here.
  protected text(name: 'title' | 'lead' | 'emptyText'): string {
    return `publication.list.${name}${this.mayPublish() ? '' : 'Reading'}`;
  }
}
