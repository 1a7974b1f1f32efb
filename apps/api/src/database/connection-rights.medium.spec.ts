import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { DataSource } from 'typeorm';
import { demandRightsOf } from './connection-rights.js';
import { appDataSource } from './data-source.js';

describe('the rights of a connection', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const demand = async (url: string, assumeRole: boolean): Promise<void> => {
    const source = await new DataSource({ ...appDataSource({ url, pool: 1, assumeRole }), entities: [] }).initialize();
    try {
      await demandRightsOf(source);
    } finally {
      await source.destroy();
    }
  };

  it.each([true, false])(
    "are enough with the app's own login, also stepping down to itself (%s)",
    async (assumeRole) => {
      await expect(demand(database.appUrl, assumeRole)).resolves.toBeUndefined();
    },
  );

  // Stepping down does not help: whoever has the key can leave it out.
  it("are too many with the owner's login, and with a superuser's", async () => {
    await expect(demand(database.ownerUrl, false)).rejects.toThrow(/malspar_owner, which owns/);
    await expect(demand(database.superuserUrl, false)).rejects.toThrow(/a superuser/);
    await expect(demand(database.superuserUrl, true)).rejects.toThrow(/a superuser/);
  });
});
