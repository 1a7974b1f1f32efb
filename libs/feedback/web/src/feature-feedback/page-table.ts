import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FeedbackOfPage } from '@malspar/feedback-model';
import { formatNumber, Provenance } from '@malspar/shared-web';
import { shareOfYes } from '../data/feedback-filter';
import { PageLink } from './page-link';

/** Page by page: how many said yes and no, and how many wrote something. */
@Component({
  selector: 'ms-page-table',
  imports: [PageLink, Provenance, RouterLink, TranslocoDirective],
  templateUrl: './page-table.html',
  styleUrl: './page-table.css',
})
export class PageTable {
  readonly pages = input.required<readonly FeedbackOfPage[]>();

  protected readonly share = (page: FeedbackOfPage): string => formatNumber(shareOfYes(page) ?? 0, 0);
}
