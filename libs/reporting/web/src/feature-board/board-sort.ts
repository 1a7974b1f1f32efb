import { isSettled } from '@malspar/reporting-model';
import { type BoardRow, type Stage, STAGES } from './board-rows';

/** Columns that the board can be sorted by, in the order of the table. */
export const SORT_KEYS = ['area', ...STAGES, 'holder', 'since', 'left'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface BoardSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** How a sort is written in the address: `left`, or `-left` for the other way round. */
export function sortOf(address: string | undefined): BoardSort | null {
  const descending = address?.startsWith('-') ?? false;
  const key = SORT_KEYS.find((each) => each === (descending ? address?.slice(1) : address));
  return key ? { key, descending } : null;
}
export const addressOf = (sort: BoardSort | null): string | null => sort && `${sort.descending ? '-' : ''}${sort.key}`;

/** What a press on a column's heading leads to: sorted by it, then the other way round, then the plan's order again. */
export function nextSort(sort: BoardSort | null, key: SortKey): BoardSort | null {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? null : { key, descending: true };
}

/** The rows in order; what has nothing in the column comes last either way, and equals keep the plan's order. */
export function sortedRows(rows: readonly BoardRow[], sort: BoardSort | null): readonly BoardRow[] {
  if (!sort) return rows;
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a, sort.key), valueOf(b, sort.key)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return (
      direction * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'sv'))
    );
  });
}

function valueOf({ report, stages }: BoardRow, key: SortKey): string | number | null {
  switch (key) {
    case 'area':
      return report.focusArea.title;
    case 'holder':
      return report.holders.join(', ') || null;
    case 'since':
      return report.stateSince;
    case 'left':
      return isSettled(report.state) ? null : report.daysLeft;
    default:
      return placeIn(stages, key);
  }
}

/** Those that are at the stage first, then those that have passed it; the others have nothing there. */
function placeIn(stages: BoardRow['stages'], stage: Stage): number | null {
  const place = stages.find((each) => each.stage === stage)?.place;
  return place === 'here' ? 0 : place === 'passed' ? 1 : null;
}
