import { TargetDetail } from '@malspar/plan-model';
import { Invalid, NotFound } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { DataSource } from 'typeorm';
import { AmendmentService } from './amendment.service.js';
import { PlanLoader } from './plan-loader.js';
import { NoPlan, PlanFileRefused } from './plan.errors.js';
import { PlanService } from './plan.service.js';
import { dataFile, planContext, type PlanContext } from './testing/plan-context.js';

const who: Principal = {
  personId: '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60',
  name: 'Ingrid Wallin',
  roles: ['coordinator'],
  assignments: [],
};
const decision = { date: '2025-03', text: 'Utsläppen minskar fortare än väntat.', decisionReference: 'RF § 41' };

describe('what a target says', () => {
  let context: PlanContext;
  let plans: PlanService;

  beforeAll(async () => {
    context = await planContext();
    plans = context.module.get(PlanService);
    await expect(plans.plan(context.database.read, '2025-11-20')).rejects.toThrow(NoPlan);
    await context.module.get(PlanLoader).load(dataFile('miljoplan-2021-2025'));
  });
  afterAll(() => context.close());

  const amend = (code: string, input: object) =>
    context.database.write((tx) =>
      context.module.get(AmendmentService).amendTarget(tx, who, code, { ...decision, ...input }),
    );
  const on = async (date: string, code = 'R1') => {
    const { inForce } = await plans.target(context.database.read, code, date);
    return [inForce.targetYear, inForce.targetValue];
  };

  it('changes by amendment, and past dates keep what they had', async () => {
    await amend('R1', { targetValue: '50.5', title: 'Tjänsteresornas klimatpåverkan har halverats.' });
    expect(await on('2022-06-30')).toEqual([2024, '55']);
    expect(await on('2025-02-28')).toEqual([2025, '55']);
    expect(await on('2025-03-01')).toEqual([2025, '50.5']);
    // Before the plan began it said what it would say then.
    expect(await on('2019-01-01')).toEqual([2024, '55']);
  });

  it('is told with every version, its decisions and the sources it names', async () => {
    const detail = TargetDetail.parse(await plans.target(context.database.read, 'R1', '2025-11-20'));
    expect(detail.versions.map((version) => [version.validFrom, version.targetYear, version.targetValue])).toEqual([
      ['2021-01-01', 2024, '55'],
      ['2023-09-01', 2025, '55'],
      ['2025-03-01', 2025, '50.5'],
    ]);
    expect(detail.versions[2]).toMatchObject({ targetValueProvenance: 'reported', targetValueSourceKey: null });
    expect(detail.amendments.map((amendment) => [amendment.targetCode, amendment.date, amendment.provenance])).toEqual([
      [null, '2023-autumn', 'verified'],
      ['R1', '2025-03', 'reported'],
    ]);
    expect(detail.sources.map((source) => source.key)).toEqual(['rs2021', 'red2023']);
  });

  it('survives the plan file being loaded again', async () => {
    const loading = await context.module.get(PlanLoader).load(dataFile('miljoplan-2021-2025'));
    expect(loading.outcome).toBe('unchanged');
    expect(await on('2025-11-20')).toEqual([2025, '50.5']);
  });

  it('is not overtaken from behind by an older decision about the plan', async () => {
    const file = dataFile<{ plan: { end: string; amendments: object[] } }>('miljoplan-2021-2025');
    file.plan.end = '2026-12-31';
    const planEnd = { from: '2025-12-31', to: '2026-12-31' };
    file.plan.amendments.push({ date: '2025-01', text: 'Förlängs.', source: 'page', planEnd });
    const refused = await context.module
      .get(PlanLoader)
      .load(file)
      .catch((error: unknown) => error);
    expect((refused as PlanFileRefused).faults.map(({ code }) => code)).toEqual(['amendment-too-early']);
  });

  it.each([
    ['the same day as the last change', 'R1', { targetValue: '40' }, 'not-after-last-change /date'],
    ['nothing new', 'R3', { targetValue: '90.0' }, 'changes-nothing '],
    ['a value for milestones', 'B2', { targetValue: '4' }, 'not-numeric /targetValue'],
    ['too many decimals', 'R3', { targetValue: '91.25' }, 'too-many-decimals /targetValue'],
    ['a year that has passed', 'R3', { targetYear: 2023 }, 'already-past /targetYear'],
  ])('does not change by %s', async (_, code, input, expected) => {
    const refused: unknown = await amend(code, input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Invalid);
    expect((refused as Invalid).problem.errors!.map((error) => `${error.code} ${error.pointer}`)).toEqual([expected]);
  });

  it('is found only where there is such a target', async () => {
    await expect(amend('Z1', { targetYear: 2026 })).rejects.toThrow(NotFound);
    await expect(plans.target(context.database.read, 'Z1', '2025-11-20')).rejects.toThrow(NotFound);
    await expect(plans.focusArea(context.database.read, 'hav', '2025-11-20')).rejects.toThrow(NotFound);
  });

  it('is read in few statements', async () => {
    const { read } = context.database;
    expect(await context.statementsOf(() => plans.plan(read, '2025-11-20'))).toBe(1);
    expect(await context.statementsOf(() => plans.target(read, 'R1', '2025-11-20'))).toBe(1);
  });

  it('is amended in the log', async () => {
    const events = await context.ask(`SELECT actor_name, data FROM audit_event WHERE kind = 'target.amend'`);
    expect(events).toMatchObject([
      {
        actor_name: 'Ingrid Wallin',
        data: {
          code: 'R1',
          decisionReference: 'RF § 41',
          before: { targetValue: '55' },
          after: { targetValue: '50.5' },
        },
      },
    ]);
  });

  it.each([
    'UPDATE target_version SET target_value = 1',
    'DELETE FROM target_version',
    'TRUNCATE target_version',
    `UPDATE amendment SET valid_from = '2020-01-01'`,
    'DELETE FROM amendment',
    'DELETE FROM target',
    'DELETE FROM focus_area',
    'ALTER TABLE target_version DISABLE TRIGGER ALL',
  ])('is out of the app’s reach: %s', async (sql) => {
    await expect(context.ask(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('is kept by trigger even from the owner of the tables', async () => {
    const owner = await new DataSource({ type: 'postgres', url: context.testDatabase.ownerUrl }).initialize();
    await expect(owner.query('UPDATE target_version SET target_value = 1')).rejects.toThrow('rows are only ever added');
    await expect(owner.query('DELETE FROM target_version')).rejects.toThrow('rows are only ever added');
    await owner.destroy();
  });

  it.each([
    [
      'two versions from one day',
      `INSERT INTO target_version (plan_id, target_id, valid_from, title, target_year, amendment_id)
       SELECT plan_id, target_id, valid_from, title, target_year, amendment_id FROM target_version`,
      'uq_target_version',
    ],
    [
      'two current plans',
      `INSERT INTO plan (slug, title, organisation, contact, decided_by, start_date, end_date,
       cadence, open_period, provenance, is_current) SELECT 'other', title, organisation, contact, decided_by,
       start_date, end_date, cadence, open_period, 'illustrative', true FROM plan`,
      'uq_plan_current',
    ],
    [
      'verified by no source',
      `UPDATE target SET provenance = 'verified', source_key = NULL WHERE code = 'R2'`,
      'ck_target_verified',
    ],
    ['a source that is not there', `UPDATE target SET source_key = 'hav'`, 'fk_target_source'],
    ['a number without a baseline', `UPDATE indicator SET baseline = NULL`, 'ck_indicator'],
  ])('is guarded by the tables: %s', async (_, sql, constraint) => {
    await expect(context.ask(sql)).rejects.toThrow(constraint);
  });
});
