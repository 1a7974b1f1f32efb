import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlanText, language, Provenance, StateBadge, VerdictMark } from '@malspar/shared-web';
import { type BoardRow, STEPS } from './board-rows';
import { DaysLeft } from './days-left';

/** Areas by steps: where each report is, with whom, since when, and what can be done from here. */
@Component({
  selector: 'ms-board-table',
  imports: [PlanText, RouterLink, TranslocoDirective, DaysLeft, Provenance, StateBadge, VerdictMark],
  templateUrl: './board-table.html',
  styleUrl: './board-table.css',
})
export class BoardTable {
  readonly rows = input.required<readonly BoardRow[]>();
  readonly caption = input.required<string>();

  protected readonly steps = STEPS;

  protected since(row: BoardRow): string {
    const format = new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'sv-SE', {
      dateStyle: 'medium',
      timeZone: 'Europe/Stockholm',
    });
    return format.format(new Date(row.report.stateSince));
  }
}
