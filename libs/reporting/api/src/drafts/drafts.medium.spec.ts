import type { DraftConflict, EntryContent, Report } from '@malspar/reporting-model';
import { emptyEntryContent } from '@malspar/reporting-model';
import type { PreconditionFailed } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { roomsEntered } from '@malspar/shared-testing';
import { ReportingWorld } from '../testing/reporting-world.js';

const PERIOD = '2024-Q3';
const content = { ...emptyEntryContent, assessment: 'on_track' as const, comment: 'Första.' };

describe('drafts on a real database', () => {
  let world: ReportingWorld;
  let owner: Principal;
  let deputy: Principal;
  let manager: Principal;
  let viewer: Principal;
  let report: Report;

  beforeAll(async () => {
    world = await ReportingWorld.create();
    const energy = world.area('energi');
    owner = await world.person('Anna Ägare', ['owner'], [energy]);
    deputy = await world.person('Doris Vikarie', ['owner'], [energy]);
    manager = await world.person('Maria Chef', ['manager'], [energy]);
    viewer = await world.person('Vera Läsare', ['viewer']);
    await world.openPeriod(PERIOD);
  });
  beforeEach(async () => {
    report = await world.report(owner, PERIOD);
  });
  afterAll(() => world.end());

  const version = (code: string) => report.entries.find((entry) => entry.targetCode === code)!.version;
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => Promise.reject(new Error('was not refused')),
      (error: { problem: { type: string; current?: unknown; errors?: { pointer: string; code: string }[] } }) =>
        error.problem,
    );

  it('keeps what is written, to the digit, and counts versions up', async () => {
    const measure = { text: 'Byter pumpar', responsible: 'Driftchefen', dueOn: '2025-01-31' };
    const written = {
      ...content,
      values: [{ period: PERIOD, value: '-90.10' }],
      noValueReason: 'Preliminärt.',
      parts: [{ label: 'Skolor', value: '45.5' }],
      measure,
      explanations: { outside_series: '<b>Ny</b> mätare' },
    };
    const saved = await world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), written);
    const after = await world.reports.one(owner, report.id);
    expect(after.entries[0]).toMatchObject({
      content: written,
      contentProvenance: 'reported',
      version: version('E1') + 1,
      updatedBy: 'Anna Ägare',
    });
    expect(saved).toMatchObject({ version: version('E1') + 1, reportVersion: after.version });
    expect(saved.checks).toEqual(after.checks);
    expect(saved.checks).toContainEqual(expect.objectContaining({ targetCode: 'E1', code: 'below_unit' }));
  });

  // Ten with the controller before them.
  it('are saved by way of at most nine rooms', async () => {
    const rooms = await roomsEntered(() =>
      world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), { ...content, comment: 'Genom rummen.' }),
    );
    expect(rooms).toContain('reporting/api/src/drafts/draft.service');
    expect(rooms).toContain('identity/api/src/session-principals');
    expect({ rooms, isTooMany: rooms.length > 9 }).toEqual({ rooms, isTooMany: false });
  });

  it('writes every number in one way, and loses no decimal', async () => {
    const parts = ['-0', '0007', '-007.50', '45.00'].map((value, index) => ({ label: `Del ${index}`, value }));
    const values = [{ period: PERIOD, value: '-000.00' }];
    await world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), { ...content, values, parts });
    const { content: kept } = (await world.reports.one(owner, report.id)).entries[0]!;
    expect(kept.parts.map(({ value }) => value)).toEqual(['0', '7', '-7.50', '45.00']);
    expect(kept.values).toEqual([{ period: PERIOD, value: '0.00' }]);
  });

  it('refuses two parts with one name', async () => {
    const parts = ['Skolor', 'SKOLOR '].map((label) => ({ label, value: '1' }));
    const problem = await refused(
      world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), { ...content, parts }),
    );
    expect(problem).toMatchObject({ type: 'invalid', errors: [{ pointer: '/parts/1/label', code: 'given-twice' }] });
  });

  it('never lets two editors overwrite each other unseen', async () => {
    const based = version('E1');
    const [mine, theirs] = await Promise.allSettled([
      world.drafts.writeEntry(owner, report.id, 'E1', based, { ...content, comment: 'Mitt.' }),
      world.drafts.writeEntry(deputy, report.id, 'E1', based, { ...content, comment: 'Ditt.' }),
    ]);
    const [won, lost] = mine.status === 'fulfilled' ? [mine, theirs] : [theirs, mine];
    expect([won.status, lost.status]).toEqual(['fulfilled', 'rejected']);
    const current = ((lost as PromiseRejectedResult).reason as PreconditionFailed).problem.current as DraftConflict;
    expect(current).toMatchObject({
      version: based + 1,
      content: { comment: mine.status === 'fulfilled' ? 'Mitt.' : 'Ditt.' },
      updatedBy: mine.status === 'fulfilled' ? 'Anna Ägare' : 'Doris Vikarie',
    });
  });

  it('tells a person with two tabs that it was the other tab', async () => {
    const based = version('E1');
    await world.drafts.writeEntry(owner, report.id, 'E1', based, { ...content, comment: 'I ena fliken.' });
    const late = world.drafts.writeEntry(owner, report.id, 'E1', based, { ...content, comment: 'I den andra.' });
    expect(await refused(late)).toMatchObject({
      title: 'Du har ändrat i en annan flik.',
      current: { byYourself: true, content: { comment: 'I ena fliken.' } },
    });
    const other = world.drafts.writeEntry(deputy, report.id, 'E1', based, content);
    expect(await refused(other)).toMatchObject({
      title: 'Någon annan har ändrat under tiden.',
      current: { byYourself: false },
    });
    const [mine, theirs] = [await world.reports.one(owner, report.id), await world.reports.one(deputy, report.id)];
    expect([mine, theirs].map(({ entries }) => entries[0]!.updatedByYourself)).toEqual([true, false]);
    const verdict = { verdict: 'partly', explanation: 'Ojämnt.' } as const;
    await world.drafts.writeVerdict(owner, report.id, report.verdictVersion, verdict);
    const again = world.drafts.writeVerdict(owner, report.id, report.verdictVersion, verdict);
    expect(await refused(again)).toMatchObject({ current: { byYourself: true } });
  });

  it('lets two editors write different entries at once', async () => {
    const both = await Promise.all([
      world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), content),
      world.drafts.writeEntry(deputy, report.id, 'E2', version('E2'), content),
    ]);
    expect(new Set(both.map((saved) => saved.reportVersion)).size).toBe(2);
  });

  it('has a version of its own for the verdict', async () => {
    const verdict = { verdict: 'partly', explanation: 'Ojämnt.' } as const;
    await world.drafts.writeVerdict(owner, report.id, report.verdictVersion, verdict);
    const late = world.drafts.writeVerdict(deputy, report.id, report.verdictVersion, { ...verdict, verdict: 'not' });
    expect(await refused(late)).toMatchObject({
      type: 'changed-meanwhile',
      current: { version: report.verdictVersion + 1, content: verdict, updatedBy: 'Anna Ägare' },
    });
  });

  it('refuses content that can never be, pointing at it', async () => {
    const wrong = { ...content, values: [{ period: '2024-Q2', value: '1' }] };
    expect(await refused(world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), wrong))).toMatchObject({
      type: 'invalid',
      errors: [{ pointer: '/values/0/period', code: 'not-due' }],
    });
  });

  it('refuses from within what it would refuse from without', async () => {
    const long = { ...content, comment: 'x'.repeat(4001) };
    expect(await refused(world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), long))).toMatchObject({
      type: 'invalid',
      errors: [{ pointer: '/comment', code: 'too-long' }],
    });
    const tiny = { ...content, values: [{ period: PERIOD, value: '1e-7' }] };
    expect(await refused(world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), tiny))).toMatchObject({
      errors: [{ pointer: '/values/0/value' }],
    });
    const verdict = { verdict: 'largely', explanation: 'x'.repeat(4001) } as const;
    expect(await refused(world.drafts.writeVerdict(owner, report.id, report.verdictVersion, verdict))).toMatchObject({
      errors: [{ pointer: '/explanation', code: 'too-long' }],
    });
  });

  it('shows the rest of a report in which one stored field cannot be read, and says which', async () => {
    await world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), { ...content, comment: 'Läsbart.' });
    await world.owner((sql) =>
      sql(`UPDATE entry SET measure = '{"text": 7}' WHERE report_id = $1 AND target_code = 'E1'`, [report.id]),
    );
    const shown = await world.reports.one(owner, report.id);
    expect(shown.entries[0]).toMatchObject({
      content: { comment: 'Läsbart.', measure: null },
      unreadable: ['measure'],
    });
    expect(shown.checks).toContainEqual(
      expect.objectContaining({ targetCode: 'E1', code: 'unreadable', field: '/measure', kind: 'hard' }),
    );
    const again = shown.entries[0]!;
    await world.drafts.writeEntry(owner, report.id, 'E1', again.version, again.content);
    expect((await world.reports.one(owner, report.id)).entries[0]).not.toHaveProperty('unreadable');
  });

  it('is closed to all but the owner, and unknown to those who may not know', async () => {
    const write = (who: Principal, code = 'E1') => refused(world.drafts.writeEntry(who, report.id, code, 1, content));
    expect(await write(manager)).toMatchObject({ type: 'forbidden' });
    expect(await write(viewer)).toMatchObject({ type: 'forbidden' });
    expect(await write(owner, 'X9')).toMatchObject({ type: 'not-found' });
    expect(await refused(world.reports.one(viewer, report.id))).toMatchObject({ type: 'not-found' });
  });

  it('keeps verified and its source on a value that is saved unchanged, and neither on one that is changed', async () => {
    const given = (value: string) => ({ ...content, values: [{ period: PERIOD, value }] });
    const save = async (based: number, value: string) =>
      (await world.drafts.writeEntry(owner, report.id, 'E1', based, given(value))).version;
    const stored = () =>
      world.owner((sql) =>
        sql(
          `SELECT v.value, v.provenance, v.source_key FROM entry_value v JOIN entry e ON e.id = v.entry_id
           WHERE e.report_id = $1 AND e.target_code = 'E1'`,
          [report.id],
        ),
      );
    const first = await save(version('E1'), '90.0');
    await world.owner((sql) =>
      sql(
        `UPDATE entry_value v SET provenance = 'verified', source_key = 'register'
         FROM entry e WHERE e.id = v.entry_id AND e.report_id = $1`,
        [report.id],
      ),
    );
    const verified = { value: '90.0', provenance: 'verified', source_key: 'register' };
    const second = await save(first, '90.0');
    expect(await stored()).toEqual([verified]);
    await save(second, '90.1');
    expect(await stored()).toEqual([{ value: '90.1', provenance: 'reported', source_key: null }]);
  });

  it('keeps an example one until a person has replaced all of it', async () => {
    const measure = { text: 'Byter pumpar', responsible: 'Driftchefen', dueOn: '2025-01-31' };
    const parts = [{ label: 'Skolor', value: '45' }];
    const example = { ...content, values: [{ period: PERIOD, value: '90' }], parts, measure };
    let based = version('E1');
    const save = async (change: Partial<EntryContent>, by: 'illustrative' | 'reported' = 'reported') => {
      const { entries } = await world.reports.one(owner, report.id);
      const next = { ...entries[0]!.content, ...change };
      based = (await world.drafts.writeEntry(owner, report.id, 'E1', based, next, by)).version;
      const { contentProvenance, exampleFields } = (await world.reports.one(owner, report.id)).entries[0]!;
      return [contentProvenance, ...exampleFields.sort()];
    };
    const all = ['comment', 'measure/dueOn', 'measure/responsible', 'measure/text'];
    const first = await save(example, 'illustrative');
    expect(first).toEqual(['illustrative', 'assessment', ...all, 'parts/1/Skolor', `values/${PERIOD}`]);
    const second = await save({ values: [{ period: PERIOD, value: '91' }], assessment: 'uncertain' });
    expect(second).toEqual(['illustrative', ...all, 'parts/1/Skolor']);
    expect(await save({ parts: [{ label: 'Skolor', value: '45.0' }] })).toContain('parts/1/Skolor');
    await save({ parts: [], comment: 'Eget.' });
    expect(await save({ assessment: content.assessment })).toEqual(['illustrative', ...all.slice(1)]);
    expect(await save({ measure: { text: 'Egen', responsible: 'Rektor', dueOn: '2025-02-28' } })).toEqual(['reported']);
    expect(await save({ comment: content.comment })).toEqual(['illustrative', 'comment']);
    expect(await save({ comment: 'Eget igen.' })).toEqual(['reported']);
  });

  it('keeps an example verdict one until a person has replaced all of it', async () => {
    const example = { verdict: 'partly', explanation: 'Ett exempel.' } as const;
    let based = report.verdictVersion;
    const save = async (said: Parameters<typeof world.drafts.writeVerdict>[3], by?: 'illustrative') => {
      based = (await world.drafts.writeVerdict(owner, report.id, based, said, by)).version;
      const { verdictProvenance, verdictExampleFields } = await world.reports.one(owner, report.id);
      return [verdictProvenance, ...verdictExampleFields];
    };
    expect(await save(example, 'illustrative')).toEqual(['illustrative', 'verdict', 'explanation']);
    expect(await save({ ...example, explanation: 'Vår mening.' })).toEqual(['illustrative', 'verdict']);
    expect(await save({ verdict: 'not', explanation: 'Vår mening.' })).toEqual(['reported']);
    expect(await save({ verdict: 'not', explanation: 'Ett exempel.' })).toEqual(['illustrative', 'explanation']);
    expect(await save({ verdict: 'not', explanation: 'Ny mening.' })).toEqual(['reported']);
  });

  it('removes a value that is taken back', async () => {
    const given = { ...content, values: [{ period: PERIOD, value: '90' }] };
    const saved = await world.drafts.writeEntry(owner, report.id, 'E1', version('E1'), given);
    const none = { ...content, values: [{ period: PERIOD, value: null }] };
    await world.drafts.writeEntry(owner, report.id, 'E1', saved.version, none);
    expect((await world.reports.one(owner, report.id)).entries[0]!.content.values).toEqual([]);
  });
});
