import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { isWritten } from '@malspar/reporting-model';
import { language, PlanText, Provenance, StateBadge, VerdictMark } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { matchesMedia } from '../ui/matches-media';
import type { BoardRow } from './board-rows';
import { type BoardSort, nextSort, SORT_KEYS, type SortKey, sortedRows } from './board-sort';
import { SortHeading } from './sort-heading';
import { DaysLeft } from '../ui/days-left';

/** Areas by stages: where each report is, with whom, since when, and what can be done from here. */
@Component({
  selector: 'ms-board-table',
  imports: [
    DaysLeft,
    Field,
    FieldControl,
    PlanText,
    Provenance,
    RouterLink,
    SortHeading,
    StateBadge,
    TranslocoDirective,
    VerdictMark,
  ],
  templateUrl: './board-table.html',
  styleUrl: './board-table.css',
})
export class BoardTable {
  readonly rows = input.required<readonly BoardRow[]>();
  readonly caption = input.required<string>();
  /** Null for the plan's own order. */
  readonly sort = input<BoardSort | null>(null);
  readonly sorted = output<BoardSort | null>();

  protected readonly keys = SORT_KEYS;
  protected readonly isWritten = isWritten;
  /** Below this each row is a block of its own, without headings to press. */
  protected readonly isTable = matchesMedia('(min-width: 70.01rem)');
  protected readonly inOrder = computed(() => sortedRows(this.rows(), this.sort()));

  protected press(key: SortKey): void {
    this.sorted.emit(nextSort(this.sort(), key));
  }

  protected choose(chosen: string): void {
    const key = SORT_KEYS.find((each) => each === chosen);
    this.sorted.emit(key ? { key, descending: false } : null);
  }

  protected turn({ key, descending }: BoardSort): void {
    this.sorted.emit({ key, descending: !descending });
  }

  protected directionOf(key: SortKey): 'ascending' | 'descending' | null {
    const sort = this.sort();
    if (sort?.key !== key) return null;
    return sort.descending ? 'descending' : 'ascending';
  }

  protected since(row: BoardRow): string {
    const format = new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'sv-SE', {
      dateStyle: 'medium',
      timeZone: 'Europe/Stockholm',
    });
    return format.format(new Date(row.report.stateSince));
  }
}
