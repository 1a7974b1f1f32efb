import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { auditKindWord, auditSubjectWord } from '@malspar/shared-model';
import { Empty, formatDateTime, language, Loading, PageHeader, problemOf, ProblemNotice } from '@malspar/shared-web';
import { IdentityClient } from '../data/identity-client';

const PER_PAGE = 25;

/** Everything that was done, newest first, with the links of its chain. */
@Component({
  selector: 'ms-audit-page',
  imports: [Empty, Loading, PageHeader, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
})
export class AuditPage {
  /** Which page, from 1; from the address. */
  readonly sida = input<string>();

  readonly #client = inject(IdentityClient);
  protected readonly page = computed(() => Math.max(1, Math.trunc(Number(this.sida() ?? 1)) || 1));
  protected readonly answer = resource({
    params: () => this.page(),
    loader: ({ params: page }) => this.#client.audit(page, PER_PAGE),
  });
  protected readonly loaded = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = computed(() => {
    const error = this.answer.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly pages = computed(() => Math.max(1, Math.ceil((this.loaded()?.total ?? 0) / PER_PAGE)));
  protected readonly range = computed(() => {
    const items = this.loaded()?.items ?? [];
    return { first: items.at(0)?.seq, last: items.at(-1)?.seq, total: this.loaded()?.total };
  });

  protected readonly when = formatDateTime;

  protected kindWord(kind: string): string {
    return auditKindWord(kind, language());
  }

  protected subjectWord(type: string): string {
    return auditSubjectWord(type, language());
  }

  protected short(text: string): string {
    return text.slice(0, 8);
  }
}
