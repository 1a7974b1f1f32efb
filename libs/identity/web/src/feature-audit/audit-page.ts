import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { formatDateTime, formatNumber, Loading, PageHeader, problemOf, ProblemNotice } from '@malspar/shared-web';
import { IdentityClient } from '../data/identity-client';
import { actText } from './act-text';

const ROWS = 50;
const HASH_SHOWN = 12;

/** Every act, newest first, as the hash-chained log has it. */
@Component({
  selector: 'ms-audit-page',
  imports: [Loading, PageHeader, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
})
export class AuditPage {
  /** From 1; from the address. */
  readonly sida = input<string>();

  readonly #client = inject(IdentityClient);
  protected readonly number = computed(() => Math.max(1, Math.floor(Number(this.sida() ?? 1)) || 1));
  protected readonly log = resource({
    params: () => this.number(),
    loader: ({ params: page }) => this.#client.audit(page, ROWS),
  });
  protected readonly shown = computed(() => (this.log.hasValue() ? this.log.value() : null));
  protected readonly pages = computed(() => Math.max(1, Math.ceil((this.shown()?.total ?? 0) / ROWS)));
  protected readonly problemOf = problemOf;
  protected readonly time = formatDateTime;
  protected readonly actText = actText;

  protected count(number: number): string {
    return formatNumber(number, 0);
  }

  protected short(hash: string): string {
    return hash.slice(0, HASH_SHOWN);
  }
}
