import type { ReportingPeriod } from '@malspar/reporting-model';
import { aSummary } from '../testing/report-fixture';
import { groupTasks } from './task-store';

const period = (code: string, daysLeft: number): ReportingPeriod => ({
  id: '00000000-0000-4000-8000-000000000800',
  code,
  start: '2025-10-01',
  end: '2025-12-31',
  opensOn: '2026-01-01',
  dueOn: '2026-01-31',
  state: 'open',
  version: 1,
  daysLeft,
});
const report = (number: number, change: Parameters<typeof aSummary>[0]) =>
  aSummary({ ...change, focusArea: { ...aSummary().focusArea, number, title: `Område ${number}` } });
const titles = (reports: readonly { focusArea: { title: string } }[]) => reports.map((each) => each.focusArea.title);

describe('groupTasks', () => {
  it('puts what waits for me first, what others have after it, and what is done last', () => {
    const [group] = groupTasks(
      [period('2025-Q4', 12)],
      [
        report(1, { state: 'approved', waitsForMe: null }),
        report(2, { state: 'submitted', waitsForMe: null }),
        report(3, { state: 'draft', waitsForMe: 'write' }),
        report(4, { state: 'returned', waitsForMe: 'reply' }),
      ],
    );
    expect(titles(group!.mine)).toEqual(['Område 4', 'Område 3']);
    expect(titles(group!.others)).toEqual(['Område 2']);
    expect(titles(group!.done)).toEqual(['Område 1']);
  });

  it('counts an approved report that still waits for me as mine', () => {
    const [group] = groupTasks([period('2025-Q4', 12)], [report(1, { state: 'approved', waitsForMe: 'approve' })]);
    expect(group!.mine).toHaveLength(1);
  });

  it('of a closed period keeps what is written again, and leaves out what was never handed in', () => {
    const correction = { revision: 1, reason: 'Fel tal.', who: 'Ingrid Wallin', at: '2026-02-01T08:00:00.000Z' };
    const [group] = groupTasks(
      [{ ...period('2025-Q4', -80), state: 'closed' }],
      [
        report(1, { waitsForMe: null }),
        report(2, { waitsForMe: 'write' }),
        report(3, { waitsForMe: 'write', correction }),
        report(4, { waitsForMe: null, correction }),
      ],
    );
    expect(titles(group!.mine)).toEqual(['Område 2', 'Område 3']);
    expect(titles(group!.others)).toEqual(['Område 4']);
  });

  it('leaves out periods in which nothing concerns me', () => {
    const groups = groupTasks([period('2025-Q4', 12), period('2025-Q3', -80)], [report(1, { period: '2025-Q3' })]);
    expect(groups.map((group) => group.period.code)).toEqual(['2025-Q3']);
  });
});
