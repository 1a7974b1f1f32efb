import { aSummary } from '../testing/report-fixture';
import { boardRows } from './board-rows';
import { addressOf, nextSort, SORT_KEYS, sortedRows, sortOf } from './board-sort';

const area = (number: number, title: string) => ({ ...aSummary().focusArea, number, title });
const rows = boardRows([
  aSummary({ focusArea: area(1, 'Resor'), state: 'draft', holders: ['Örjan'], daysLeft: 5 }),
  aSummary({ focusArea: area(2, 'Energi'), state: 'approved', holders: [], stateSince: '2026-01-20T08:00:00Z' }),
  aSummary({ focusArea: area(3, 'Ånga'), state: 'endorsed', holders: ['Anna', 'Bo'], daysLeft: -2 }),
]);
const order = (address: string) =>
  sortedRows(rows, sortOf(address))
    .map(({ report }) => report.focusArea.number)
    .join('');

describe('the order of the board', () => {
  it.each([
    ['', '123'],
    ['area', '213'],
    ['-area', '312'],
    ['draft', '123'],
    ['endorsed', '321'],
    ['approved', '213'],
    // Nobody holds what is approved, and no time is left of it: last either way.
    ['holder', '312'],
    ['-holder', '132'],
    ['since', '132'],
    ['-since', '213'],
    ['left', '312'],
    ['-left', '132'],
    ['nonsense', '123'],
  ])('%s', (address, expected) => expect(order(address)).toBe(expected));

  it('goes from one way to the other and back to the plan’s with each press, and stands in the address', () => {
    for (const key of SORT_KEYS) {
      const first = nextSort(sortOf('left'), key === 'left' ? 'area' : key);
      expect(first?.descending).toBe(false);
      expect(sortOf(addressOf(first) ?? undefined)).toEqual(first);
    }
    const other = nextSort(sortOf('left'), 'left');
    expect(addressOf(other)).toBe('-left');
    expect(nextSort(other, 'left')).toBeNull();
  });
});
