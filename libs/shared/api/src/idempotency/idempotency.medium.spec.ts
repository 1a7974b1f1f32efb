import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { Idempotency, IdempotencyKeyReused } from './idempotency.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { managerOf } from '../sql/manager-of.js';

const personId = '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60';

describe('an idempotency key', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  const idempotency = new Idempotency(new IdempotencyRepository());
  let done = 0;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: testDatabase.appUrl, extra: { max: 10 } }).initialize();
    database = new Database(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });
  beforeEach(() => (done = 0));

  const call = (key: string, request: unknown = { a: 1 }, person = personId) =>
    database.write((tx) =>
      idempotency.once(tx, { key, personId: person, request }, async () => {
        done++;
        await managerOf(tx).query('SELECT pg_sleep(0.02)');
        return { reference: `response ${done}` };
      }),
    );

  it('gives a hundred twins one act and one response', async () => {
    const responses = await Promise.all(Array.from({ length: 100 }, () => call('twins-0001')));
    expect(done).toBe(1);
    expect(new Set(responses.map((response) => JSON.stringify(response)))).toEqual(
      new Set(['{"reference":"response 1"}']),
    );
  });

  it('is one person’s own', async () => {
    await call('shared-key');
    await call('shared-key', { a: 1 }, '9b2f6a11-0d3c-4c58-8a77-64f0c2d1e9ab');
    expect(done).toBe(2);
  });

  it('is refused for another request', async () => {
    await call('reused-key', { a: 1 });
    await expect(call('reused-key', { a: 2 })).rejects.toThrow(IdempotencyKeyReused);
  });

  it('is free again when the work failed', async () => {
    const failed = database.write((tx) =>
      idempotency.once(tx, { key: 'failed-key', personId, request: {} }, () => Promise.reject(new Error('no'))),
    );
    await expect(failed).rejects.toThrow('no');
    await call('failed-key', {});
    expect(done).toBe(1);
  });
});
