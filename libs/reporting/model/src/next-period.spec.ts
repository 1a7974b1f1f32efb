import { parsePeriod } from '@malspar/shared-model';
import { nextPeriod } from './next-period.js';

const plan = { start: '2021-01-01', end: '2025-12-31', cadence: 'quarter' } as const;
const period = (code: string, opensOn: string, dueOn: string) => {
  const { start, end } = parsePeriod(code);
  return { code, start, end, opensOn, dueOn };
};

describe('the next period', () => {
  it.each([
    ['the last day of the month after', '2025-Q1', '2025-04-01', '2025-04-30', '2025-07-31'],
    ['a day of the month after', '2024-Q4', '2025-01-02', '2025-01-20', '2025-04-20'],
    ['a day that the month lacks', '2025-Q2', '2025-07-01', '2025-08-30', '2025-11-30'],
  ])('is due as the last one was: %s', (_, code, opensOn, dueOn, due) => {
    expect(nextPeriod(plan, [period(code, opensOn, dueOn)], '2025-01-01').next).toMatchObject({ dueOn: due });
  });

  it.each([
    ['far too early', '2024-Q4', '2023-06-01', '2025-01-31', '2025-04-01', '2025-04-30'],
    ['within itself', '2024-Q4', '2024-12-15', '2024-12-31', '2025-04-01', '2025-05-01'],
    ['years late', '2024-Q4', '2025-01-01', '2034-01-31', '2025-04-01', '2025-05-01'],
  ])('opens the day after it ends, and is due within reason: the last one was opened or due %s', (...given) => {
    const [, code, opensOn, dueOn, opens, due] = given;
    const { next } = nextPeriod(plan, [period(code, opensOn, dueOn)], '2025-01-01');
    expect(next).toMatchObject({ code: '2025-Q1', opensOn: opens, dueOn: due });
  });

  it('follows the latest one, whatever the order, and opens today at the earliest', () => {
    const periods = [period('2025-Q1', '2025-04-01', '2025-04-30'), period('2025-Q2', '2025-07-01', '2025-07-31')];
    expect(nextPeriod(plan, periods, '2025-10-15').next).toEqual({
      code: '2025-Q3',
      start: '2025-07-01',
      end: '2025-09-30',
      opensOn: '2025-10-15',
      dueOn: '2025-10-31',
    });
    const late = nextPeriod(plan, periods, '2025-12-24').next;
    expect(late).toMatchObject({ opensOn: '2025-12-24', dueOn: '2026-01-23' });
  });

  it('is the plan’s first where there is none, and none after the plan’s last', () => {
    const first = { code: '2021-Q1', opensOn: '2021-04-01', dueOn: '2021-05-01' };
    expect(nextPeriod(plan, [], '2021-01-10')).toMatchObject({ next: first, skipped: [] });
    expect(nextPeriod(plan, [period('2025-Q4', '2026-01-01', '2026-01-31')], '2026-02-01').next).toBeNull();
  });

  it('leaves those that were passed over to be opened, with days of their own', () => {
    const periods = [period('2024-Q4', '2025-01-01', '2025-01-31'), period('2025-Q3', '2025-10-01', '2025-10-31')];
    const { next, skipped } = nextPeriod({ ...plan, start: '2024-10-01' }, periods, '2025-10-15');
    expect(next).toMatchObject({ code: '2025-Q4' });
    expect(skipped).toMatchObject([
      { code: '2025-Q1', opensOn: '2025-10-15', dueOn: '2025-11-14' },
      { code: '2025-Q2', opensOn: '2025-10-15', dueOn: '2025-11-14' },
    ]);
  });

  it('is of the plan’s own kind: tertials and years too, and takes no day of what was there before', () => {
    const tertial = [period('2025-T3', '2026-01-01', '2026-01-31')];
    const long = { start: '2025-01-01', end: '2028-12-31', cadence: 'tertial' } as const;
    expect(nextPeriod(long, tertial, '2026-01-10').next).toMatchObject({ code: '2026-T1', dueOn: '2026-05-31' });
    const year = [period('2025', '2026-01-01', '2026-02-28')];
    const yearly = nextPeriod({ ...long, cadence: 'year' }, year, '2026-01-10');
    expect(yearly.next).toMatchObject({ code: '2026', dueOn: '2027-02-28' });
    const changed = nextPeriod(long, [period('2025-Q4', '2026-01-01', '2026-01-31')], '2026-01-10');
    expect(changed.next).toMatchObject({ code: '2026-T1' });
    expect(changed.skipped.map(({ code }) => code)).toEqual(['2025-T1', '2025-T2']);
  });
});
