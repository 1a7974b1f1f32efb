import { nextPeriod } from './next-period.js';

const plan = { start: '2021-01-01', end: '2025-12-31', cadence: 'quarter' } as const;
const period = (code: string, end: string, opensOn: string, dueOn: string) => ({ code, end, opensOn, dueOn });

describe('the next period', () => {
  it.each([
    [
      'the last day of the month after',
      '2025-Q1',
      '2025-03-31',
      '2025-04-01',
      '2025-04-30',
      '2025-07-01',
      '2025-07-31',
    ],
    ['a day of the month after', '2024-Q4', '2024-12-31', '2025-01-02', '2025-01-20', '2025-04-02', '2025-04-20'],
    ['a day that the month lacks', '2025-Q2', '2025-06-30', '2025-07-01', '2025-08-30', '2025-10-01', '2025-11-30'],
    ['within the period', '2025-Q1', '2025-03-31', '2025-03-15', '2025-03-31', '2025-06-15', '2025-06-30'],
  ])('has its days as the last one had: %s', (_, code, end, opensOn, dueOn, opens, due) => {
    const next = nextPeriod(plan, [period(code, end, opensOn, dueOn)], '2025-01-01');
    expect(next).toMatchObject({ opensOn: opens, dueOn: due });
  });

  it('follows the latest one, whatever the order, and opens today at the earliest', () => {
    const periods = [
      period('2025-Q1', '2025-03-31', '2025-04-01', '2025-04-30'),
      period('2025-Q2', '2025-06-30', '2025-07-01', '2025-07-31'),
    ];
    expect(nextPeriod(plan, periods, '2025-10-15')).toEqual({
      code: '2025-Q3',
      start: '2025-07-01',
      end: '2025-09-30',
      opensOn: '2025-10-15',
      dueOn: '2025-10-31',
    });
    expect(nextPeriod(plan, periods, '2025-12-24')).toMatchObject({ opensOn: '2025-12-24', dueOn: '2025-12-24' });
  });

  it('is the plan’s first where there is none, and none after the plan’s last', () => {
    expect(nextPeriod(plan, [], '2021-01-10')).toMatchObject({ code: '2021-Q1', dueOn: '2021-05-01' });
    const last = [period('2025-Q4', '2025-12-31', '2026-01-01', '2026-01-31')];
    expect(nextPeriod(plan, last, '2026-02-01')).toBeNull();
  });

  it('is of the plan’s own kind: tertials and years too', () => {
    const tertial = [period('2025-T3', '2025-12-31', '2026-01-01', '2026-01-31')];
    const long = { start: '2025-01-01', end: '2028-12-31', cadence: 'tertial' } as const;
    expect(nextPeriod(long, tertial, '2026-01-10')).toMatchObject({ code: '2026-T1', dueOn: '2026-05-31' });
    const year = [period('2025', '2025-12-31', '2026-01-01', '2026-02-28')];
    expect(nextPeriod({ ...long, cadence: 'year' }, year, '2026-01-10')).toMatchObject({
      code: '2026',
      dueOn: '2027-02-28',
    });
  });
});
