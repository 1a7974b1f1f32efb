import { emptyEntryContent, type EntryContent, type Report } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { PublishableReports } from '../transitions/publishable-reports.js';
import { ReportingWorld } from '../testing/reporting-world.js';
import { managerOf } from '@malspar/shared-api/sql';

const PERIOD = '2024-Q3';
const EVERYTHING = { page: 1, limit: 100 };

describe('earlier wordings of a draft', () => {
  let world: ReportingWorld;
  let owner: Principal;
  let deputy: Principal;
  let manager: Principal;
  let coordinator: Principal;
  let report: Report;

  beforeEach(async () => {
    world = await ReportingWorld.create();
    const energy = world.area('energi');
    owner = await world.person('Anna Ägare', ['owner'], [energy]);
    deputy = await world.person('Doris Vikarie', ['owner'], [energy]);
    manager = await world.person('Maria Chef', ['manager'], [energy]);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
    await world.openPeriod(PERIOD);
    report = await world.report(owner, PERIOD);
  });
  afterEach(() => world.end());

  async function write(who: Principal, change: Partial<EntryContent>): Promise<string[]> {
    const now = await world.reports.one(who, report.id);
    const entry = now.entries.find(({ targetCode }) => targetCode === 'E1')!;
    const content = { ...emptyEntryContent, ...change };
    return (await world.drafts.writeEntry(who, report.id, 'E1', entry.version, content)).keptWordings;
  }
  const texts = async (who = owner, of: { targetCode?: string | null; field?: string } = {}) =>
    (await world.drafts.earlierWordings(who, report.id, { ...EVERYTHING, ...of })).items.map(
      ({ targetCode, field, text }) => [targetCode, field, text],
    );

  it('hold what was written before a pause, by whom and when, and who replaced it', async () => {
    expect(await write(owner, { comment: 'Första.' })).toEqual([]);
    expect(await write(owner, { comment: 'Första. Andra.' })).toEqual([]);
    expect(await write(deputy, { comment: 'Tredje.' })).toEqual(['comment']);
    const { items, total } = await world.drafts.earlierWordings(deputy, report.id, EVERYTHING);
    expect(total).toBe(1);
    expect(items).toEqual([
      expect.objectContaining({
        targetCode: 'E1',
        field: 'comment',
        text: 'Första. Andra.',
        writtenBy: 'Anna Ägare',
        replacedBy: 'Doris Vikarie',
      }),
    ]);
    expect(items[0]!.writtenAt! < items[0]!.replacedAt).toBe(true);
    world.clock.set('2024-10-11');
    expect(await write(deputy, { comment: 'Fjärde.' })).toEqual(['comment']);
    expect(await texts()).toEqual([
      ['E1', 'comment', 'Tredje.'],
      ['E1', 'comment', 'Första. Andra.'],
    ]);
  });

  it('hold all that one person saved and took away again at once, of every kind', async () => {
    const values = [{ period: PERIOD, value: '90.1' }];
    await write(owner, { assessment: 'uncertain', values, comment: 'Två ord.' });
    const kept = await write(owner, {
      assessment: 'on_track',
      values: [{ period: PERIOD, value: '9.1' }],
      comment: 'Två',
    });
    expect(kept).toEqual(['assessment', `values/${PERIOD}`, 'comment']);
    expect(await write(owner, { comment: 'T' })).toEqual(['assessment', `values/${PERIOD}`]);
    expect((await texts()).map((each) => each.slice(1)).sort()).toEqual([
      ['assessment', 'on_track'],
      ['assessment', 'uncertain'],
      ['comment', 'Två ord.'],
      [`values/${PERIOD}`, '9.1'],
      [`values/${PERIOD}`, '90.1'],
    ]);
  });

  it('cover every field, and are sought by target, field or the verdict', async () => {
    await write(owner, {
      assessment: 'uncertain',
      values: [{ period: PERIOD, value: '90.10' }],
      noValueReason: 'Preliminärt.',
      parts: [{ label: 'Skolor', value: '45' }],
      comment: 'Ord.',
      measure: { text: 'Byter pumpar', responsible: 'Driftchef', dueOn: '2025-01-31' },
      explanations: { same_text: 'Samma läge.' },
    });
    await world.drafts.writeVerdict(owner, report.id, report.verdictVersion, { verdict: 'partly', explanation: 'Så.' });
    await write(deputy, {});
    const verdict = { verdict: 'not', explanation: 'Inte alls.' } as const;
    const saved = await world.drafts.writeVerdict(deputy, report.id, report.verdictVersion + 1, verdict);
    expect(saved.keptWordings).toEqual(['verdict', 'explanation']);
    expect((await texts(owner, { targetCode: 'E1' })).map(([, field]) => field)).toEqual([
      'assessment',
      'comment',
      'explanations/same_text',
      'measure/dueOn',
      'measure/responsible',
      'measure/text',
      'noValueReason',
      'parts/1/Skolor',
      'values/2024-Q3',
    ]);
    expect(await texts(owner, { targetCode: 'E1', field: 'values' })).toEqual([['E1', 'values/2024-Q3', '90.10']]);
    expect(await texts(owner, { targetCode: null })).toEqual([
      [null, 'explanation', 'Så.'],
      [null, 'verdict', 'partly'],
    ]);
    expect(await texts(owner, { targetCode: 'E2' })).toEqual([]);
  });

  it('are taken back by an ordinary save, and what stood there is kept in its turn', async () => {
    await write(owner, { comment: 'Det rätta.' });
    await write(deputy, { comment: 'Ett misstag.' });
    const [[, , text] = []] = await texts();
    await write(owner, { comment: text! });
    expect((await world.reports.one(owner, report.id)).entries[0]!.content.comment).toBe('Det rätta.');
    expect((await texts()).map((each) => each[2])).toEqual(['Ett misstag.', 'Det rätta.']);
  });

  it('are for those who may write in the draft alone', async () => {
    await write(owner, { comment: 'Ett.' });
    const asked = (who: Principal) =>
      world.drafts.earlierWordings(who, report.id, EVERYTHING).then(
        () => 'let in',
        (error: { problem: { type: string } }) => error.problem.type,
      );
    expect(await asked(manager)).toBe('forbidden');
    expect(await asked(coordinator)).toBe('forbidden');
    await world.fill(owner, await world.reports.one(owner, report.id));
    await world.take(owner, await world.reports.one(owner, report.id), 'submit');
    expect(await asked(owner)).toBe('wrong-state');
  });

  it('are cleared when the report is published, with who wrote what, and no sooner', async () => {
    const { version } = report.entries.find(({ targetCode }) => targetCode === 'E1')!;
    const example = { ...emptyEntryContent, comment: 'Ett exempel.' };
    await world.drafts.writeEntry(owner, report.id, 'E1', version, example, 'illustrative');
    await write(owner, { comment: 'Ett.' });
    await write(deputy, { comment: 'Två.' });
    await world.fill(owner, await world.reports.one(owner, report.id));
    for (const [who, transition] of [
      [owner, 'submit'],
      [manager, 'endorse'],
      [coordinator, 'approve'],
    ] as const) {
      await world.take(who, await world.reports.one(who, report.id), transition);
    }
    const left = async () => {
      const counted = await managerOf(world.database.read).query<
        { wordings: number; entries: number; verdicts: number }[]
      >(
        `SELECT (SELECT count(*)::int FROM draft_wording) AS wordings,
           (SELECT count(*)::int FROM entry WHERE written <> '{}') AS entries,
           (SELECT count(*)::int FROM report WHERE verdict_written <> '{}') AS verdicts`,
      );
      return counted[0]!;
    };
    expect(await left()).toEqual({ wordings: expect.any(Number) as number, entries: 2, verdicts: 1 });
    expect((await left()).wordings).toBeGreaterThan(1);
    const refused = world.database.write((tx) => managerOf(tx).query('DELETE FROM draft_wording'));
    await expect(refused).rejects.toThrow('cleared only when the report is published');
    const { sha256 } = (await world.reports.one(coordinator, report.id)).revision!;
    await world.database.write((tx) =>
      world.module.get(PublishableReports).publish(tx, coordinator, [{ id: report.id, sha256 }]),
    );
    expect(await left()).toEqual({ wordings: 0, entries: 1, verdicts: 0 });
    // What was written over an example stays known as such, by nobody and at no time.
    const marks = await managerOf(world.database.read).query<{ key: string; mark: unknown }[]>(
      `SELECT key, value AS mark FROM entry, jsonb_each(written) WHERE key = 'comment' OR value - 'example' <> '{}'`,
    );
    expect(marks).toEqual([{ key: 'comment', mark: { example: 'Ett exempel.' } }]);
  });

  it('cost no statement more than the save itself', async () => {
    await write(owner, { comment: 'Ett.' });
    const { entries } = await world.reports.one(deputy, report.id);
    const content = { ...emptyEntryContent, comment: 'Två.' };
    const save = () => world.drafts.writeEntry(deputy, report.id, 'E1', entries[0]!.version, content);
    const { result, statements } = await world.sql.during(save);
    expect(result.keptWordings).toEqual(['comment']);
    expect(statements.filter((sql) => sql.includes('draft_wording'))).toHaveLength(1);
    expect(statements.filter((sql) => /^(WITH|UPDATE|INSERT|DELETE)/.test(sql))).toHaveLength(1);
  });
});
