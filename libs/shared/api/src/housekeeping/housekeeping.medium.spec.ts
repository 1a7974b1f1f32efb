import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { Housekeeping } from './housekeeping.js';
import { HousekeepingRepository } from './housekeeping.repository.js';

describe('housekeeping', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: testDatabase.appUrl }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  it('clears what has served its time and nothing else', async () => {
    await dataSource.query(`INSERT INTO session (sid, sess, expire) VALUES
      ('old', '{}', now() AT TIME ZONE 'UTC' - interval '1 minute'), ('new', '{}', now() AT TIME ZONE 'UTC' + interval '1 minute')`);
    await dataSource.query(`INSERT INTO idempotency_key (person_id, key, request_hash, created_at) VALUES
      (gen_random_uuid(), 'old-key-1', repeat('0', 64), now() - interval '8 days'),
      (gen_random_uuid(), 'new-key-1', repeat('0', 64), now() - interval '6 days')`);

    const housekeeping = new Housekeeping(new Database(dataSource), new HousekeepingRepository());
    expect(await housekeeping.sweep()).toEqual({ sessions: 1, idempotencyKeys: 1 });
    expect(await dataSource.query('SELECT sid FROM session')).toEqual([{ sid: 'new' }]);
    expect(await dataSource.query('SELECT key FROM idempotency_key')).toEqual([{ key: 'new-key-1' }]);
  });
});
