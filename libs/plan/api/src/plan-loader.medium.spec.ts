import { Plan } from '@malspar/plan-model';
import { PlanLoader } from './plan-loader.js';
import { PlanFileRefused } from './plan.errors.js';
import { PlanService } from './plan.service.js';
import { dataFile, planContext, type PlanContext } from './testing/plan-context.js';

interface FileTarget {
  code: string;
  title: string;
  note?: string;
  indicator: Record<string, unknown>;
}
interface File {
  sources: Record<string, { title: string; url: string }>;
  plan: Record<string, unknown> & { title: string; end: string; amendments: Record<string, unknown>[] };
  overarchingGoals: { slug: string; number: number; title: string }[];
  drivers: { slug: string }[];
  departments: { slug: string; title: string }[];
  focusAreas: { slug: string; goals: string[]; department: string; targets: FileTarget[] }[];
}

const REGION = 'miljoplan-2021-2025';
const TERTIAL = 'exempel-tertial';
const TABLES = [
  ...['plan', 'source', 'overarching_goal', 'driver', 'department', 'focus_area', 'focus_area_goal', 'target'],
  ...['indicator', 'milestone', 'amendment', 'target_version', 'climate_goal', 'verdict_label', 'audit_event'],
];

describe('loading a plan file', () => {
  let context: PlanContext;
  let loader: PlanLoader;
  let plans: PlanService;

  beforeEach(async () => {
    context = await planContext();
    loader = context.module.get(PlanLoader);
    plans = context.module.get(PlanService);
  });
  afterEach(() => context.close());

  const everything = async (): Promise<Record<string, unknown>> => {
    const tables = await Promise.all(
      TABLES.map(async (table) => [table, await context.ask(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)]),
    );
    return Object.fromEntries(tables) as Record<string, unknown>;
  };
  const planOn = (date: string): Promise<Plan> => plans.plan(context.database.read, date);

  /** The faults of a changed file of the plan that is already loaded; nothing may have been written. */
  const faultsOf = async (bend: (file: File) => unknown, name = REGION): Promise<string[]> => {
    const file = dataFile<File>(name);
    await loader.load(file);
    const before = await everything();
    bend(file);
    const refused = await loader.load(file).then(
      () => [],
      (error: unknown) => {
        if (!(error instanceof PlanFileRefused)) throw error;
        return error.faults.map(({ path, code }) => `${code} ${path}`);
      },
    );
    expect(await everything()).toEqual(before);
    return refused;
  };

  it('brings in the whole of it', async () => {
    const file = dataFile<File>(REGION);
    expect(await loader.load(file)).toMatchObject({
      outcome: 'created',
      madeCurrent: true,
      focusAreas: 7,
      targets: 23,
    });
    const plan = Plan.parse(await planOn('2025-11-20'));
    expect(plan).toMatchObject({ slug: REGION, cadence: 'quarter', provenance: 'verified', sourceKey: 'page' });
    expect(plan.focusAreas.map((area) => [area.slug, area.goalSlugs, area.department.slug])).toEqual(
      file.focusAreas.map((area) => [area.slug, area.goals, area.department]),
    );
    expect(
      plan.focusAreas.flatMap((area) => area.targets.map((target) => [target.code, target.inForce.title])),
    ).toEqual(file.focusAreas.flatMap((area) => area.targets.map((target) => [target.code, target.title])));
    expect(plan.drivers.map((driver) => driver.slug)).toEqual(file.drivers.map((driver) => driver.slug));
    expect(plan.sources.map((source) => source.key)).toEqual(Object.keys(file.sources));
    expect(plan.climateGoals.map((goal) => [goal.year, goal.reduction])).toEqual([
      [2030, null],
      [2045, 0.85],
    ]);
    expect(plan.verdictScale.map((verdict) => verdict.code)).toEqual(['fully', 'largely', 'partly', 'not']);
  });

  it('keeps where each thing comes from', async () => {
    await loader.load(dataFile(REGION));
    const targets = (await planOn('2025-11-20')).focusAreas.flatMap((area) => area.targets);
    expect(targets.find((target) => target.code === 'R1')).toMatchObject({
      provenance: 'verified',
      sourceKey: 'rs2021',
      inForce: { targetValue: '55', targetValueProvenance: 'verified', targetValueSourceKey: 'rs2021' },
      indicator: { provenance: 'illustrative', baseline: '100', baselineProvenance: 'illustrative' },
    });
    expect(targets.find((target) => target.code === 'R4')!.indicator).toMatchObject({
      baseline: '28',
      baselineProvenance: 'verified',
      baselineSourceKey: 'rvu2023',
    });
    expect(targets.find((target) => target.code === 'B2')).toMatchObject({
      inForce: { targetValue: null, targetValueProvenance: null },
      indicator: { kind: 'milestone', baseline: null, milestones: [{ done: '2022-Q3' }, {}, { done: null }] },
    });
  });

  it('a second time changes nothing', async () => {
    await loader.load(dataFile(REGION));
    const before = await everything();
    expect(await loader.load(dataFile(REGION))).toMatchObject({
      outcome: 'unchanged',
      madeCurrent: false,
      changes: [],
    });
    expect(await everything()).toEqual(before);
  });

  it('twice at once does the work once', async () => {
    const both = await Promise.all([loader.load(dataFile(REGION)), loader.load(dataFile(REGION))]);
    expect(both.map((loading) => loading.outcome).sort()).toEqual(['created', 'unchanged']);
  });

  it('with a fault in it is refused whole', async () => {
    const file = dataFile<File>(REGION);
    file.focusAreas[6]!.department = 'finns-inte';
    file.focusAreas[0]!.targets[0]!.indicator['target'] = 'femtiofem';
    const refused = await loader.load(file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PlanFileRefused);
    expect((refused as PlanFileRefused).lines('sv')).toEqual([
      '/focusAreas/0/targets/0/indicator/target  Här ska stå ett tal.',
      '/focusAreas/6/department  Verksamheten "finns-inte" finns inte under departments.',
    ]);
    expect((refused as PlanFileRefused).message).toContain('/focusAreas/6/department  The department "finns-inte"');
    expect(Object.values(await everything()).flat()).toEqual([]);
  });

  it('takes in what may be corrected, and says what it did', async () => {
    const file = dataFile<File>(REGION);
    await loader.load(file);
    file.plan.title = 'Miljöplanen';
    file.plan.amendments[0]!['decisionReference'] = 'RF § 97';
    file.sources['page']!.title = 'Sidan';
    file.drivers.pop();
    [file.overarchingGoals[0]!.number, file.overarchingGoals[1]!.number] = [2, 1];
    file.focusAreas[0]!.goals = ['resurser'];
    file.focusAreas[0]!.targets[0]!.note = 'Räknas om varje år.';
    file.focusAreas[0]!.targets[0]!.indicator['baseline'] = 101.5;
    const { outcome, changes } = await loader.load(file);
    expect(outcome).toBe('updated');
    expect(changes.map(({ table, change, name, fields }) => [table, change, name, ...fields].join(' ')).sort()).toEqual(
      [
        'driver removed energi-och-klimatstrategin',
        'focusAreaGoal added 0',
        'focusAreaGoal removed 0',
        'focusAreaGoal removed 1',
        'indicator changed  baseline',
        'overarchingGoal changed klimatavtryck number',
        'overarchingGoal changed resurser number',
        'plan changed miljoplan-2021-2025 title',
        'source changed page title',
        'target changed R1 note',
      ],
    );
    const plan = await planOn('2025-11-20');
    expect(plan.goals.map((goal) => goal.slug)).toEqual(['resurser', 'klimatavtryck', 'halsosamma-miljoer']);
    expect(plan.amendments[0]!.decisionReference).toBe('RF § 97');
    expect(plan.focusAreas[0]!.targets[0]!.indicator.baseline).toBe('101.5');
    expect((await loader.load(file)).outcome).toBe('unchanged');
  });

  it('never rewrites what a target says', async () => {
    expect(
      await faultsOf((file) => {
        const [r1, r2, r3] = file.focusAreas[0]!.targets;
        r1!.indicator['target'] = 60;
        r2!.title = 'Något annat.';
        r3!.indicator['unit'] = 'promille';
      }),
    ).toEqual([
      'target-changed /focusAreas/0/targets/0/indicator/target',
      'target-changed /focusAreas/0/targets/1/title',
      'target-changed /focusAreas/0/targets/2/indicator/unit',
    ]);
  });

  it('never takes away what has been decided or reported on', async () => {
    expect(
      await faultsOf((file) => {
        file.focusAreas[1]!.targets.pop();
        file.plan.amendments.shift();
      }),
    ).toEqual(['amendment-removed /plan/amendments', 'target-removed /focusAreas']);
  });

  it('takes back no edit of a department, and says what it proposed and what stands', async () => {
    const file = dataFile<File>(TERTIAL);
    await loader.load(file);
    const [tekniska, skola] = [file.departments[0]!, file.departments[1]!];
    await context.ask(`UPDATE department SET title = 'Teknik och fastighet' WHERE slug = 'tekniska'`);
    const stands = { table: 'department', name: 'tekniska', field: 'title', stands: 'Teknik och fastighet' };
    expect(await loader.load(file)).toMatchObject({
      outcome: 'unchanged',
      kept: [{ ...stands, proposed: tekniska.title }],
    });

    tekniska.title = 'Tekniska kontoret';
    skola.title = 'Barn och utbildning';
    file.departments.push({ slug: 'omsorg', title: 'Omsorgsförvaltningen' });
    const loaded = await loader.load(file);
    expect(loaded).toMatchObject({ outcome: 'updated', kept: [{ ...stands, proposed: 'Tekniska kontoret' }] });
    expect(loaded.changes).toEqual([
      { table: 'department', change: 'added', name: 'omsorg', fields: [] },
      { table: 'department', change: 'changed', name: 'tekniska', fields: ['proposedTitle'] },
      { table: 'department', change: 'changed', name: 'skola', fields: ['title', 'proposedTitle'] },
    ]);
    const titles = async () => (await planOn('2025-11-20')).departments.map(({ title }) => title);
    expect(await titles()).toEqual(['Teknik och fastighet', 'Barn och utbildning', 'Omsorgsförvaltningen']);

    // What the file has come to say is its own again.
    tekniska.title = 'Teknik och fastighet';
    expect((await loader.load(file)).kept).toEqual([]);
    tekniska.title = 'Tekniska kontoret';
    expect((await loader.load(file)).kept).toEqual([]);
    expect(await titles()).toEqual(['Tekniska kontoret', 'Barn och utbildning', 'Omsorgsförvaltningen']);
  });

  it('leaves a department that the file does not name, and the department that was chosen for an area', async () => {
    const file = dataFile<File>(TERTIAL);
    await loader.load(file);
    const area = file.focusAreas[0]!;
    const other = file.departments.find(({ slug }) => slug !== area.department)!.slug;
    await context.ask(
      `INSERT INTO department (plan_id, slug, position, title, provenance)
       SELECT plan_id, 'kultur', 9, 'Kulturförvaltningen', 'reported' FROM department LIMIT 1`,
    );
    await context.ask(
      `UPDATE focus_area SET department_id = (SELECT id FROM department WHERE slug = 'kultur') WHERE slug = $1`,
      [area.slug],
    );
    const kultur = {
      table: 'department',
      name: 'kultur',
      field: 'title',
      stands: 'Kulturförvaltningen',
      proposed: null,
    };
    const chosen = { table: 'focusArea', name: area.slug, field: 'department', stands: 'kultur' };
    expect((await loader.load(file)).kept).toEqual([kultur, { ...chosen, proposed: area.department }]);
    area.department = other;
    expect(await loader.load(file)).toMatchObject({ kept: [kultur, { ...chosen, proposed: other }] });
    const plan = await planOn('2025-11-20');
    expect(plan.focusAreas.find(({ slug }) => slug === area.slug)?.department.slug).toBe('kultur');
    expect((await loader.load(file)).outcome).toBe('unchanged');
  });

  it('never moves the plan’s time without an amendment', async () => {
    const bend = (file: File): void => {
      file.plan.end = '2030-12-31';
      file.plan['start'] = '2026-01-01';
    };
    expect(await faultsOf(bend, TERTIAL)).toEqual(['start-changed /plan/start', 'end-changed /plan/end']);
  });

  it('prolongs the plan by an amendment, and old dates keep the old year', async () => {
    const file = dataFile<File>(REGION);
    await loader.load(file);
    file.plan.end = '2026-12-31';
    file.plan.amendments.push({
      ...{ date: '2025-10', text: 'Förlängs ett år till.', decisionReference: 'RF § 150', source: 'page' },
      planEnd: { from: '2025-12-31', to: '2026-12-31' },
    });
    expect(await loader.load(file)).toMatchObject({ outcome: 'updated', targetVersions: 23 });
    const yearOn = async (date: string): Promise<[string, number]> => {
      const plan = await planOn(date);
      return [plan.end, plan.focusAreas[0]!.targets[0]!.inForce.targetYear];
    };
    expect(await yearOn('2023-08-31')).toEqual(['2024-12-31', 2024]);
    expect(await yearOn('2023-09-01')).toEqual(['2025-12-31', 2025]);
    expect(await yearOn('2025-09-30')).toEqual(['2025-12-31', 2025]);
    expect(await yearOn('2025-10-01')).toEqual(['2026-12-31', 2026]);
    expect((await loader.load(file)).outcome).toBe('unchanged');
  });

  it('lets a target that is added later count from that day', async () => {
    const file = dataFile<File>(REGION);
    await loader.load(file);
    const like = file.focusAreas[0]!.targets[0]!;
    file.focusAreas[0]!.targets.push({ ...like, code: 'R9', title: 'Ett nytt mål.' });
    expect(await loader.load(file)).toMatchObject({ outcome: 'updated', targetVersions: 1 });
    const codesOn = async (date: string) => (await planOn(date)).focusAreas[0]!.targets.map((target) => target.code);
    expect(await codesOn('2025-11-19')).not.toContain('R9');
    expect(await codesOn('2025-11-20')).toContain('R9');
  });

  it('takes a plan of another shape, and the one before it stays readable', async () => {
    const region = await loader.load(dataFile(REGION));
    expect(await loader.load(dataFile(TERTIAL))).toMatchObject({
      outcome: 'created',
      madeCurrent: true,
      focusAreas: 3,
    });
    expect(await planOn('2025-11-20')).toMatchObject({
      cadence: 'tertial',
      end: '2029-12-31',
      organisation: 'Björkhaga kommun',
    });
    expect((await plans.plan(context.database.read, '2025-11-20', region.planId)).slug).toBe(REGION);
    expect(await loader.load(dataFile(REGION))).toMatchObject({ outcome: 'unchanged', madeCurrent: true });
    expect((await planOn('2025-11-20')).slug).toBe(REGION);
  });

  it('is noted in the log', async () => {
    await loader.load(dataFile(REGION));
    const events = await context.ask<{ kind: string; data: object }>('SELECT kind, data FROM audit_event');
    expect(events).toMatchObject([{ kind: 'plan.load', data: { slug: REGION, outcome: 'created', targets: 23 } }]);
  });
});
