import { dueDateDoubts, periodDoubts } from './period-doubts.js';

const quarter = { start: '2025-10-01', end: '2025-12-31', opensOn: '2026-01-01', dueOn: '2026-01-31' };

describe('what is asked about a period’s days', () => {
  it.each([
    ['2026-01-31', '2025-11-01', []],
    ['2026-01-31', '2026-01-31', []],
    ['2025-12-31', '2025-11-01', []],
    ['2027-01-01', '2025-11-01', []],
    ['2026-01-31', '2026-02-01', ['due-in-past']],
    ['2025-12-30', '2025-11-01', ['due-before-end']],
    ['2025-10-30', '2025-11-01', ['due-in-past', 'due-before-end']],
    ['2027-01-02', '2025-11-01', ['due-far-off']],
  ])('due %s, seen on %s', (dueOn, today, doubts) => {
    expect(dueDateDoubts({ ...quarter, dueOn }, today)).toEqual(doubts);
  });

  it('asks when it would open before it begins', () => {
    expect(periodDoubts(quarter, '2025-11-01')).toEqual([]);
    expect(periodDoubts({ ...quarter, opensOn: '2025-10-01' }, '2025-11-01')).toEqual([]);
    expect(periodDoubts({ ...quarter, opensOn: '2024-06-30' }, '2025-11-01')).toEqual(['opens-before-period']);
  });
});
