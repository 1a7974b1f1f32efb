import { AuditCatalogue, auditSubject } from '@malspar/shared-model';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { DataSource } from 'typeorm';
import * as z from 'zod';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { AuditEventEntity } from './audit-event.entity.js';
import { type AuditActor, AuditLog } from './audit-log.js';
import { AuditLogRepository } from './audit-log.repository.js';
import { AuditReader } from './audit-reader.js';

const connect = (url: string): Promise<DataSource> =>
  new DataSource({ type: 'postgres', url, entities: [AuditEventEntity], extra: { max: 8 } }).initialize();

const actor: AuditActor = { personId: '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60', name: 'Åsa Öberg' };
const keyWords = { sv: 'Nyckel', en: 'Key' };
const keys = auditSubject('key', keyWords, {
  lend: {
    sv: 'Lånade ut nyckeln',
    en: 'Lent the key',
    data: z.strictObject({
      n: z.number(),
      half: z.number(),
      text: z.string(),
      nothing: z.never().optional(),
      deep: z.json(),
    }),
  },
  due: {
    sv: 'Gav nyckeln en sista dag',
    en: 'Gave the key a due date',
    data: z.strictObject({ dueOn: z.string(), reason: z.string().nullable() }),
    tells: { dueOn: 'dueOn', reason: 'reason' },
  },
  move: {
    sv: 'Flyttade nyckelns sista dag',
    en: 'Moved the due date of the key',
    data: z.strictObject({ from: z.string(), to: z.string(), reason: z.string() }),
    tells: { dueOn: 'to', dueBefore: 'from', reason: 'reason' },
  },
  pass: {
    sv: 'Gick förbi nyckeln',
    en: 'Passed the key',
    data: z.strictObject({ from: z.string(), reason: z.string() }),
    isRoutine: true,
  },
});
const undeclared = auditSubject('key', keyWords, { lend: { sv: 'Lånade', en: 'Lent', data: z.strictObject({}) } });

const act = (n: number) => ({
  kind: keys.kinds.lend,
  actor: { ...actor, name: `Åsa Öberg ${n}` },
  subjectId: `k${n}`,
  data: { n, half: n / 2, text: '<b>"é"</b>', nothing: undefined, deep: { z: 1, a: [null, true] } },
});

describe('the audit log', () => {
  let testDatabase: TestDatabase;
  let app: DataSource;
  let superuser: DataSource;
  let database: Database;
  const catalogue = new AuditCatalogue([keys]);
  const log = new AuditLog(new AuditLogRepository(), catalogue, new SystemClock());

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    [app, superuser] = await Promise.all([connect(testDatabase.appUrl), connect(testDatabase.superuserUrl)]);
    database = new Database(app);
    for (let n = 1; n <= 6; n++) await database.write((tx) => log.append(tx, act(n)));
  });

  afterEach(async () => {
    await Promise.all([app.destroy(), superuser.destroy()]);
    await testDatabase.drop();
  });

  const faults = async (earlierHead: string | null = null) => (await log.verify(database.read, earlierHead)).faults;

  /** Changes rows as nobody in the app can: with the triggers out of the way. */
  const tamper = (sql: string) =>
    superuser.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(sql);
    });

  it('is whole when nobody has touched it', async () => {
    const verified = await log.verify(database.read);
    expect(verified).toMatchObject({ count: 6, faults: [] });
    expect(verified.head).toBe(await log.head(database.read));
  });

  const page = async (query: object = {}) => {
    const reader = new AuditReader(database, new AuditLogRepository(), catalogue);
    return (await reader.page({ page: 1, limit: 3, signIns: true, ...query })).items;
  };

  it('tells of an act what its kind says is to be told, and nothing else', async () => {
    const due = { from: '2026-01-31', to: '2026-02-07', reason: 'Underlaget kom sent.' };
    const { due: given, move, pass } = keys.kinds;
    await database.write(async (tx) => {
      await log.append(tx, { kind: given, actor, subjectId: 'k', data: { dueOn: '2026-01-31', reason: null } });
      await log.append(tx, { kind: move, actor, subjectId: 'k', data: due });
      await log.append(tx, { kind: pass, actor, subjectId: 'k', data: { from: '2026-01-31', reason: 'Tyst.' } });
    });
    const none = { dueOn: null, dueBefore: null, reason: null };
    expect((await page()).map(({ dueOn, dueBefore, reason }) => ({ dueOn, dueBefore, reason }))).toEqual([
      none,
      { dueOn: due.to, dueBefore: due.from, reason: due.reason },
      { ...none, dueOn: '2026-01-31' },
    ]);
    const kinds = async (query: object) => (await page(query)).map(({ kind }) => kind);
    expect(await kinds({ signIns: false })).toEqual(['key.move', 'key.due', 'key.lend']);
    expect(await kinds({ signIns: false, kind: 'key.pass' })).toEqual(['key.pass']);
    await expect(page({ kind: 'key.burn' })).rejects.toMatchObject({ problem: { status: 400 } });
  });

  it('takes no other kind, and no other data, than a domain has declared', async () => {
    const { lend, move } = keys.kinds;
    const append = (event: Parameters<typeof log.append>[1]) => database.write((tx) => log.append(tx, event));
    await expect(append({ kind: undeclared.kinds.lend, actor, subjectId: 'k', data: {} })).rejects.toThrow('key.lend');
    await expect(append({ kind: lend, actor, subjectId: 'k', data: { ...act(1).data, more: 1 } })).rejects.toThrow(
      'more',
    );
    await expect(append({ kind: move, actor, subjectId: 'k', data: { from: '2026-01-31' } })).rejects.toThrow('reason');
    // @ts-expect-error: other data does not compile
    await expect(database.write((tx) => log.append(tx, { ...act(1), kind: move }))).rejects.toThrow('reason');
    // @ts-expect-error: nor does a kind without words in both languages
    auditSubject('key', keyWords, { burn: { sv: 'Brände', data: z.strictObject({}) } });
    expect(await log.verify(database.read)).toMatchObject({ count: 6, faults: [] });
  });

  it('reads and verifies what other versions logged, in other shapes and of kinds that are no more', async () => {
    const then = auditSubject('key', keyWords, {
      move: { sv: 'Flyttade', en: 'Moved', data: z.strictObject({ to: z.string(), why: z.string() }) },
      melt: { sv: 'Smälte', en: 'Melted', data: z.strictObject({ degrees: z.number() }) },
    });
    const earlier = new AuditLog(new AuditLogRepository(), new AuditCatalogue([then]), new SystemClock());
    await database.write(async (tx) => {
      const { move, melt } = then.kinds;
      await earlier.append(tx, { kind: move, actor, subjectId: 'k', data: { to: '2026-02-07', why: 'Sent.' } });
      await earlier.append(tx, { kind: melt, actor, subjectId: 'k', data: { degrees: 1500 } });
    });
    expect(await page()).toMatchObject([
      { kind: 'key.melt', dueOn: null, reason: null },
      { kind: 'key.move', dueOn: '2026-02-07', dueBefore: null, reason: null },
      { kind: 'key.lend' },
    ]);
    expect(await log.verify(database.read)).toMatchObject({ count: 8, faults: [] });
  });

  it('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => database.write((tx) => log.append(tx, act(100 + n)))));
    expect(await log.verify(database.read)).toMatchObject({ count: 46, faults: [] });
  });

  it('leaves no gap when an act is taken back', async () => {
    const failed = database.write(async (tx) => {
      await log.append(tx, act(7));
      throw new Error('the act failed');
    });
    await expect(failed).rejects.toThrow('the act failed');
    await database.write((tx) => log.append(tx, act(8)));
    expect(await log.verify(database.read)).toMatchObject({ count: 7, faults: [] });
  });

  it.each(['UPDATE audit_event SET kind = kind', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])(
    'refuses the app: %s',
    async (sql) => {
      await expect(app.query(sql)).rejects.toThrow('permission denied');
    },
  );

  it.each(['UPDATE audit_event SET kind = kind', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])(
    'refuses even a superuser by trigger: %s',
    async (sql) => {
      await expect(superuser.query(sql)).rejects.toThrow('rows are only ever added');
    },
  );

  it('finds a changed row', async () => {
    await tamper(`UPDATE audit_event SET actor_name = 'Någon annan' WHERE seq = 3`);
    expect(await faults()).toEqual([{ seq: 3, fault: 'changed' }]);
  });

  it('finds a removed row', async () => {
    await tamper('DELETE FROM audit_event WHERE seq = 3');
    expect(await faults()).toEqual([
      { seq: 3, fault: 'missing' },
      { seq: 4, fault: 'broken-link' },
    ]);
  });

  it('finds an inserted row', async () => {
    await tamper(`INSERT INTO audit_event SELECT 7, at, actor_id, actor_name, kind, subject_type, subject_id, data,
      hash, repeat('a', 64) FROM audit_event WHERE seq = 6`);
    expect(await faults()).toEqual([{ seq: 7, fault: 'changed' }]);
  });

  it('finds two rows that have changed places', async () => {
    await tamper('UPDATE audit_event SET seq = CASE seq WHEN 3 THEN 104 ELSE 103 END WHERE seq IN (3, 4)');
    await tamper('UPDATE audit_event SET seq = seq - 100 WHERE seq > 100');
    expect((await faults()).map((fault) => fault.seq)).toEqual(expect.arrayContaining([3, 4, 5]));
  });

  it('finds a cut tail, given a head noted earlier', async () => {
    const head = await log.head(database.read);
    await database.write((tx) => log.append(tx, act(7)));
    expect(await faults(head)).toEqual([]);
    await tamper('DELETE FROM audit_event WHERE seq >= 5');
    expect(await faults()).toEqual([]);
    expect(await faults(head)).toEqual([{ seq: 4, fault: 'head-missing' }]);
  });
});
