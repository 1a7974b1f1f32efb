import { lacksReply, type Report } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { PublishableReports } from './publishable-reports.js';
import { ResultsService } from '../results/results.service.js';
import { ReportingWorld } from '../testing/reporting-world.js';

const PUBLISHED = ['2023-Q4', '2024-Q1', '2024-Q2'];

describe('a published report that is being corrected', () => {
  let world: ReportingWorld;
  let owner: Principal;
  let manager: Principal;
  let coordinator: Principal;
  let viewer: Principal;
  let publishing: PublishableReports;
  let results: ResultsService;

  beforeEach(async () => {
    world = await ReportingWorld.create();
    owner = await world.person('Anna Ägare', ['owner'], [world.area('energi')]);
    manager = await world.person('Maria Chef', ['manager'], [world.area('energi')]);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
    viewer = await world.person('Vera Läsare', ['viewer']);
    publishing = world.module.get(PublishableReports);
    results = world.module.get(ResultsService);
    for (const period of PUBLISHED) {
      await world.openPeriod(period);
      const report = await world.report(owner, period);
      await world.fill(owner, report, { comment: `Ord om ${period}.` });
      await approve(report);
      await publish(report);
    }
    await world.openPeriod('2024-Q3');
  });
  afterEach(() => world.end());

  async function approve(report: Report): Promise<void> {
    await world.take(owner, report, 'submit');
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
  }
  async function publish({ id }: Report): Promise<void> {
    const { sha256 } = (await world.reports.one(coordinator, id)).revision!;
    await world.database.write((tx) => publishing.publish(tx, coordinator, [{ id, sha256 }]));
  }
  /** Begins a correction, and writes everything anew. */
  async function correct(period: string): Promise<Report> {
    const { id } = await world.report(owner, period);
    await world.database.write((tx) => publishing.correct(tx, coordinator, id, 'Ett tal var fel.'));
    const report = await world.reports.one(owner, id);
    for (const entry of report.entries) {
      await world.drafts.writeEntry(owner, id, entry.targetCode, entry.version, {
        ...entry.content,
        assessment: 'uncertain',
        values: entry.content.values.map((each) => ({ ...each, value: '89' })),
        comment: 'Utkast.',
        measure: { text: 'Byta kylmaskin.', responsible: 'Utkastsgruppen', dueOn: '2025-03-31' },
      });
    }
    await world.drafts.writeVerdict(owner, id, report.verdictVersion, { verdict: 'not', explanation: 'Utkast.' });
    if (report.year) {
      const targets = report.entries.map(({ targetCode }) => ({
        targetCode,
        assessment: 'uncertain' as const,
        comment: 'Utkast.',
      }));
      const year = { verdict: 'not' as const, explanation: 'Utkast.', targets };
      await world.drafts.writeYear(owner, id, report.year.version, year);
    }
    return world.reports.one(owner, id);
  }
  /** All that speaks of the past. */
  const said = async (): Promise<unknown> => {
    const tx = world.database.read;
    const next = await world.report(owner, '2024-Q3');
    const { entries, lastVerdict, responsibles } = next;
    return {
      ofPlan: await results.ofPlan(),
      ofArea: await results.ofArea('energi'),
      ofTargets: [await results.ofTarget('E1'), await results.ofTarget('E2')],
      last: entries.map(({ last, series }) => ({ last, series })),
      lastVerdict,
      responsibles,
      lastYear: (await world.report(owner, '2024-Q2')).entries.map(({ last }) => last),
      diff: await world.reports.diff(owner, next.id, 'period'),
      values: await publishing.values(tx, world.plan.id, '2024-12-31'),
      verdicts: await publishing.verdicts(tx, world.plan),
      seen: await listed(),
    };
  };
  const listed = async (): Promise<unknown> =>
    (await world.reports.page(viewer, { mine: false, page: 1, limit: 20 })).items;

  it('is spoken of as it was published, by everything that speaks of the past', async () => {
    const before = await said();
    expect(JSON.stringify(before)).toContain('Ord om 2024-Q2.');
    for (const period of PUBLISHED) await correct(period);
    const draft = await world.report(owner, '2024-Q2');
    expect(draft).toMatchObject({ state: 'draft', verdict: 'not', entries: [{ content: { comment: 'Utkast.' } }, {}] });
    expect(await said()).toEqual(before);
    for (const transition of ['submit', 'return'] as const) {
      await world.take(
        transition === 'submit' ? owner : manager,
        draft,
        transition,
        transition === 'return' ? { reason: 'Nej.' } : {},
      );
      expect(await said()).toEqual(before);
    }
  });

  it('is the only one whose revision is opened by what speaks of the past, however many there are', async () => {
    const { id } = await world.report(owner, '2023-Q4');
    await correct('2024-Q1');
    const before = await said();
    await world.owner(async (sql) => {
      await sql('ALTER TABLE report_revision DISABLE TRIGGER USER', []);
      const broken = `UPDATE report_revision SET canonical = 'no JSON', sha256 = encode(sha256('no JSON'), 'hex')`;
      await sql(`${broken} WHERE report_id = $1`, [id]);
      await sql('ALTER TABLE report_revision ENABLE TRIGGER USER', []);
    });
    expect(await said()).toEqual(before);
  });

  it('is spoken of as it was approved again, from then on', async () => {
    await approve(await correct('2024-Q2'));
    const { latest } = await results.ofPlan();
    expect(latest[0]).toMatchObject({ period: '2024-Q2', comment: 'Utkast.', value: { value: '89' } });
    const next = await world.report(owner, '2024-Q3');
    expect(next).toMatchObject({ lastVerdict: { verdict: 'not' }, entries: [{ last: { comment: 'Utkast.' } }, {}] });
    await world.take(coordinator, await world.report(owner, '2024-Q2'), 'reopen', { reason: 'Fel igen.' });
    expect((await results.ofPlan()).latest[0]).toMatchObject({ comment: 'Ord om 2024-Q2.', value: { value: '90' } });
  });

  it('keeps the provenance and source of its values, whatever the draft says', async () => {
    const report = await world.report(owner, '2024-Q3');
    await world.fill(owner, report, { comment: 'Ord om 2024-Q3.' });
    await world.owner((sql) =>
      sql(`UPDATE entry_value SET provenance = 'verified', source_key = 'rapport' WHERE period = '2024-Q3'`, []),
    );
    await approve(report);
    await publish(report);
    await correct('2024-Q3');
    const newest = async () => (await results.ofTarget('E1')).series.at(-1);
    expect(await newest()).toMatchObject({ value: '90', provenance: 'verified', sourceKey: 'rapport' });
    await frozenAsBefore(report.id);
    expect(await newest()).toMatchObject({ value: '90', provenance: 'reported', sourceKey: null });
    await world.owner((sql) => sql(`UPDATE entry_value SET value = 90, provenance = 'verified' WHERE value = 89`, []));
    expect(await newest()).toMatchObject({ value: '90', provenance: 'verified' });
  });

  /** Its revisions as they were frozen before the origins of values were among them. */
  const frozenAsBefore = (id: string): Promise<unknown> =>
    world.owner(async (sql) => {
      await sql('ALTER TABLE report_revision DISABLE TRIGGER USER', []);
      const without = `regexp_replace(canonical, ',"valueOrigins":\\[[^]]*\\]', '', 'g')`;
      await sql(
        `UPDATE report_revision SET canonical = ${without}, sha256 = encode(sha256(convert_to(${without}, 'UTF8')), 'hex')
         WHERE report_id = $1`,
        [id],
      );
    });

  it('is read by others as it was published, and its draft by nobody but those who take part', async () => {
    const { id } = await world.report(owner, '2024-Q2');
    const before = await world.reports.one(viewer, id);
    await approve(await correct('2024-Q2'));
    await publish(before);
    const second = await world.reports.one(viewer, id);
    expect(second).toMatchObject({ state: 'published', revision: { number: 2 } });
    await correct('2024-Q2');
    const entry = (await world.reports.one(owner, id)).entries[0]!;
    await world.drafts.writeEntry(owner, id, 'E1', entry.version, { ...entry.content, comment: 'Nytt utkast.' });

    const seen = await world.reports.one(viewer, id);
    const hidden = { updatedAt: null, updatedBy: null };
    expect(seen).toEqual({
      ...second,
      ...{ version: seen.version, verdictVersion: seen.verdictVersion, verdictUpdatedAt: null, verdictUpdatedBy: null },
      entries: second.entries.map((each, index) => ({ ...each, ...hidden, version: seen.entries[index]!.version })),
    });
    expect((await world.reports.revision(viewer, id, 2)).content.entries[0]!.content.comment).toBe('Utkast.');
    await expect(world.reports.revision(viewer, id, 1)).rejects.toMatchObject({ problem: { type: 'not-found' } });
    const ofState = async (who: Principal, state: Report['state']): Promise<number> =>
      (await world.reports.page(who, { period: '2024-Q2', state, mine: false, page: 1, limit: 20 })).total;
    expect([await ofState(viewer, 'published'), await ofState(viewer, 'draft')]).toEqual([1, 0]);
    expect([await ofState(owner, 'published'), await ofState(owner, 'draft')]).toEqual([0, 1]);
  });

  it('shows the verdict that is published to those who review it, until its own is submitted', async () => {
    const listedTo = async (who: Principal) =>
      (await world.reports.page(who, { period: '2023-Q4', mine: false, page: 1, limit: 20 })).items[0];
    const { id, verdict, verdictContent, verdictProvenance, year } = await world.report(owner, '2023-Q4');
    expect([verdict, year?.content.verdict]).not.toContain('not');
    expect(verdict).not.toBeNull();
    const draft = await correct('2023-Q4');
    expect(draft).toMatchObject({ verdict: 'not', year: { content: { verdict: 'not' } } });
    for (const who of [manager, coordinator]) {
      expect(await world.reports.one(who, id)).toMatchObject({ state: 'draft', verdict, verdictContent });
      expect((await world.reports.one(who, id)).year?.content).toMatchObject({
        verdict: year?.content.verdict,
        explanation: year?.content.explanation,
      });
      expect(await listedTo(who)).toMatchObject({ state: 'draft', verdict, verdictProvenance });
    }
    await world.take(owner, draft, 'submit');
    expect(await listedTo(coordinator)).toMatchObject({ verdict: 'not' });
    await world.take(manager, draft, 'return', { reason: 'Nej.' });
    expect(await listedTo(coordinator)).toMatchObject({ state: 'returned', verdict });
  });

  /** What the coordinator reads of a report, but for its versions and who wrote it last. */
  const readable = async (id: string): Promise<unknown> => {
    const { state, revision, verdictContent, year, entries, comments } = await world.reports.one(coordinator, id);
    const written = entries.map(({ content, contentProvenance }) => ({ content, contentProvenance }));
    return { state, revision, verdictContent, year: year?.content, written, waits: comments.some(lacksReply) };
  };

  it('is published as before once its correction is taken back, with a reason, and keeps what was written', async () => {
    const { id } = await world.report(owner, '2023-Q4');
    const before = await readable(id);
    const rows = () =>
      world.owner((sql) =>
        sql('SELECT v.* FROM entry_value v JOIN entry e ON e.id = v.entry_id WHERE e.report_id = $1', [id]),
      );
    const values = await rows();
    const draft = await correct('2023-Q4');
    expect(await rows()).not.toEqual(values);
    await world.take(owner, draft, 'submit');
    const comments = [{ targetCode: 'E1', field: '/comment', text: 'Varför?', suggestion: null }];
    await world.take(manager, draft, 'return', { reason: 'Nej.', comments });
    await expect(world.take(coordinator, draft, 'cancel-correction')).rejects.toMatchObject({
      problem: { errors: [{ pointer: '/reason' }] },
    });
    await world.take(coordinator, draft, 'cancel-correction', { reason: 'Fel rapport.' });
    expect(await readable(id)).toEqual(before);
    expect(await rows()).toEqual(values);
    const kept = await world.owner((sql) =>
      sql('SELECT DISTINCT text FROM draft_wording WHERE report_id = $1 AND replaced_by = $2', [
        id,
        coordinator.personId,
      ]),
    );
    expect(kept).toEqual(expect.arrayContaining([{ text: 'Utkast.' }, { text: '89' }]));

    // It can be corrected again, in a revision of its own.
    await approve(await correct('2023-Q4'));
    expect(await world.reports.one(owner, id)).toMatchObject({ revision: { number: 3 }, commentsLackingReply: 0 });
  });

  /** All that is stored of a report's content, with where it comes from: by column, but for who wrote it and when. */
  const stored = async (id: string): Promise<Record<string, unknown>[]> => {
    const rows = await world.owner((sql) =>
      sql(
        `SELECT to_jsonb(r) || jsonb_build_object('entries', (
           SELECT jsonb_agg(to_jsonb(e) || jsonb_build_object('values', (
             SELECT jsonb_agg(to_jsonb(v) ORDER BY v.period) FROM entry_value v WHERE v.entry_id = e.id)) ORDER BY e.position)
           FROM entry e WHERE e.report_id = r.id)) AS row FROM report r WHERE r.id = $1`,
        [id],
      ),
    );
    const isKept = (column: string): boolean =>
      !/version$|updated_|written$|^state_since$|^endorsed_by$|^transitions$/.test(column);
    const columns = (row: object) => Object.fromEntries(Object.entries(row).filter(([column]) => isKept(column)));
    return (rows as { row: { entries: object[] } }[]).map(({ row }) => ({
      ...columns(row),
      entries: row.entries.map(columns),
    }));
  };

  it('is in every field, the year’s too, where it was published from, once its correction is taken back', async () => {
    await world.openPeriod('2024-Q4');
    const { id } = await world.fill(owner, await world.report(owner, '2024-Q4'), { comment: 'Årets sista.' });
    await world.owner(async (sql) => {
      await sql(
        `UPDATE report SET verdict_provenance = 'verified', verdict_source_key = 'beslut',
           year_provenance = 'verified', year_source_key = 'bokslut' WHERE id = $1`,
        [id],
      );
      await sql(`UPDATE entry SET provenance = 'verified', year_provenance = 'verified' WHERE report_id = $1`, [id]);
      await sql(
        `UPDATE entry_value SET provenance = 'verified', source_key = 'matning'
         WHERE entry_id IN (SELECT e.id FROM entry e WHERE e.report_id = $1)`,
        [id],
      );
    });
    const report = await world.reports.one(owner, id);
    await approve(report);
    await publish(report);
    const before = await stored(id);
    expect(JSON.stringify(before)).toMatch(/"beslut".*"bokslut"|"bokslut".*"beslut"/);
    const draft = await correct('2024-Q4');
    const changed = (await stored(id))[0]!;
    for (const column of [
      'verdict_provenance',
      'verdict_source_key',
      'year_provenance',
      'year_source_key',
      'year_verdict',
    ])
      expect([column, changed[column]]).not.toEqual([column, before[0]![column]]);
    await world.take(coordinator, draft, 'cancel-correction', { reason: 'Fel rapport.' });
    expect(await stored(id)).toEqual(before);
  });

  it('is an example in every field that was one, for its readers while it is corrected and for all once that is taken back', async () => {
    await world.openPeriod('2024-Q4');
    const { id } = await world.fill(owner, await world.report(owner, '2024-Q4'), { comment: 'Årets sista.' });
    await world.owner(async (sql) => {
      const example = "provenance = 'illustrative'";
      await sql(`UPDATE report SET verdict_${example}, year_${example}, verdict_written = '{}' WHERE id = $1`, [id]);
      await sql(`UPDATE entry SET ${example}, year_${example}, written = '{}' WHERE report_id = $1`, [id]);
      await sql(
        `UPDATE entry_value SET ${example} WHERE entry_id IN (SELECT e.id FROM entry e WHERE e.report_id = $1)`,
        [id],
      );
    });
    const examples = async (who: Principal) => {
      const { entries, verdictExampleFields, year } = await world.reports.one(who, id);
      const fields = [...entries.map(({ exampleFields }) => exampleFields), verdictExampleFields, year!.exampleFields];
      return fields.map((each) => [...each].sort());
    };
    const report = await world.reports.one(owner, id);
    await approve(report);
    await publish(report);
    const [before, toOwner] = [await examples(viewer), await examples(owner)];
    expect(before.flat()).toEqual(
      expect.arrayContaining(['assessment', 'values/2024-Q4', 'comment', 'verdict', 'explanation']),
    );
    const draft = await correct('2024-Q4');
    expect(await examples(owner)).not.toEqual(toOwner);
    expect(await examples(viewer)).toEqual(before);
    await world.take(coordinator, draft, 'cancel-correction', { reason: 'Fel rapport.' });
    expect(await examples(viewer)).toEqual(before);
    expect(await examples(owner)).toEqual(toOwner);
  });

  it('is not submitted while it says what is published already', async () => {
    const { id } = await world.report(owner, '2024-Q2');
    await world.database.write((tx) => publishing.correct(tx, coordinator, id, 'Ett tal var fel.'));
    const draft = await world.reports.one(owner, id);
    const [entry] = draft.entries;
    const write = async (comment: string) => {
      const { version, content } = (await world.reports.one(owner, id)).entries[0]!;
      await world.drafts.writeEntry(owner, id, 'E1', version, { ...content, comment });
    };
    const nothingCorrected = { problem: { type: 'nothing-corrected', status: 409 } };
    await expect(world.take(owner, draft, 'submit')).rejects.toMatchObject(nothingCorrected);
    await write('Rättat.');
    await write(entry!.content.comment);
    await expect(world.take(owner, draft, 'submit')).rejects.toMatchObject(nothingCorrected);
    await write('Rättat.');
    await world.take(owner, draft, 'submit');
  });

  it('is the coordinator’s alone to take back, and only while it is being corrected', async () => {
    const names = async (who: Principal, { id }: Report) =>
      (await world.reports.one(who, id)).available.map(({ name }) => name);
    const never = await world.report(coordinator, '2024-Q3');
    expect(await names(coordinator, never)).toEqual([]);
    const reason = { reason: 'Fel.' };
    const wrongState = { problem: { type: 'wrong-state' } };
    await expect(world.take(coordinator, never, 'cancel-correction', reason)).rejects.toMatchObject(wrongState);
    const draft = await correct('2024-Q2');
    expect(await names(coordinator, draft)).toEqual(['cancel-correction']);
    expect(await names(owner, draft)).toEqual(['submit']);
    await expect(world.take(owner, draft, 'cancel-correction', reason)).rejects.toMatchObject({
      problem: { type: 'forbidden' },
    });
    await approve(draft);
    await expect(world.take(coordinator, draft, 'cancel-correction', reason)).rejects.toMatchObject(wrongState);
  });
});
