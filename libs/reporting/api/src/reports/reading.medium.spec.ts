import { randomUUID } from 'node:crypto';
import { PlanResults, Report, ReportDiff, ReportSummary, TargetResults, TimelineItem } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import * as z from 'zod';
import { ReportCommentService } from '../comments/report-comment.service.js';
import { ReportingPeriods } from '../periods/reporting-periods.js';
import { ResultsService } from '../results/results.service.js';
import { ReportingWorld } from '../testing/reporting-world.js';
import { TimelineService } from '../transitions/timeline.service.js';

/** Statements that one request may send for its own sake. */
const BUDGET = 8;
/** What every decision pays besides: claiming its key and keeping the response, and its turn in the audit log. */
const KEY_AND_LOG = /idempotency_key|audit_event|pg_advisory_xact_lock/;
const KEY_AND_LOG_BUDGET = 5;

describe('reading reports on a real database', () => {
  let world: ReportingWorld;
  let owner: Principal;
  let otherOwner: Principal;
  let manager: Principal;
  let coordinator: Principal;
  let viewer: Principal;

  beforeAll(async () => {
    world = await ReportingWorld.create();
    owner = await world.person('Anna Ägare', ['owner'], [world.area('energi')]);
    otherOwner = await world.person('Otto Ägare', ['owner'], [world.area('resor')]);
    manager = await world.person('Maria Chef', ['manager'], [world.area('energi')]);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
    viewer = await world.person('Vera Läsare', ['viewer']);
    for (const period of ['2024-Q1', '2024-Q2']) {
      await world.openPeriod(period);
      const report = await world.report(owner, period);
      await world.fill(owner, report, { comment: `Ord om ${period}.` });
      await world.take(owner, report, 'submit');
      await world.take(manager, report, 'endorse');
      await world.take(coordinator, report, 'approve');
    }
    await world.openPeriod('2024-Q3');
  });
  afterAll(() => world.end());

  const page = (who: Principal, query: object = {}) =>
    world.reports.page(who, { mine: false, page: 1, limit: 20, ...query });
  const listed = async (who: Principal, query: object = {}) =>
    (await page(who, query)).items.map((item) => `${item.period} ${item.focusArea.slug} ${item.state}`);
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    const { result, statements } = await world.sql.during(work);
    const own = statements.filter((sql) => !KEY_AND_LOG.test(sql));
    expect({ over: own.length > BUDGET ? own : [] }).toEqual({ over: [] });
    expect(statements.length - own.length).toBeLessThanOrEqual(KEY_AND_LOG_BUDGET);
    expect(own.length).toBeGreaterThan(0);
    return result;
  };

  it('lists to each what they may see, newest first and in the areas’ order', async () => {
    const approved = ['2024-Q2 energi approved', '2024-Q1 energi approved'];
    expect(await listed(viewer)).toEqual(approved);
    expect(await listed(owner)).toEqual(['2024-Q3 energi draft', ...approved]);
    expect(await listed(coordinator)).toEqual([
      '2024-Q3 energi draft',
      '2024-Q3 resor draft',
      '2024-Q2 energi approved',
      '2024-Q2 resor draft',
      '2024-Q1 energi approved',
      '2024-Q1 resor draft',
    ]);
    expect(await listed(otherOwner, { mine: true })).toEqual([
      '2024-Q3 resor draft',
      '2024-Q2 resor draft',
      '2024-Q1 resor draft',
    ]);
    expect(await listed(coordinator, { state: 'approved', period: '2024-Q1' })).toEqual(['2024-Q1 energi approved']);
    expect(await page(coordinator, { limit: 2, page: 2 })).toMatchObject({ total: 6, page: 2, items: [{}, {}] });
    expect(await page(coordinator, { limit: 2, page: 99 })).toMatchObject({ total: 6, page: 99, items: [] });
    expect(await listed(viewer, { mine: true })).toEqual([]);
  });

  it('says in the list whose turn it is and what waits for me', async () => {
    const { items } = await page(owner, { period: '2024-Q3' });
    expect(z.array(ReportSummary).parse(items)).toEqual(items);
    expect(items[0]).toMatchObject({
      holders: ['Anna Ägare'],
      waitsForMe: 'write',
      entriesDone: 0,
      entriesTotal: 2,
      daysLeft: 12,
      overdue: false,
      available: [{ name: 'submit', enabled: false, reason: 'checks_open' }],
    });
    expect((await page(coordinator, { period: '2024-Q3' })).items[0]).toMatchObject({
      waitsForMe: null,
      available: [],
    });
  });

  it('shows a report whole, in the agreed shape, with what was said last', async () => {
    const report = await world.report(owner, '2024-Q3');
    expect(Report.parse(report)).toEqual(report);
    expect(report).toMatchObject({
      planTitle: 'Liten plan',
      department: 'Teknik',
      canWrite: true,
      lastVerdict: { period: '2024-Q2', verdict: 'largely', provenance: 'reported' },
      entries: [
        {
          targetCode: 'E1',
          duePeriods: ['2024-Q3'],
          last: { period: '2024-Q2', comment: 'Ord om 2024-Q2.', values: [{ period: '2024-Q2', value: '90' }] },
          series: [
            { period: '2024-Q1', value: '90' },
            { period: '2024-Q2', value: '90' },
          ],
        },
        { targetCode: 'E2', duePeriods: [] },
      ],
    });
    const earlier = await world.report(owner, '2024-Q2');
    expect(earlier.entries[0]!.series.map((point) => point.period)).toEqual(['2024-Q1']);
  });

  it('shows others an approved report without its comments, checks and history', async () => {
    const report = await world.report(viewer, '2024-Q2');
    expect(report).toMatchObject({ comments: [], checks: [], canWrite: false, available: [], waitsForMe: null });
    const notFound = { problem: { type: 'not-found' } };
    await expect(world.module.get(TimelineService).of(viewer, report.id)).rejects.toMatchObject(notFound);
    await expect(world.module.get(ReportCommentService).of(viewer, report.id)).rejects.toMatchObject(notFound);
    await expect(world.reports.diff(viewer, report.id, 'period')).rejects.toMatchObject(notFound);
    await expect(world.reports.revision(viewer, report.id, 2)).rejects.toMatchObject(notFound);
    expect((await world.reports.revision(viewer, report.id, 1)).content.period).toBe('2024-Q2');
    await expect(world.reports.one(viewer, randomUUID())).rejects.toMatchObject(notFound);
  });

  it('compares with the last approved period', async () => {
    const report = await world.report(owner, '2024-Q2');
    const diff = await world.reports.diff(owner, report.id, 'period');
    expect(ReportDiff.parse(diff)).toEqual(diff);
    expect(diff.against).toEqual({ kind: 'period', label: '2024-Q1' });
    expect(diff.entries.map((entry) => [entry.targetCode, entry.changes])).toEqual([
      ['E1', [{ field: '/comment', before: 'Ord om 2024-Q1.', after: 'Ord om 2024-Q2.' }]],
      ['E2', [{ field: '/comment', before: 'Ord om 2024-Q1.', after: 'Ord om 2024-Q2.' }]],
    ]);
    const first = await world.report(owner, '2024-Q1');
    expect(await world.reports.diff(owner, first.id, 'period')).toEqual({ against: null, entries: [], unchanged: [] });
  });

  it('gives results of what has been approved', async () => {
    const results = world.module.get(ResultsService);
    const ofPlan = await within(() => results.ofPlan());
    expect(PlanResults.parse(ofPlan)).toEqual(ofPlan);
    expect(ofPlan.periods).toEqual(['2024-Q1', '2024-Q2']);
    expect(ofPlan.latest).toMatchObject([
      { targetCode: 'E1', period: '2024-Q2', value: { period: '2024-Q2', value: '90' } },
      { targetCode: 'E2', period: '2024-Q2', value: null },
    ]);
    const ofTarget = await within(() => results.ofTarget('E1'));
    expect(TargetResults.parse(ofTarget)).toEqual(ofTarget);
    expect(ofTarget.entries.map((entry) => entry.period)).toEqual(['2024-Q1', '2024-Q2']);
    expect(Number(ofTarget.expectedToday)).toBeGreaterThan(80);
    await expect(results.ofTarget('X9')).rejects.toMatchObject({ problem: { type: 'not-found' } });
  });

  it('keeps within the budget of statements', async () => {
    const report = await world.report(owner, '2024-Q3');
    const [entry] = report.entries;
    await within(() => page(owner));
    await within(() => page(coordinator, { limit: 100 }));
    await within(() => world.reports.one(owner, report.id));
    await within(() => world.reports.diff(owner, report.id, 'period'));
    await within(() => world.module.get(ReportingPeriods).list());
    const timeline = await within(() => world.module.get(TimelineService).of(owner, report.id));
    expect(z.array(TimelineItem).parse(timeline)).toEqual(timeline);
    await within(() =>
      world.drafts.writeEntry(owner, report.id, 'E1', entry!.version, { ...entry!.content, comment: 'Nytt.' }),
    );
    await within(() => world.drafts.writeVerdict(owner, report.id, 1, { verdict: 'not', explanation: 'Nej.' }));
  });

  it('shows a draft’s verdict to those who write it, and to nobody else until it is submitted', async () => {
    const { id } = await world.report(owner, '2024-Q3');
    const secret = 'Bara ett utkast.';
    const draft = await world.reports.one(owner, id);
    await world.drafts.writeVerdict(owner, id, draft.verdictVersion, { verdict: 'not', explanation: secret });
    const inList = async (who: Principal) =>
      (await page(who, { period: '2024-Q3' })).items.find((item) => item.id === id);
    expect([await world.reports.one(owner, id), await inList(owner)]).toMatchObject([
      { verdict: 'not' },
      { verdict: 'not' },
    ]);
    for (const who of [manager, coordinator]) {
      const seen = await world.reports.one(who, id);
      expect(seen).toMatchObject({ verdict: null, verdictContent: { verdict: null, explanation: '' } });
      expect(await inList(who)).toMatchObject({ verdict: null });
      expect(JSON.stringify([seen, await world.reports.diff(who, id, 'period')])).not.toContain(secret);
    }
    await world.drafts.writeVerdict(owner, id, draft.verdictVersion + 1, draft.verdictContent);
  });

  it('keeps within the budget when transitions are taken', async () => {
    const report = await world.fill(owner, await world.report(owner, '2024-Q3'), { comment: 'Ord om 2024-Q3.' });
    const { revision } = await within(() =>
      world.transitions.take(owner, report.id, randomUUID(), { transition: 'submit' }),
    );
    const comments = [{ targetCode: 'E1', field: '/comment', text: 'Varför?', suggestion: null }];
    const back = { transition: 'return', reason: 'Fråga.', comments } as const;
    await within(() => world.transitions.take(manager, report.id, randomUUID(), back));
    const replies = world.module.get(ReportCommentService);
    const [comment] = await within(() => replies.of(owner, report.id));
    await within(() => replies.reply(owner, report.id, comment!.id, 'Därför.'));
    expect(revision!.number).toBe(1);
  });

  it('refuses what is stored otherwise than the model says, and names where', async () => {
    const [id, now] = [(await world.report(owner, '2024-Q1')).id, (await world.report(owner, '2024-Q3')).id];
    const read = {
      entries: () => world.reports.one(owner, now),
      revision: () => world.reports.revision(owner, id, 1),
      comparison: () => world.reports.diff(owner, id, 1),
    };
    /** What a reading gives or says while a column of all rows holds something else. */
    const whileBent = (table: string, column: string, stored: string, reading: () => Promise<unknown>) =>
      world.owner(async (sql) => {
        const key = table === 'report_revision' ? 'report_id' : 'id';
        // What is frozen is otherwise never written again.
        await sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`, []);
        await sql(`CREATE TABLE kept AS SELECT ${key} AS key, ${column} AS was FROM ${table}`, []);
        const hash = (of: string) =>
          column === 'canonical' ? `, sha256 = encode(sha256(convert_to(${of}, 'UTF8')), 'hex')` : '';
        await sql(`UPDATE ${table} SET ${column} = $1${hash('$1')}`, [stored]);
        const said = await reading().then((read) => JSON.stringify(read), String);
        await sql(`UPDATE ${table} SET ${column} = was${hash('was')} FROM kept WHERE ${key} = key`, []);
        await sql('DROP TABLE kept', []);
        await sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`, []);
        return said;
      });
    const bent: [keyof typeof read, string, string, string, string][] = [
      ['entries', 'entry', 'written', '{"comment": {"name": 5}}', 'written.comment.name'],
      ['entries', 'report', 'verdict_written', '[]', 'verdictWritten'],
      ['revision', 'report_revision', 'canonical', '{"plan": 1}', 'content.plan'],
      ['comparison', 'report_revision', 'canonical', '{"plan', 'not JSON'],
    ];
    for (const [what, table, column, stored, place] of bent) {
      await read[what]();
      const said = await whileBent(table, column, stored, read[what]);
      expect(said).toContain('A row is not as ');
      expect(said).toContain(place);
    }
    // Of what an entry says the rest stands, also where it has been approved.
    const inResults = await whileBent('entry', 'parts', '[{"label": "Bilar"}]', () => world.results.ofTarget('E1'));
    expect(inResults).toMatch(/"comment":"Ord om 2024-Q1\."[^}]*"parts":\[\]/);
  });
});
