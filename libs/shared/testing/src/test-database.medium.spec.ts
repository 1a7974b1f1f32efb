import pg from 'pg';
import { createTestDatabase } from './index.js';

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('createTestDatabase', () => {
  it('gives each caller a database of its own, with the two roles of the app', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await ask(one.ownerUrl, 'CREATE TABLE only_here (id int)');

    expect(await ask(other.ownerUrl, `SELECT to_regclass('only_here')`)).toEqual([[null]]);
    expect(await ask(one.appUrl, 'SELECT current_user')).toEqual([['malspar_app']]);
    await expect(ask(one.appUrl, 'CREATE TABLE forbidden (id int)')).rejects.toThrow('permission denied');

    await Promise.all([one.drop(), other.drop()]);
    await expect(ask(one.ownerUrl, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  it('fills a template once for all who ask for the same rows', async () => {
    let filled = 0;
    const filling = {
      name: `spec_${process.pid}`,
      async fill({ ownerUrl }: { ownerUrl: string }) {
        filled += 1;
        await ask(ownerUrl, 'CREATE TABLE given AS SELECT 1 AS id');
      },
    };
    const [one, other] = await Promise.all([createTestDatabase(filling), createTestDatabase(filling)]);
    await ask(one.ownerUrl, 'DELETE FROM given');
    expect(filled).toBe(1);
    expect(await ask(other.ownerUrl, 'SELECT id FROM given')).toEqual([[1]]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('sorts as Swedes do', async () => {
    const database = await createTestDatabase();
    const words = `SELECT word FROM unnest(ARRAY['örn', 'åtta', 'zebra', 'ärlig', 'apa']) word ORDER BY word`;
    expect((await ask(database.ownerUrl, words)).flat()).toEqual(['apa', 'zebra', 'åtta', 'ärlig', 'örn']);
    await database.drop();
  });
});
