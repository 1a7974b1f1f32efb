import { ReportingPeriod } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { ReportingPeriods } from './reporting-periods.js';
import { ReportingWorld } from './testing/reporting-world.js';

describe('reporting periods on a real database', () => {
  let world: ReportingWorld;
  let periods: ReportingPeriods;
  let owner: Principal;
  let coordinator: Principal;
  const times = { opensOn: '2024-10-01', dueOn: '2024-10-31' };

  beforeEach(async () => {
    world = await ReportingWorld.create();
    periods = world.module.get(ReportingPeriods);
    owner = await world.person('Anna Ägare', ['owner'], [world.area('energi'), world.area('resor')]);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
  });
  afterEach(() => world.end());

  it('opens with a report for each area and an entry for each target', async () => {
    const period = await periods.add(coordinator, { code: '2024-Q3', ...times });
    expect(ReportingPeriod.parse(period)).toEqual(period);
    expect(period).toMatchObject({ start: '2024-07-01', end: '2024-09-30', state: 'open', daysLeft: 21 });
    expect((await world.report(owner, '2024-Q3', 'resor')).entries.map((entry) => entry.targetCode)).toEqual([
      'R1',
      'R2',
    ]);
    expect((await periods.list()).map((each) => each.code)).toEqual(['2024-Q3']);
  });

  it('refuses a period that is there', async () => {
    await periods.add(coordinator, { code: '2024-Q3', ...times });
    await expect(periods.add(coordinator, { code: '2024-Q3', ...times })).rejects.toMatchObject({
      problem: { type: 'period-exists' },
    });
  });

  it.each(['2024-T2', '2024', '2022-Q4', '2026-Q1'])('refuses a period that is none of the plan: %s', async (code) => {
    await expect(periods.add(coordinator, { code, ...times })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/code', code: 'not-a-period-of-the-plan' }] },
    });
  });

  it('is not written in before it opens', async () => {
    await periods.add(coordinator, { code: '2024-Q3', opensOn: '2024-10-20', dueOn: '2024-10-31' });
    const report = await world.report(owner, '2024-Q3');
    expect(report).toMatchObject({ canWrite: false, waitsForMe: null, available: [{ reason: 'period_not_open' }] });
    world.clock.set('2024-10-20');
    expect(await world.report(owner, '2024-Q3')).toMatchObject({ canWrite: true });
    world.clock.set('2024-11-02');
    expect(await world.report(owner, '2024-Q3')).toMatchObject({ canWrite: true, overdue: true, daysLeft: -2 });
  });

  it('says what is missing when it is to be closed, and closes anyway for a reason', async () => {
    await periods.add(coordinator, { code: '2024-Q3', ...times });
    await expect(periods.close(coordinator, '2024-Q3', null)).rejects.toMatchObject({
      problem: {
        type: 'period-incomplete',
        errors: [
          { pointer: '/reports/energi', params: { title: 'Energi', state: 'draft' } },
          { pointer: '/reports/resor', params: { state: 'draft' } },
        ],
      },
    });
    expect(await periods.close(coordinator, '2024-Q3', 'Området har lagts ned.')).toMatchObject({ state: 'closed' });
    const report = await world.report(owner, '2024-Q3');
    expect(report).toMatchObject({ canWrite: false, available: [{ name: 'submit', reason: 'period_closed' }] });
    await expect(
      world.drafts.writeVerdict(owner, report.id, 1, { verdict: 'not', explanation: '' }),
    ).rejects.toMatchObject({ problem: { type: 'wrong-state' } });
    await expect(periods.close(coordinator, '2024-Q3', 'Igen')).rejects.toMatchObject({
      problem: { type: 'wrong-state' },
    });
    await expect(periods.close(coordinator, '2023-Q3', null)).rejects.toMatchObject({ problem: { type: 'not-found' } });
  });
});
