import { randomUUID } from 'node:crypto';
import { type PeriodDoubt, ReportingPeriod } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { ReportingPeriods } from './reporting-periods.js';
import { ReportingWorld } from '../testing/reporting-world.js';
import { TimelineService } from '../transitions/timeline.service.js';
import { managerOf } from '@malspar/shared-api/sql';

describe('reporting periods on a real database', () => {
  let world: ReportingWorld;
  let periods: ReportingPeriods;
  let owner: Principal;
  let coordinator: Principal;
  // The plan's first seven quarters are not there, which is asked about.
  const times = { opensOn: '2024-10-01', dueOn: '2024-10-31', confirmed: ['earlier-unopened' as const] };

  beforeEach(async () => {
    world = await ReportingWorld.create();
    periods = world.module.get(ReportingPeriods);
    owner = await world.person('Anna Ägare', ['owner'], [world.area('energi'), world.area('resor')]);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
  });
  afterEach(() => world.end());

  it('opens with a report for each area and an entry for each target', async () => {
    const period = await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times });
    expect(ReportingPeriod.parse(period)).toEqual(period);
    expect(period).toMatchObject({ start: '2024-07-01', end: '2024-09-30', state: 'open', daysLeft: 21 });
    expect((await world.report(owner, '2024-Q3', 'resor')).entries.map((entry) => entry.targetCode)).toEqual([
      'R1',
      'R2',
    ]);
    expect((await periods.list()).map((each) => each.code)).toEqual(['2024-Q3']);
  });

  it('refuses a period that is there', async () => {
    await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times });
    await expect(periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times })).rejects.toMatchObject({
      problem: { type: 'period-exists' },
    });
  });

  it.each(['2024-T2', '2024', '2022-Q4', '2026-Q1'])('refuses a period that is none of the plan: %s', async (code) => {
    await expect(periods.add(coordinator, randomUUID(), { code, ...times })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/code', code: 'not-a-period-of-the-plan' }] },
    });
  });

  it('is not written in before it opens', async () => {
    await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times, opensOn: '2024-10-20' });
    const report = await world.report(owner, '2024-Q3');
    expect(report).toMatchObject({ canWrite: false, waitsForMe: null, available: [{ reason: 'period_not_open' }] });
    world.clock.set('2024-10-20');
    expect(await world.report(owner, '2024-Q3')).toMatchObject({ canWrite: true });
    world.clock.set('2024-11-02');
    expect(await world.report(owner, '2024-Q3')).toMatchObject({ canWrite: true, overdue: true, daysLeft: -2 });
  });

  it('says what is missing when it is to be closed, and closes anyway for a reason', async () => {
    await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times });
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

  it('names the next one and those that were passed over, and none when the plan has no more', async () => {
    expect(await periods.next()).toMatchObject({ next: { code: '2023-Q1' }, skipped: [] });
    await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times });
    const { next, skipped } = await periods.next();
    expect(next).toEqual({
      code: '2024-Q4',
      start: '2024-10-01',
      end: '2024-12-31',
      opensOn: '2025-01-01',
      dueOn: '2025-01-31',
    });
    expect(skipped.map(({ code }) => code)).toEqual(['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2']);
    const last = { code: '2025-Q4', opensOn: '2026-01-01', dueOn: '2026-01-31' };
    await periods.add(coordinator, randomUUID(), { ...times, ...last });
    expect(await periods.next()).toMatchObject({ next: null, skipped: { length: 10 } });
  });

  it('asks before one is opened out of order, and opens the one that was passed over afterwards', async () => {
    const asked = { ...times, confirmed: undefined };
    await expect(periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...asked })).rejects.toMatchObject({
      problem: {
        type: 'period-doubtful',
        status: 422,
        errors: [{ code: 'earlier-unopened', pointer: '/code', params: { period: '2023-Q1', count: 6 } }],
      },
    });
    expect(await periods.list()).toEqual([]);
    await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times });
    const passedOver = { code: '2023-Q1', opensOn: '2024-10-10', dueOn: '2024-10-31' };
    const late = { ...passedOver, confirmed: ['due-far-off' as const] };
    expect(await periods.add(coordinator, randomUUID(), late)).toMatchObject({ code: '2023-Q1', state: 'open' });
    expect((await periods.next()).skipped.map(({ code }) => code)).not.toContain('2023-Q1');
  });

  it('asks before days that may be a slip are saved, each by itself, and takes them when they are meant', async () => {
    const slip = { ...times, code: '2024-Q3', opensOn: '2023-03-01', dueOn: '2024-10-09' };
    const opening = (confirmed: PeriodDoubt[]) => periods.add(coordinator, randomUUID(), { ...slip, confirmed });
    await expect(opening(['earlier-unopened', 'due-far-off'])).rejects.toMatchObject({
      problem: {
        errors: [
          { code: 'opens-before-period', pointer: '/opensOn' },
          { code: 'due-in-past', pointer: '/dueOn' },
        ],
      },
    });
    const { version } = await opening(['earlier-unopened', 'opens-before-period', 'due-in-past']);
    const moving = (dueOn: string, confirmed?: PeriodDoubt[]) =>
      periods.moveDueDate(coordinator, '2024-Q3', version, { dueOn, reason: 'Skäl.', ...(confirmed && { confirmed }) });
    await expect(moving('2034-10-31')).rejects.toMatchObject({ problem: { errors: [{ code: 'due-far-off' }] } });
    await expect(moving('2024-08-31')).rejects.toMatchObject({
      problem: { errors: [{ code: 'due-in-past' }, { code: 'due-before-end' }] },
    });
    expect(await moving('2034-10-31', ['due-far-off'])).toMatchObject({ dueOn: '2034-10-31' });
  });

  it('is opened once, however often the same request comes', async () => {
    const [key, period] = [randomUUID(), { code: '2024-Q3', ...times, reason: 'Dags.' }];
    const first = await periods.add(coordinator, key, period);
    expect(await periods.add(coordinator, key, period)).toEqual(first);
    expect(await periods.list()).toHaveLength(1);
  });

  it('has its due date moved on top of what was read, with a reason that stands in each report’s history', async () => {
    const { version } = await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times });
    const move = { dueOn: '2024-11-08', reason: 'Underlaget kom sent.' };
    const moved = await periods.moveDueDate(coordinator, '2024-Q3', version, move);
    expect(moved).toMatchObject({ dueOn: '2024-11-08', version: version + 1, daysLeft: 29 });
    expect(await world.report(owner, '2024-Q3')).toMatchObject({ dueOn: '2024-11-08', daysLeft: 29 });
    await expect(periods.moveDueDate(coordinator, '2024-Q3', version, move)).rejects.toMatchObject({
      problem: { type: 'changed-meanwhile', current: { dueOn: '2024-11-08', version: version + 1 } },
    });
    const refused = (dueOn: string) => periods.moveDueDate(coordinator, '2024-Q3', version + 1, { ...move, dueOn });
    await expect(refused('2024-09-30')).rejects.toMatchObject({ problem: { errors: [{ code: 'ends-before-start' }] } });
    await expect(refused('2024-11-08')).rejects.toMatchObject({ problem: { errors: [{ code: 'unchanged' }] } });
    const report = await world.report(owner, '2024-Q3');
    const told = await world.module.get(TimelineService).of(owner, report.id);
    expect(told).toEqual([
      expect.objectContaining({ kind: 'opened', who: 'Carin Samordnare', dueOn: '2024-10-31' }),
      expect.objectContaining({ kind: 'due_moved', who: 'Carin Samordnare', ...move }),
    ]);
    expect(await acts()).toEqual(['period.open', 'period.move-due-date']);
  });

  it('is opened again when it was closed by mistake, once per key, and takes reports as before', async () => {
    await periods.add(coordinator, randomUUID(), { code: '2024-Q3', ...times });
    await expect(periods.reopen(coordinator, '2024-Q3', randomUUID(), 'Fel.')).rejects.toMatchObject({
      problem: { type: 'wrong-state', errors: [{ code: 'not-closed' }] },
    });
    const closed = await periods.close(coordinator, '2024-Q3', 'Av misstag.');
    await expect(
      periods.moveDueDate(coordinator, '2024-Q3', closed.version, { dueOn: '2024-12-01', reason: 'x' }),
    ).rejects.toMatchObject({ problem: { errors: [{ code: 'period-closed' }] } });
    const key = randomUUID();
    const open = await periods.reopen(coordinator, '2024-Q3', key, 'Fel period.');
    expect(open).toMatchObject({ state: 'open', version: closed.version + 1 });
    expect(await periods.reopen(coordinator, '2024-Q3', key, 'Fel period.')).toEqual(open);
    const report = await world.report(owner, '2024-Q3');
    expect(report.canWrite).toBe(true);
    const told = await world.module.get(TimelineService).of(owner, report.id);
    expect(told.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['opened', null],
      ['period_closed', 'Av misstag.'],
      ['period_reopened', 'Fel period.'],
    ]);
    expect(await acts()).toEqual(['period.open', 'period.close', 'period.reopen']);
  });

  const acts = async (): Promise<string[]> => {
    const rows = await managerOf(world.database.read).query<{ kind: string }[]>(
      "SELECT kind FROM audit_event WHERE kind LIKE 'period.%' ORDER BY seq",
    );
    return rows.map(({ kind }) => kind);
  };
});
