import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ListedPerson } from '@malspar/identity-model';
import { Confirm, Empty, formatDateTime, latestValue, Loaded, LoadedAs, PageHeader } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { PEOPLE_PER_PAGE, PeopleStore } from '../data/people-store';
import { ActNotice } from '../ui/act-notice';
import { AccessDone } from './access-done';

/** Everybody who may come in, or might: found by what the address says, shut out and let in again. */
@Component({
  selector: 'ms-people-page',
  imports: [
    AccessDone,
    ActNotice,
    Empty,
    Field,
    FieldControl,
    Loaded,
    LoadedAs,
    PageHeader,
    RouterLink,
    TranslocoDirective,
  ],
  providers: [PeopleStore],
  templateUrl: './people-page.html',
  styleUrls: ['../ui/list-table.css', './people-page.css'],
})
export class PeoplePage {
  /** What is searched for, and which page from 1; from the address. */
  readonly sok = input<string>();
  readonly sida = input<string>();

  protected readonly store = inject(PeopleStore);
  readonly #router = inject(Router);
  readonly #confirm = inject(Confirm);
  readonly #texts = inject(TranslocoService);
  readonly #page = computed(() => Math.max(1, Math.trunc(Number(this.sida() ?? 1)) || 1));
  protected readonly list = latestValue(this.store.people);
  protected readonly pages = computed(() => Math.max(1, Math.ceil((this.list()?.total ?? 0) / PEOPLE_PER_PAGE)));

  protected readonly when = formatDateTime;

  constructor() {
    effect(() => this.store.show((this.sok() ?? '').trim().slice(0, 200), this.#page()));
  }

  protected search(event: Event, text: string): void {
    event.preventDefault();
    void this.#router.navigate([], { queryParams: { sok: text.trim() || null } });
  }

  protected async deactivate(person: ListedPerson): Promise<void> {
    if (await this.#asked('deactivate', person)) await this.store.change(person, 'deactivate');
  }

  protected async endSessions(person: ListedPerson): Promise<void> {
    if (await this.#asked('endSessions', person)) await this.store.change(person, 'end-sessions');
  }

  #asked(act: 'deactivate' | 'endSessions', { name }: ListedPerson): Promise<boolean> {
    const text = (key: string): string => this.#texts.translate(`identity.people.${act}.${key}`, { person: name });
    return this.#confirm.ask({ title: text('question'), text: text('means'), act: text('act'), danger: true });
  }
}
