import { seedPlan } from '@malspar/plan-api/testing';
import { type CheckedPlan, readPlanFile } from '@malspar/plan-model';
import { HistoryService, ReportingPeriods } from '@malspar/reporting-api';
import { ReportingWorld, smallPlan } from '@malspar/reporting-api/testing';
import type { Report } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { DemoPeriod } from './demo-period.js';
import { exampleReport } from './example-report.js';
import { writerIn } from './testing/writer-in.js';
import { managerOf } from '@malspar/shared-api/sql';

const checked = (json: object): CheckedPlan => {
  const read = readPlanFile(json);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.plan;
};

const withPeople = async (world: ReportingWorld): Promise<Principal[]> => [
  await world.person('Anna Ägare', ['owner'], world.plan.focusAreas),
  await world.person('Maria Chef', ['manager'], world.plan.focusAreas.filter(firstOfDepartment)),
  await world.person('Carin Samordnare', ['coordinator']),
];
const firstOfDepartment = (
  area: { department: { id: string } },
  index: number,
  all: readonly { department: { id: string } }[],
) => all.findIndex((each) => each.department.id === area.department.id) === index;

const allReports = async (world: ReportingWorld, who: Principal): Promise<Report[]> => {
  const { items } = await world.reports.page(who, { mine: false, page: 1, limit: 1000 });
  return Promise.all(items.map((item) => world.reports.one(who, item.id)));
};

describe('the open period of a demonstration', () => {
  describe('the real plan', () => {
    const { json, plan: file } = seedPlan('miljoplan-2021-2025');
    let world: ReportingWorld;
    let people: Principal[];

    beforeAll(async () => {
      world = await ReportingWorld.create(json, '2026-01-19');
      people = await withPeople(world);
      await world.module.get(HistoryService).importHistory(file, { words: exampleReport });
      await writerIn(world.module, DemoPeriod).prepare(file, people);
    });
    afterAll(() => world.end());

    it('becomes an approved report for each area and past period, and a board in mixed states for the open one', async () => {
      const owner = people[0]!;
      const { total } = await world.reports.page(owner, { state: 'approved', mine: false, page: 1, limit: 1 });
      const open = await world.reports.page(owner, { period: '2025-Q4', mine: false, page: 1, limit: 100 });
      expect(total).toBe(19 * 7 + 1);
      expect(open.items.map((item) => item.state)).toEqual([
        'draft',
        'submitted',
        'endorsed',
        'returned',
        'approved',
        'draft',
        'submitted',
      ]);
      expect(open.items.map((item) => `${item.entriesDone}/${item.entriesTotal}`)).toEqual([
        '2/4',
        '3/3',
        '2/2',
        '4/4',
        '4/4',
        '0/3',
        '3/3',
      ]);
      expect(open.items[0]).toMatchObject({ daysLeft: 12, waitsForMe: 'write' });
      expect(open.items[3]).toMatchObject({ commentsLackingReply: 2, waitsForMe: 'reply' });
      const [, manager, coordinator] = people;
      const waiting = async (who: Principal) =>
        (await world.reports.page(who, { mine: true, period: '2025-Q4', page: 1, limit: 100 })).items.flatMap(
          (item) => item.waitsForMe ?? [],
        );
      expect(await waiting(manager!)).toEqual(['endorse', 'endorse']);
      expect(await waiting(coordinator!)).toEqual(['approve']);
    });

    it('writes sentences that differ and fit their numbers', async () => {
      const reports = await allReports(world, people[0]!);
      const entries = reports.flatMap((report) => report.entries);
      const comments = entries.filter(({ content }) => content.values.length > 0).map(({ content }) => content.comment);
      expect(comments.length).toBeGreaterThan(300);
      expect(new Set(comments).size / comments.length).toBeGreaterThan(0.95);
      for (const { content, indicator, contentProvenance, last } of entries) {
        if (content.assessment === null) continue;
        expect(contentProvenance).toBe('illustrative');
        const [value] = content.values;
        if (!value || content.comment === last?.comment) continue;
        const written = Number(value.value).toLocaleString('sv-SE', {
          minimumFractionDigits: indicator.decimals,
          maximumFractionDigits: indicator.decimals,
        });
        expect(content.comment).toContain(written);
      }
    });

    it('shows a soft check with its explanation, and has the audit log whole', async () => {
      const reports = await allReports(world, people[0]!);
      const open = reports.filter((report) => report.period === '2025-Q4' && report.state === 'submitted');
      const explained = open.flatMap((report) => report.checks.filter((check) => check.explained));
      expect(explained.map((check) => check.code)).toContain('same_text');
      expect(await world.audit.verify(world.database.read)).toMatchObject({ faults: [] });
    });

    it('pins two questions to what they are about', async () => {
      const { items } = await world.reports.page(people[0]!, { state: 'returned', mine: false, page: 1, limit: 1 });
      const { comments } = await world.reports.one(people[0]!, items[0]!.id);
      expect(comments).toHaveLength(2);
      expect(new Set(comments.map((comment) => comment.author))).toEqual(new Set(['Maria Chef']));
    });

    it('changes nothing the second time', async () => {
      const count = () =>
        managerOf(world.database.read).query<object[]>(
          `SELECT (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM report_transition) AS steps,
             (SELECT count(*) FROM audit_event) AS acts, (SELECT sum(version) FROM entry) AS versions`,
        );
      const before = await count();
      expect(await world.module.get(HistoryService).importHistory(file, { words: exampleReport })).toBe(0);
      await writerIn(world.module, DemoPeriod).prepare(file, people);
      expect(await count()).toEqual(before);
    });
  });

  it.each([
    ['tertial', '2024-T2', ['2024-T1', '2023-T3', '2023-T2', '2023-T1']],
    ['year', '2024', ['2023']],
  ] as const)('works by %s, with two areas and milestones', async (cadence, openPeriod, past) => {
    const file = smallPlan({ cadence, openPeriod });
    const world = await ReportingWorld.create(file);
    const people = await withPeople(world);
    await world.module.get(HistoryService).importHistory(checked(file), { words: exampleReport });
    await writerIn(world.module, DemoPeriod).prepare(checked(file), people);
    const periods = await world.module.get(ReportingPeriods).list();
    expect(periods.map((period) => period.code)).toEqual([openPeriod, ...past]);
    const { items } = await world.reports.page(people[0]!, { period: openPeriod, mine: false, page: 1, limit: 9 });
    expect(items.map((item) => item.state)).toEqual(['draft', 'submitted']);
    const { verdicts } = await world.results.ofPlan();
    expect(verdicts.filter((row) => row.provenance === 'verified')).toMatchObject([
      { period: '2023', focusAreaSlug: 'resor', verdict: 'not' },
    ]);
    await world.end();
  });

  it('is empty where the plan file asks for no demonstration', async () => {
    const file = { ...smallPlan(), demo: false };
    const world = await ReportingWorld.create(file);
    const people = await withPeople(world);
    await writerIn(world.module, DemoPeriod).prepare(checked(file), people);
    const reports = await allReports(world, people[0]!);
    expect(reports.map(({ period, state, entriesDone }) => [period, state, entriesDone])).toEqual([
      ['2024-Q3', 'draft', 0],
      ['2024-Q3', 'draft', 0],
    ]);
    await world.end();
  });

  it('leaves reports alone where nobody answers for the area', async () => {
    const world = await ReportingWorld.create();
    await world.module.get(HistoryService).importHistory(checked(smallPlan()), { words: exampleReport });
    await writerIn(world.module, DemoPeriod).prepare(checked(smallPlan()), []);
    const admin = await world.person('Adam', ['admin']);
    const { items } = await world.reports.page(admin, { period: '2024-Q3', mine: false, page: 1, limit: 9 });
    expect(items.map((item) => [item.state, item.entriesDone])).toEqual([
      ['draft', 0],
      ['draft', 0],
    ]);
    await world.end();
  });
});
