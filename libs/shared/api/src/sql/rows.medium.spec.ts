import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import * as z from 'zod';
import { Database } from '../database/database.js';
import { EnduringClient } from '../database/enduring-client.js';
import { momentInJson } from '../database/row-shapes.js';
import { entityRows } from './entity-rows.js';
import { pageOfRows } from './page-of-rows.js';
import { allRows, changeRows, firstRow } from './rows.js';
import { json, sql, typed } from './sql.js';

const Numbered = z.object({ n: z.number() });

@Entity({ name: 'kept_thing' })
class KeptThing {
  @PrimaryColumn({ name: 'thing_number', type: 'int' })
  number!: number;
  @Column({ type: 'date' })
  day!: string;
  @Column({ type: 'jsonb' })
  said!: { readonly word: string };
}
const KeptRow = z.object({ number: z.number(), day: z.string(), said: z.object({ word: z.string() }) });

describe('rows of a statement', () => {
  let testDatabase: TestDatabase;
  let source: DataSource;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const extra = { Client: EnduringClient, max: 1 };
    source = await new DataSource({
      type: 'postgres',
      url: testDatabase.ownerUrl,
      extra,
      entities: [KeptThing],
    }).initialize();
    database = new Database(source);
    await source.query('CREATE TABLE thing (n int, said jsonb)');
    await source.query('CREATE TABLE kept_thing (thing_number int, day date, said jsonb)');
  });
  afterAll(async () => {
    await source.destroy();
    await testDatabase.drop();
  });

  const numbers = (from: number, to: number) => sql`SELECT n FROM generate_series(${from}::int, ${to}::int) AS n`;

  it('are read as the shape says, all or the first', async () => {
    expect(await allRows(database.read, Numbered, numbers(1, 3))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(await firstRow(database.read, Numbered, numbers(2, 3))).toEqual({ n: 2 });
    expect(await firstRow(database.read, Numbered, numbers(2, 1))).toBeNull();
    const moments = sql`SELECT to_jsonb(x) AS found FROM (SELECT ${typed(new Date(5), 'timestamptz')} AS at) x`;
    const found = await firstRow(database.read, z.object({ found: z.object({ at: momentInJson }) }), moments);
    expect(found).toEqual({ found: { at: new Date(5) } });
  });

  it('are refused where one is of another shape, by the statement’s name', async () => {
    const other = z.object({ n: z.string(), m: z.number() });
    await expect(allRows(database.read, other, numbers(1, 2))).rejects.toThrow(
      /A row is not as SELECT n FROM generate_series.*expected string/,
    );
    await expect(firstRow(database.read, other, numbers(1, 2))).rejects.toThrow('→ at m');
  });

  it('are counted where they are changed, and read where they are returned', async () => {
    await database.write(async (tx) => {
      const add = sql`INSERT INTO thing SELECT n, ${json({ a: 1 })} FROM generate_series(1, 4) AS n RETURNING n`;
      expect(await allRows(tx, Numbered, add)).toHaveLength(4);
      expect(await changeRows(tx, sql`UPDATE thing SET said = NULL WHERE n > ${2}`)).toBe(2);
      const back = sql`UPDATE thing SET n = n + ${10} WHERE n = ${1} RETURNING n`;
      expect(await firstRow(tx, Numbered, back)).toEqual({ n: 11 });
      expect(await changeRows(tx, sql`DELETE FROM thing`)).toBe(4);
      expect(await firstRow(tx, Numbered, sql`DELETE FROM thing RETURNING n`)).toBeNull();
    });
  });

  it('of an entity come by its columns, and are refused where JSON or a null is not what it says', async () => {
    const kept = (rest = sql``) => entityRows(database.read, KeptRow, KeptThing, rest);
    await source.query(
      `INSERT INTO kept_thing VALUES (1, '2025-03-30', '{"word": "a"}'), (2, '2025-10-26', '{"word": "b"}')`,
    );
    expect(await kept(sql`WHERE thing_number > ${1}`)).toEqual([{ number: 2, day: '2025-10-26', said: { word: 'b' } }]);
    await source.query(`UPDATE kept_thing SET said = '{"word": 5}' WHERE thing_number = 2`);
    await expect(kept()).rejects.toThrow(/A row is not as SELECT thing_number AS "number"[^]*→ at said\.word/);
    await source.query(`UPDATE kept_thing SET said = NULL WHERE thing_number = 2`);
    await expect(kept()).rejects.toThrow('→ at said');
  });

  it('come in pages with the number of all, also beyond the last', async () => {
    const query = {
      columns: sql`n`,
      from: sql`generate_series(1, 5) AS n WHERE n <> ${3}`,
      orderBy: sql`n DESC`,
    };
    const page = (number: number) => pageOfRows(database.read, Numbered, query, { page: number, limit: 3 });
    expect(await page(1)).toEqual({ rows: [{ n: 5 }, { n: 4 }, { n: 2 }], total: 4 });
    expect(await page(2)).toEqual({ rows: [{ n: 1 }], total: 4 });
    expect(await page(3)).toEqual({ rows: [], total: 4 });
  });

  it('come of a prepared statement once it is sent again with other values', async () => {
    const prepared = async () => {
      const rows = await source.query<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements');
      return rows.filter(({ statement }) => statement.includes('prepared_again')).length;
    };
    for (const n of [1, 2, 3]) {
      expect(await firstRow(database.read, Numbered, sql`SELECT ${typed(n, 'int')} AS n, 1 AS prepared_again`)).toEqual(
        {
          n,
        },
      );
      expect(await prepared()).toBe(n === 1 ? 0 : 1);
    }
  });
});
