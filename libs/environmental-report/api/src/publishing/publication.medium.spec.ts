import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { differenceOf, PublishedReport } from '@malspar/environmental-report-model';
import { PdfPrinter, type PrintedKind } from '@malspar/print-api';
import { PreviewService } from '@malspar/publication-api';
import { PublicationMaking } from '@malspar/publication-api/testing';
import { PublicationDraft, type PublishRequest } from '@malspar/publication-model';
import { DraftService, TransitionService } from '@malspar/reporting-api';
import { type EntryContent, periodAudit } from '@malspar/reporting-model';
import { AuditLog, Database, sha256Hex } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { roomsEntered } from '@malspar/shared-testing';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { PublicationWorld } from '../testing/publication-world.js';

describe('publishing', () => {
  let world: PublicationWorld;
  let cast: Awaited<ReturnType<PublicationWorld['cast']>>;
  const printer = new PdfPrinter();

  beforeEach(async () => {
    world = await PublicationWorld.create();
    cast = await world.cast();
  });
  afterEach(() => world.end());
  afterAll(() => printer.close());

  const publish = (period: string, version = 1, change = {}, key: string = randomUUID(), who = cast.coordinator) =>
    world.publications.publish(who, period, key, world.request(period, version, change), printer);
  const read = async (period: string, version: number): Promise<PublishedReport> =>
    PublishedReport.parse(JSON.parse(await world.publications.canonical(period, version)));

  /** What a reader cannot tell from what was published: a milestone that nobody had spoken of is not reached. */
  const UNREACHED: Pick<EntryContent, 'milestones'> = { milestones: [{ index: 1, done: null }] };

  /** The report through correction, a changed comment and figure (null: nothing that shows), and a new review up to approval. */
  async function correct(period: string, slug: string, value: string | null): Promise<void> {
    const report = await world.report(cast.coordinator, period, slug);
    const { coordinator, owner, manager } = cast;
    await world.publications.correct(coordinator, period, randomUUID(), { reportId: report.id, reason: 'Fel tal.' });
    const drafts = world.module.get(DraftService);
    for (const entry of (await world.report(owner, period, slug)).entries) {
      const values = entry.content.values.map((each) => ({ ...each, value }));
      const rewritten = { values, comment: `${entry.content.comment} Rättat.` };
      const explanations = {
        outside_series: 'Så är det.',
        factor_of_ten: 'Så är det.',
        same_text: 'Så är det.',
        assessment_contradicts: 'Så är det.',
      };
      const content = { ...entry.content, ...(value === null ? UNREACHED : rewritten), explanations };
      await drafts.writeEntry(owner, report.id, entry.targetCode, entry.version, content);
    }
    const steps: [Principal, 'submit' | 'endorse' | 'approve'][] = [
      [owner, 'submit'],
      [manager, 'endorse'],
      [coordinator, 'approve'],
    ];
    for (const [who, transition] of steps) {
      const { revision } = await world.report(who, period, slug);
      const revisionHash = transition === 'submit' ? undefined : revision?.sha256;
      await world.module.get(TransitionService).take(who, report.id, randomUUID(), { transition, revisionHash });
    }
  }

  it('keeps JSON, files and hashes, takes the reports along and says so in the log', async () => {
    const preview = await world.publications.preview('2027-T1');
    expect(preview).toMatchObject({ nextVersion: 1, blockers: [], kind: 'period', difference: null });
    const head = await world.module.get(AuditLog).head(world.module.get(Database).read);

    const receipt = await publish('2027-T1', 1, { contentHash: preview.contentHash });
    const canonical = await world.publications.canonical('2027-T1', 1);
    expect(sha256Hex(canonical)).toBe(receipt.sha256);
    expect(await read('2027-T1', 1)).toMatchObject({ auditHead: head, version: 1, illustrative: true });
    expect((await world.report(cast.coordinator, '2027-T1', 'skolmat')).state).toBe('published');
    expect((await world.publications.list())[0]).toMatchObject({
      period: '2027-T1',
      versions: [{ version: 1, sha256: receipt.sha256 }],
    });

    for (const { name, sha256, format } of receipt.files) {
      const { content } = await world.publications.file('2027-T1', 1, name);
      expect(await world.publications.verify(content)).toMatchObject({
        outcome: 'published',
        match: 'bytes',
        version: 1,
      });
      if (format === 'zip') expect(Object.keys(unzipSync(content))).toHaveLength(receipt.files.length - 1 + 2);
      if (format === 'json') expect(sha256).toBe(receipt.sha256);
    }
    const verified = await world.module.get(AuditLog).verify(world.module.get(Database).read, head);
    expect(verified.faults).toEqual([]);
    const acts = await world.sql<{ kind: string }>(
      'superuser',
      'SELECT kind FROM audit_event ORDER BY seq DESC LIMIT 4',
    );
    expect(acts.map((act) => act.kind)).toEqual([
      'publication.publish',
      'report.publish',
      'report.publish',
      'report.publish',
    ]);
  });

  // One more with the controller before them, and the pages' own.
  it('goes through at most 48 rooms, 17 of which make files', async () => {
    const request = world.request('2027-T1', 1, {});
    const rooms = await roomsEntered(() =>
      world.publications.publish(cast.coordinator, '2027-T1', randomUUID(), request, printer),
    );
    const printing = rooms.filter((room) => room.includes('/print/') || room.startsWith('print/'));
    expect(rooms).toContain('publication/api/src/publication-making');
    expect({ rooms, isTooMany: rooms.length > 48 }).toEqual({ rooms, isTooMany: false });
    expect({ printing, isTooMany: printing.length > 17 }).toEqual({ printing, isTooMany: false });
  });

  it('keeps every page of a version as bytes, with what they load', async () => {
    await publish('2027-T1');
    const pages = await world.sql<{ form: string; language: string; content: Buffer }>(
      'app',
      'SELECT form, language, content FROM publication_page ORDER BY form, language',
    );
    expect(pages.map(({ form, language }) => `${form} ${language}`)).toEqual([
      'newest en',
      'newest sv',
      'superseded en',
      'superseded sv',
    ]);
    const named = /href="([^"]+)"/.exec(pages[0]?.content.toString() ?? '')?.[1];
    expect(await world.sql('app', `SELECT path FROM publication_asset WHERE path = '${named ?? ''}'`)).toHaveLength(1);

    await correct('2027-T1', 'skolmat', '41');
    await publish('2027-T1', 2, { correctionReason: 'Rättat.' });
    const changes = await world.sql('app', `SELECT 1 FROM publication_page WHERE number = 2 AND form = 'changes'`);
    expect(changes).toHaveLength(2);
  });

  it('gathers a year out of its periods, compared with nothing the first time', async () => {
    await publish('2027-T1');
    const preview = await world.publications.preview('2027');
    expect(preview.differs.map((each) => each.code)).toEqual(['no_comparison', 'illustrative']);
    const canPrint = jest.spyOn(world.module.get(PublicationMaking), 'canPrint').mockReturnValue(false);
    expect((await world.publications.preview('2027')).differs.map((each) => each.code)).toContain('no_pdf');
    canPrint.mockRestore();
    await publish('2027');
    expect(await read('2027', 1)).toMatchObject({ kind: 'year', reports: { length: 9 } });
    expect((await world.report(cast.coordinator, '2027-T3', 'skolmat')).state).toBe('published');
  });

  it('gives a retry the same receipt, and a twin in parallel too', async () => {
    const key = randomUUID();
    const [first, twin] = await Promise.all([publish('2027-T1', 1, {}, key), publish('2027-T1', 1, {}, key)]);
    expect(twin).toEqual(first);
    expect(await publish('2027-T1', 1, {}, key)).toEqual(first);
    expect(await world.publications.list()).toHaveLength(1);
  });

  it('lets one of two coordinators publish, and tells the other', async () => {
    const other = await world.person('Didrik Samordnare', 'coordinator');
    const both = await Promise.allSettled([publish('2027-T1'), publish('2027-T1', 1, {}, randomUUID(), other)]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ problem: { status: 409 } });
    expect((await world.publications.list())[0]?.versions).toHaveLength(1);
  });

  /** Publishes with a printer that lets something happen before it prints; how often it printed. */
  async function publishWhile(happens: () => Promise<unknown>, change: Partial<PublishRequest> = {}) {
    let times = 0;
    const busy = new (class extends PdfPrinter {
      override async print<Content extends object>(
        form: PrintedKind<Content>['pdf'],
        content: Content,
        sha256: string,
      ) {
        if (times++ === 0) await happens();
        return printer.print(form, content, sha256);
      }
    })();
    const key = randomUUID();
    const request = world.request('2027-T1', 1, change);
    const receipt = await world.publications.publish(cast.coordinator, '2027-T1', key, request, busy);
    return { receipt, times };
  }

  it('holds neither lock nor transaction while files and pages are made', async () => {
    let held: { transactions: string; locks: string }[] = [];
    await publishWhile(async () => {
      held = await world.sql(
        'superuser',
        `SELECT (SELECT count(*) FROM pg_stat_activity
           WHERE usename = 'malspar_app' AND datname = current_database() AND xact_start IS NOT NULL) AS transactions,
         (SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
           WHERE l.locktype = 'advisory') AS locks`,
      );
    });
    expect(held).toEqual([{ transactions: '0', locks: '0' }]);
  });

  it('tells who was overtaken by another process while making theirs, and gives a twin the same receipt', async () => {
    const { elsewhere } = world;
    const other = await world.person('Didrik Samordnare', 'coordinator');
    const overtake = () => elsewhere.publish(other, '2027-T1', randomUUID(), world.request('2027-T1'), printer);
    await expect(publishWhile(overtake)).rejects.toMatchObject({
      problem: { status: 409, current: { nextVersion: 2, contentHash: expect.any(String) as string } },
    });
    expect((await world.publications.list()).map(({ versions }) => versions.length)).toEqual([1]);

    const key = randomUUID();
    const twins = [world.publications, elsewhere].map((each) =>
      each.publish(cast.coordinator, '2027-T2', key, world.request('2027-T2')),
    );
    const [first, twin] = await Promise.all(twins);
    expect(twin).toEqual(first);
  });

  it('makes anew what was overtaken while it was made, or says what blocks it then', async () => {
    const reopen = async () => {
      const { id } = await world.report(cast.coordinator, '2027-T1', 'skolmat');
      const request = { transition: 'reopen' as const, reason: 'Ett tal saknas.' };
      await world.module.get(TransitionService).take(cast.coordinator, id, randomUUID(), request);
    };
    const blocked = { problem: { status: 422, type: 'publication-blocked' } };
    await expect(publishWhile(reopen)).rejects.toMatchObject(blocked);
    const gaps = [{ areaSlug: 'skolmat', period: '2027-T1', reason: 'Rättas.' }];
    const { contentHash } = await world.publications.preview('2027-T1', PublicationDraft.parse({ gaps }));
    // The pages name what else is published.
    const neighbour = () =>
      world.elsewhere.publish(cast.coordinator, '2027-T2', randomUUID(), world.request('2027-T2'), printer);
    const { receipt, times } = await publishWhile(neighbour, { gaps, contentHash: contentHash ?? '' });
    expect([receipt.version, times]).toEqual([1, 2]);
    expect((await world.publications.list()).map(({ period }) => period)).toEqual(['2027-T2', '2027-T1']);
  });

  it('prints the head of the log at the moment it was put together, whatever is done while it is made', async () => {
    const log = world.module.get(AuditLog);
    const database = world.module.get(Database);
    const head = await log.head(database.read);
    const { reopen: kind } = periodAudit.kinds;
    const data = { code: '2026-T3', reason: 'Under tiden.' };
    const event = { kind, actor: cast.owner, subjectId: randomUUID(), data };
    const { times } = await publishWhile(() => database.write((tx) => log.append(tx, event)));
    expect([(await read('2027-T1', 1)).auditHead, times]).toEqual([head, 1]);
    expect((await log.verify(database.read, head)).faults).toEqual([]);
  });

  it('wants the period typed, and what was previewed', async () => {
    await expect(publish('2027-T1', 1, { confirmation: '2027-T2' })).rejects.toMatchObject({
      problem: { status: 422 },
    });
    await expect(publish('2027-T1', 1, { contentHash: 'a'.repeat(64) })).rejects.toMatchObject({
      problem: { status: 409, type: 'preview-outdated' },
    });
    expect(await world.publications.list()).toEqual([]);
  });

  it('is undone as a whole when anything fails on the way', async () => {
    const [{ count: before = '' } = {}] = await world.sql<{ count: string }>(
      'superuser',
      'SELECT count(*) FROM audit_event',
    );
    const broken = new PdfPrinter({}, ['canonicalize']);
    const failing = world.publications.publish(
      cast.coordinator,
      '2027-T1',
      randomUUID(),
      world.request('2027-T1'),
      broken,
    );
    await expect(failing).rejects.toMatchObject({ problem: { status: 503, type: 'pdf-not-made' } });
    broken.close();
    // The last thing inserted fails: everything before it must be gone, too.
    await world.sql(
      'superuser',
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`,
      `CREATE TRIGGER fail BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.kind = 'publication.publish') EXECUTE FUNCTION fail()`,
    );
    const key = randomUUID();
    await expect(publish('2027-T1', 1, {}, key)).rejects.toThrow('no');
    expect(await world.publications.list()).toEqual([]);
    expect((await world.report(cast.coordinator, '2027-T1', 'skolmat')).state).toBe('approved');
    const [{ count: after = '' } = {}] = await world.sql<{ count: string }>(
      'superuser',
      'SELECT count(*) FROM audit_event',
    );
    expect(after).toBe(before);
    await world.sql('superuser', 'DROP TRIGGER fail ON audit_event');
    expect((await publish('2027-T1', 1, {}, key)).version).toBe(1);
  });

  it('is wholly done or wholly undone, whichever of its statements the connection is cut before', async () => {
    const { query } = pg.Client.prototype;
    let left = Infinity;
    pg.Client.prototype.query = function (this: pg.Client, ...call: Parameters<typeof query>) {
      if (--left === 0) this.connection.stream.destroy();
      return query.apply(this, call);
    } as typeof query;
    let cuts = 0;
    try {
      for (let before = 1; ; before += 4) {
        left = before;
        const published = await publish('2027-T1').then(
          () => true,
          () => false,
        );
        // It had fewer statements than that.
        if (left > 0) break;
        left = Infinity;
        cuts++;
        const versions = (await world.publications.list()).flatMap((publication) => publication.versions);
        const { state } = await world.report(cast.coordinator, '2027-T1', 'skolmat');
        expect([before, published, versions.length, state]).toEqual([before, false, 0, 'approved']);
      }
    } finally {
      pg.Client.prototype.query = query;
    }
    expect(cuts).toBeGreaterThan(5);
    const files = (await world.publications.list())[0]?.versions[0]?.files;
    expect([files?.length, (await world.report(cast.coordinator, '2027-T1', 'skolmat')).state]).toEqual([
      10,
      'published',
    ]);
    const verified = await world.module.get(AuditLog).verify(world.module.get(Database).read);
    expect(verified.faults).toEqual([]);
  });

  it('clears previews that have expired, with all that is in them, and no others', async () => {
    for (const [period, hours] of Object.entries({ '2027-T1': -1, '2027-T2': 1 })) {
      await world.sql(
        'app',
        `WITH made AS (INSERT INTO preview (person_id, period, expires_at)
           VALUES ('${cast.coordinator.personId}', '${period}', now() + make_interval(hours => ${hours})) RETURNING id)
         INSERT INTO preview_part (preview_id, name, media_type, content) SELECT id, 'x', 'text/html', 'x' FROM made`,
      );
    }
    expect(await world.module.get(PreviewService).clearExpired()).toBe(1);
    const left = 'SELECT period FROM preview JOIN preview_part ON preview_id = id';
    expect(await world.sql('app', left)).toEqual([{ period: '2027-T2' }]);
  });

  it('blocks on what is missing, unless the gap is stated with a reason', async () => {
    await publish('2027-T1');
    const report = await world.report(cast.coordinator, '2027-T1', 'skolmat');
    await world.publications.correct(cast.coordinator, '2027-T1', randomUUID(), {
      reportId: report.id,
      reason: 'Fel.',
    });
    const { blockers } = await world.publications.preview('2027');
    expect(blockers).toEqual([
      {
        code: 'not_approved',
        areaSlug: 'skolmat',
        period: '2027-T1',
        params: { title: 'Skolmat', state: 'draft' },
        text: {
          sv: 'Skolmat, tertial 1 2027: rapporten är inte godkänd. Godkänn den, eller skriv varför den saknas.',
          en: 'Skolmat, tertial 1 2027: the report is not approved. Approve it, or write why it is missing.',
        },
        gap: 'missing',
        leadsToPart: true,
      },
    ]);
    await expect(publish('2027')).rejects.toMatchObject({ problem: { status: 422, type: 'publication-blocked' } });
    const gaps = [{ areaSlug: 'skolmat', period: '2027-T1', reason: 'Rättas.' }];
    const stated = await world.publications.preview('2027', PublicationDraft.parse({ gaps }));
    expect(stated).toMatchObject({
      blockers: [],
      differs: expect.arrayContaining([expect.objectContaining({ code: 'gap_stated' })]) as unknown,
    });
    // Twice, and of a period that has nothing to do with it: printed once, and so it is noted.
    const written = [...gaps, { ...gaps[0]!, reason: 'Igen.' }, { ...gaps[0]!, period: '2028-T1' }];
    const repeated = await world.publications.preview('2027', PublicationDraft.parse({ gaps: written }));
    expect(repeated.differs.filter(({ code }) => code === 'gap_stated')).toMatchObject([
      {
        code: 'gap_stated',
        areaSlug: 'skolmat',
        period: '2027-T1',
        params: { reason: 'Rättas.' },
        text: { sv: 'Skolmat, tertial 1 2027 saknas i rapporten, med det skäl du har skrivit.' },
      },
    ]);
    expect(repeated.contentHash).toBe(stated.contentHash);
    await publish('2027', 1, { gaps: written });
    expect((await read('2027', 1)).gaps).toEqual([{ ...gaps[0], areaTitle: expect.any(String) as string }]);
  });

  it('corrects by a second version with a reason and a visible difference; the first stays', async () => {
    await publish('2027-T1');
    const before = await world.publications.canonical('2027-T1', 1);
    expect((await world.publications.preview('2027-T1')).blockers).toEqual([
      { code: 'nothing_new', areaSlug: null, period: null, params: {} },
    ]);
    await correct('2027-T1', 'skolmat', '41');
    const preview = await world.publications.preview('2027-T1');
    expect(preview.blockers.map((block) => block.code)).toEqual(['correction_reason_missing']);
    expect(preview.differs).toContainEqual(expect.objectContaining({ code: 'revision_differs', areaSlug: 'skolmat' }));
    expect(preview.difference?.sections.map(({ key }) => key)).toEqual(['skolmat']);
    await publish('2027-T1', 2, { correctionReason: 'Talet var fel.' });

    const [v1, v2] = [await read('2027-T1', 1), await read('2027-T1', 2)];
    expect(await world.publications.canonical('2027-T1', 1)).toBe(before);
    expect(v2.correction).toEqual({ reason: 'Talet var fel.', date: '2028-06-10', ofVersion: 1 });
    const changed = differenceOf(v1, v2).sections.flatMap(({ items }) => items.flatMap((item) => item.changes));
    expect(changed).toContainEqual(
      expect.objectContaining({
        field: 'series/2027-T1',
        numbers: expect.objectContaining({ after: '41' }) as unknown,
      }),
    );
    const old = (await world.publications.list())[0]?.versions[1]?.files.find((file) => file.format === 'pdf');
    const { content } = await world.publications.file('2027-T1', 1, old?.name ?? '');
    expect(await world.publications.verify(content)).toMatchObject({ version: 1, newestVersion: 2 });
  });

  it('publishes no version for a correction that changed nothing: it says so, and the correction can be undone', async () => {
    await publish('2027-T1');
    await correct('2027-T1', 'parker-och-skog', null);
    const place = { areaSlug: 'parker-och-skog', period: '2027-T1' };
    const { blockers } = await world.publications.preview('2027-T1');
    expect(blockers).toMatchObject([
      { code: 'nothing_new', areaSlug: null, period: null, params: {} },
      { code: 'revision_repeats', leadsToPart: true, ...place, params: { title: expect.any(String) as string } },
    ]);
    await expect(publish('2027-T1', 2, { correctionReason: 'I onödan.' })).rejects.toMatchObject({
      problem: { status: 422, type: 'publication-blocked' },
    });
    // Something else is new: then it is only to be known of.
    const foreword = PublicationDraft.parse({ foreword: 'Ett ord till.', correctionReason: 'Ett förord.' });
    const other = await world.publications.preview('2027-T1', foreword);
    expect(other.blockers).toEqual([]);
    expect(other.differs.filter(({ areaSlug }) => areaSlug !== null).map(({ code }) => code)).toEqual([
      'revision_repeats',
    ]);

    const { id } = await world.report(cast.coordinator, '2027-T1', 'parker-och-skog');
    for (const transition of ['reopen', 'cancel-correction'] as const) {
      const reason = 'Inget behövde rättas.';
      await world.module.get(TransitionService).take(cast.coordinator, id, randomUUID(), { transition, reason });
    }
    expect((await world.publications.preview('2027-T1')).blockers.map(({ code }) => code)).toEqual(['nothing_new']);
  });

  it('knows a published JSON however it is written, and nothing else', async () => {
    const { sha256 } = await publish('2027-T1');
    const canonical = await world.publications.canonical('2027-T1', 1);
    const encode = (text: string) => new TextEncoder().encode(text);
    const spaced = JSON.stringify(JSON.parse(canonical), null, 2);
    expect(await world.publications.verify(encode(spaced))).toMatchObject({ outcome: 'published', match: 'content' });
    expect(await world.publications.verify(encode(canonical.replace('Björkhaga', 'Bjorkhaga')))).toMatchObject({
      outcome: 'unknown',
    });
    expect(await world.publications.verify(new Uint8Array([0xff, 0]))).toMatchObject({ outcome: 'unknown' });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a file whose bytes are not what its hash says', async () => {
    const { files } = await publish('2027-T1');
    const insert = `INSERT INTO publication_file SELECT publication_id, number, 99, 'x.pdf', format, media_type, size, sha256,
      set_byte(bytes, 10, 0) FROM publication_file WHERE name = '${files[0]?.name ?? ''}'`;
    await expect(world.sql('app', insert)).rejects.toThrow('ck_publication_file_sha256');
  });
});
