import { readFileSync } from 'node:fs';
import { type CheckedPlan, readPlanFile } from '@malspar/plan-model';
import { emptyEntryContent, type Report, RevisionContent } from '@malspar/reporting-model';
import { canonicalJson, sha256Hex } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import pg from 'pg';
import { DemoPeriodService } from './demo-period.service.js';
import { HistoryService } from './history.service.js';
import { ReportCommentService } from './report-comment.service.js';
import { ReportingPeriods } from './reporting-periods.js';
import { ResultsService } from './results.service.js';
import { ReportingWorld } from './testing/reporting-world.js';
import { smallPlan } from './testing/small-plan.js';

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

describe('histories from a plan file', () => {
  describe('a plan that asks for no demonstration', () => {
    it('is imported with its own figures and verdicts and nothing else, and its open period is empty', async () => {
      const file = { ...smallPlan(), demo: false };
      const world = await ReportingWorld.create(file, '2024-10-10');
      const people = await withPeople(world);
      await world.module.get(HistoryService).importHistory(checked(file));
      await world.module.get(DemoPeriodService).prepare(checked(file), people);
      const reports = await allReports(world, people[0]!);
      const said = reports.flatMap((report) => [
        ...report.entries.map(({ content }) => ({ ...content, values: [] })),
        ...(report.verdictProvenance === 'verified' ? [] : [report.verdictContent]),
      ]);
      expect(new Set(said.map((each) => JSON.stringify(each)))).toEqual(
        new Set([emptyEntryContent, { verdict: null, explanation: '' }].map((each) => JSON.stringify(each))),
      );
      expect(reports.flatMap((report) => report.entries.flatMap(({ content }) => content.values)).length).toBe(13);
      expect(
        reports.filter((report) => report.state !== 'approved').map(({ period, state }) => [period, state]),
      ).toEqual([
        ['2024-Q3', 'draft'],
        ['2024-Q3', 'draft'],
      ]);
      await world.end();
    });
  });

  describe('the real plan', () => {
    const file = JSON.parse(
      readFileSync(new URL('../../../../tools/seed/data/miljoplan-2021-2025.json', import.meta.url), 'utf8'),
    ) as object;
    let world: ReportingWorld;
    let people: Principal[];
    let statements = 0;
    let imported: number;

    beforeAll(async () => {
      world = await ReportingWorld.create(file, '2026-01-19');
      people = await withPeople(world);
      const { query } = pg.Client.prototype;
      pg.Client.prototype.query = function (this: pg.Client, ...call: Parameters<typeof query>) {
        statements++;
        return query.apply(this, call);
      } as typeof query;
      await world.module.get(HistoryService).importHistory(checked(file));
      imported = statements;
      await world.module.get(DemoPeriodService).prepare(checked(file), people);
      pg.Client.prototype.query = query;
    });
    afterAll(() => world.end());

    it('is imported by a few dozen statements, not by one for each of its hundreds of rows', () => {
      expect(imported).toBeLessThanOrEqual(40);
    });

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
      expect(open.items[3]).toMatchObject({ unansweredComments: 2, waitsForMe: 'answer' });
      const [, manager, coordinator] = people;
      const waiting = async (who: Principal) =>
        (await world.reports.page(who, { mine: true, period: '2025-Q4', page: 1, limit: 100 })).items.flatMap(
          (item) => item.waitsForMe ?? [],
        );
      expect(await waiting(manager!)).toEqual(['endorse', 'endorse']);
      expect(await waiting(coordinator!)).toEqual(['approve']);
    });

    it('keeps where each figure comes from', async () => {
      const { series } = await world.module.get(ResultsService).ofTarget('R4');
      expect(series.map((point) => [point.period, point.value, point.provenance, point.sourceKey])).toEqual([
        ['2021', '26', 'illustrative', null],
        ['2022', '30', 'illustrative', null],
        ['2023', '33', 'verified', 'rvu2023'],
        ['2024', '33', 'illustrative', null],
      ]);
    });

    it('gives the verdicts of 2021 as they were, of the year and not of its last quarter, and says of the others that they are examples', async () => {
      const { verdicts } = await world.module.get(ResultsService).ofPlan();
      const known = verdicts.filter((row) => row.provenance === 'verified');
      expect(known.map((row) => [row.period, row.focusAreaSlug, row.verdict, row.explanation]).sort()).toEqual(
        [
          ['resor-och-transporter', 'largely'],
          ['fastighetsdrift-och-byggnation', 'largely'],
          ['finansforvaltning', 'largely'],
          ['lakemedel', 'largely'],
          ['bidrag-medel-och-stod', 'largely'],
          ['maltidsforsorjning', 'partly'],
          ['inkop-och-resursforbrukning', 'not'],
        ]
          .map(([slug, verdict]) => ['2021', slug, verdict, ''])
          .sort(),
      );
      expect(new Set(verdicts.filter((row) => row.provenance !== 'verified').map((row) => row.provenance))).toEqual(
        new Set(['illustrative']),
      );
      const quarter = verdicts.filter((row) => row.period === '2021-Q4');
      expect(quarter.map((row) => row.provenance)).toEqual(Array<string>(7).fill('illustrative'));
      const years = verdicts.filter((row) => row.period.length === 4).map((row) => row.period);
      expect(new Set(years)).toEqual(new Set(['2021', '2022', '2023', '2024', '2025']));
    });

    it('freezes every report under its hash, with the target as it then read', async () => {
      const rows = await world.database.read.query<{ canonical: string; sha256: string }[]>(
        'SELECT canonical, sha256 FROM report_revision',
      );
      expect(rows.length).toBeGreaterThan(19 * 7);
      for (const { canonical, sha256 } of rows) {
        expect(sha256Hex(canonical)).toBe(sha256);
        expect(canonicalJson(RevisionContent.parse(JSON.parse(canonical)))).toBe(canonical);
      }
      const years = rows
        .map(({ canonical }) => JSON.parse(canonical) as RevisionContent)
        .filter((content) => content.focusArea.slug === 'lakemedel')
        .map((content) => [content.period, content.entries[0]!.target.targetYear]);
      expect(new Map(years as [string, number][])).toEqual(
        new Map(
          [...new Map(years as [string, number][])].map(([period]) => [period, period < '2023-Q3' ? 2024 : 2025]),
        ),
      );
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
      const comments = await world.module.get(ReportCommentService).of(people[0]!, items[0]!.id);
      expect(comments).toHaveLength(2);
      expect(new Set(comments.map((comment) => comment.author))).toEqual(new Set(['Maria Chef']));
    });

    it('changes nothing the second time', async () => {
      const count = () =>
        world.database.read.query<object[]>(
          `SELECT (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM report_transition) AS steps,
             (SELECT count(*) FROM audit_event) AS acts, (SELECT sum(version) FROM entry) AS versions`,
        );
      const before = await count();
      expect(await world.module.get(HistoryService).importHistory(checked(file))).toBe(0);
      await world.module.get(DemoPeriodService).prepare(checked(file), people);
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
    await world.module.get(HistoryService).importHistory(checked(file));
    await world.module.get(DemoPeriodService).prepare(checked(file), people);
    const periods = await world.module.get(ReportingPeriods).list();
    expect(periods.map((period) => period.code)).toEqual([openPeriod, ...past]);
    const { items } = await world.reports.page(people[0]!, { period: openPeriod, mine: false, page: 1, limit: 9 });
    expect(items.map((item) => item.state)).toEqual(['draft', 'submitted']);
    const { verdicts } = await world.module.get(ResultsService).ofPlan();
    expect(verdicts.filter((row) => row.provenance === 'verified')).toMatchObject([
      { period: '2023', focusAreaSlug: 'resor', verdict: 'not' },
    ]);
    await world.end();
  });

  it('leaves reports alone where nobody answers for the area', async () => {
    const world = await ReportingWorld.create();
    await world.module.get(HistoryService).importHistory(checked(smallPlan()));
    await world.module.get(DemoPeriodService).prepare(checked(smallPlan()), []);
    const admin = await world.person('Adam', ['admin']);
    const { items } = await world.reports.page(admin, { period: '2024-Q3', mine: false, page: 1, limit: 9 });
    expect(items.map((item) => [item.state, item.entriesDone])).toEqual([
      ['draft', 0],
      ['draft', 0],
    ]);
    await world.end();
  });
});
