import { Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import { auditDueText, type AuditEvent, auditSubjectText } from '@malspar/shared-model';
import {
  Empty,
  formatDate,
  formatDateTime,
  language,
  latestValue,
  Loaded,
  LoadedAs,
  loadedValue,
  PageHeader,
  PlanText,
} from '@malspar/shared-web';
import { AUDIT_CATALOGUE } from '../data/audit-catalogue';
import { IdentityClient } from '../data/identity-client';
import { type AuditAddress, choiceOf, isNarrowed } from './audit-filter';
import { AuditFilterForm } from './audit-filter-form';

const PER_PAGE = 25;

/** Everything that was done, newest first, with the links of its chain; narrowed by what the address says. */
@Component({
  selector: 'ms-audit-page',
  imports: [AuditFilterForm, Empty, Loaded, LoadedAs, PageHeader, PlanText, RouterLink, TranslocoDirective],
  templateUrl: './audit-page.html',
  styleUrls: ['../ui/list-table.css', './audit-page.css'],
})
export class AuditPage {
  /** Which page, from 1; from the address, as the filter is. */
  readonly sida = input<string>();
  readonly omrade = input<string>();
  readonly person = input<string>();
  readonly handelse = input<string>();
  readonly fran = input<string>();
  readonly till = input<string>();
  readonly inloggningar = input<string>();

  readonly #client = inject(IdentityClient);
  readonly #router = inject(Router);
  readonly #catalogue = inject(AUDIT_CATALOGUE);
  readonly #page = computed(() => Math.max(1, Math.trunc(Number(this.sida() ?? 1)) || 1));
  protected readonly chosen = computed(() =>
    choiceOf(this.#catalogue, {
      omrade: this.omrade(),
      person: this.person(),
      handelse: this.handelse(),
      fran: this.fran(),
      till: this.till(),
      inloggningar: this.inloggningar(),
    }),
  );
  protected readonly events = resource({
    params: () => ({ chosen: this.chosen(), page: this.#page() }),
    loader: async ({ params: { chosen, page } }) => {
      const list = await this.#client.audit({ ...chosen }, page, PER_PAGE);
      return { ...list, isNarrowed: isNarrowed(chosen) };
    },
  });
  readonly #scopes = resource({ loader: () => this.#client.scopes() });
  readonly #people = resource({ loader: () => this.#client.people() });
  protected readonly areas = computed(() => loadedValue(this.#scopes)?.focusAreas);
  protected readonly people = computed(() => loadedValue(this.#people));
  protected readonly loaded = latestValue(this.events);
  protected readonly pages = computed(() => Math.max(1, Math.ceil((this.loaded()?.total ?? 0) / PER_PAGE)));
  protected readonly range = computed(() => {
    const { items = [], total = 0, page = 1 } = this.loaded() ?? {};
    const before = (page - 1) * PER_PAGE;
    return { first: before + 1, last: before + items.length, total };
  });
  /** The same rows as a file, all pages of them. */
  protected readonly file = computed(
    () => `/api/v1/audit/csv?${new URLSearchParams({ ...this.chosen(), language: language() }).toString()}`,
  );

  protected readonly when = formatDateTime;

  protected narrow(change: Partial<Record<keyof AuditAddress, string | null>>): void {
    const queryParams = { ...change, sida: null };
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected kindWord(kind: string): string {
    return this.#catalogue.kindWord(kind, language());
  }

  protected subject(event: AuditEvent): string {
    return auditSubjectText(event, language(), this.#catalogue, (code) => periodText(code, language()));
  }

  protected due(event: AuditEvent): string {
    return auditDueText(event, language(), formatDate);
  }

  protected short(text: string): string {
    return text.slice(0, 8);
  }
}
