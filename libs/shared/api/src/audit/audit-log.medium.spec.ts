import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { DataSource } from 'typeorm';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { AuditEventEntity } from './audit-event.entity.js';
import { type AuditEntry, AuditLog } from './audit-log.js';
import { AuditLogRepository } from './audit-log.repository.js';

const connect = (url: string): Promise<DataSource> =>
  new DataSource({ type: 'postgres', url, entities: [AuditEventEntity], extra: { max: 8 } }).initialize();

const act = (n: number): AuditEntry => ({
  kind: 'report.submit',
  actor: { personId: '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60', name: `Åsa Öberg ${n}` },
  subject: { type: 'report', id: `r${n}` },
  data: { n, half: n / 2, text: '<b>"é"</b>', nothing: undefined, deep: { z: 1, a: [null, true] } },
});

describe('the audit log', () => {
  let testDatabase: TestDatabase;
  let app: DataSource;
  let superuser: DataSource;
  let database: Database;
  const log = new AuditLog(new AuditLogRepository(), new SystemClock());

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
    superuser.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(sql);
    });

  it('is whole when nobody has touched it', async () => {
    const verified = await log.verify(database.read);
    expect(verified).toMatchObject({ count: 6, faults: [] });
    expect(verified.head).toBe(await log.head(database.read));
  });

  it('tells the due date and the reason of what was done with a period, and of nothing else', async () => {
    const { actor } = act(0);
    const due = { from: '2026-01-31', to: '2026-02-07', reason: 'Underlaget kom sent.' };
    await database.write(async (tx) => {
      await log.append(tx, {
        ...{ kind: 'period.open', actor, subject: { type: 'period', id: 'p' } },
        data: { code: '2025-Q4', opensOn: '2026-01-01', dueOn: '2026-01-31' },
      });
      await log.append(tx, {
        ...{ kind: 'period.move-due-date', actor, subject: { type: 'period', id: 'p' } },
        data: { code: '2025-Q4', ...due },
      });
      await log.append(tx, {
        ...{ kind: 'report.return', actor, subject: { type: 'report', id: 'r' } },
        data: { from: 'submitted', to: 'returned', reason: 'Mellan granskaren och den ansvariga.' },
      });
    });
    const items = await new AuditLogRepository().items(database.read, { signIns: true }, { limit: 3 });
    const none = { dueOn: null, dueBefore: null, reason: null };
    expect(items.map(({ dueOn, dueBefore, reason }) => ({ dueOn, dueBefore, reason }))).toEqual([
      none,
      { dueOn: due.to, dueBefore: due.from, reason: due.reason },
      { ...none, dueOn: '2026-01-31' },
    ]);
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
