import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import pg from 'pg';
import { createSeededDatabase, migrate, migrateDown, migrations, pendingMigrations } from './harness/api.js';
import { startProcess } from './harness/api-process.js';
import { oneOfEach } from './harness/publishing.js';
import { dataOf, putBack, schemaOf } from './harness/whole-database.js';

const asked = async <T extends object>(url: string, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('migrations', () => {
  describe('on a database with nothing in it', () => {
    let database: TestDatabase;
    beforeAll(async () => (database = await createTestDatabase()));
    afterAll(() => database.drop());

    it('lead back to an empty database, and up again to the very same schema', async () => {
      const before = await schemaOf(database.superuserUrl);
      expect(before.length).toBeGreaterThan(100);
      await migrateDown(database.ownerUrl, migrations.length);
      const left = (await schemaOf(database.superuserUrl)).filter((line) => !line.includes('migration'));
      expect(left).toEqual([]);
      expect(await pendingMigrations(database.ownerUrl)).toEqual(migrations.map(({ name }) => name));
      await migrate(database.ownerUrl);
      expect(await pendingMigrations(database.ownerUrl)).toEqual([]);
      expect(await schemaOf(database.superuserUrl)).toEqual(before);
      expect(await migrate(database.ownerUrl)).toEqual([]);
    });

    it('can each be taken back alone and run again', async () => {
      const before = await schemaOf(database.superuserUrl);
      for (let steps = 1; steps <= migrations.length; steps++) {
        await migrateDown(database.ownerUrl, steps);
        await migrate(database.ownerUrl);
        expect(await schemaOf(database.superuserUrl)).toEqual(before);
      }
    });
  });

  describe('on a database in use', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createSeededDatabase();
      const api = await startProcess(database);
      await oneOfEach(api.origin, '2025-Q1');
      await api.stop();
    });
    afterAll(() => database.drop());

    // Going down drops the tables, so no rows can live through it. What has to hold is that nothing in the rows depends
    // on anything but the schema: all of them are copied out, and fit into what comes up again, to the last byte.
    it('give a schema that takes every row back as it was', async () => {
      const [schema, data] = [await schemaOf(database.superuserUrl), await dataOf(database.superuserUrl)];
      expect(data.get('report')!.length).toBeGreaterThan(10);
      expect(data.get('audit_event')!.length).toBeGreaterThan(10);
      const empty = [...data].flatMap(([table, rows]) => (rows.length === 0 ? [table] : []));
      // How pages are packed is noted when there is time for it.
      expect(empty.filter((table) => table !== 'page_packing')).toEqual([]);
      await migrateDown(database.ownerUrl, migrations.length);
      await migrate(database.ownerUrl);
      await putBack(database.superuserUrl, data);
      expect(await schemaOf(database.superuserUrl)).toEqual(schema);
      expect(await dataOf(database.superuserUrl)).toEqual(data);
    });

    it('leave no rule broken by the rows: every constraint still holds when it is asked again', async () => {
      const keys = await asked<{ table: string; name: string }>(
        database.superuserUrl,
        `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
         WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace AND conrelid <> 0`,
      );
      expect(keys.length).toBeGreaterThan(50);
      const again = keys.map(
        ({ table, name }) => `UPDATE pg_constraint SET convalidated = false WHERE conname = '${name}';
          ALTER TABLE ${table} VALIDATE CONSTRAINT ${name};`,
      );
      await asked(database.superuserUrl, `SET allow_system_table_mods = on; ${again.join('\n')}`);
    });

    const appendOnly = (): Promise<{ table: string }[]> =>
      asked(
        database.superuserUrl,
        `SELECT DISTINCT tgrelid::regclass::text AS table FROM pg_trigger
         WHERE tgfoid = 'refuse_change'::regproc ORDER BY 1`,
      );

    it('make the tables whose rows are only ever added refuse everything else, even from their owner', async () => {
      const tables = (await appendOnly()).map((row) => row.table);
      expect(tables).toEqual([
        'accessibility_statement',
        'audit_event',
        'plan_document_version',
        'publication',
        'publication_asset',
        'publication_file',
        'publication_page',
        'publication_report',
        'publication_version',
        'report_revision',
        'report_transition',
        'reporting_period_event',
        'target_version',
      ]);
      for (const table of tables) {
        const [column] = await asked<{ name: string }>(
          database.superuserUrl,
          `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 1`,
        );
        const harm = [
          `UPDATE ${table} SET ${column!.name} = ${column!.name}`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table} CASCADE`,
        ];
        for (const sql of harm) await expect(asked(database.appUrl, sql)).rejects.toThrow('permission denied');
        const rows = await asked(database.superuserUrl, `SELECT FROM ${table} LIMIT 1`);
        for (const sql of rows.length > 0 ? harm : harm.slice(2)) {
          await expect(asked(database.superuserUrl, sql)).rejects.toThrow('rows are only ever added');
        }
      }
    });

    it.each([
      'CREATE TABLE mine (id int)',
      'ALTER TABLE report ADD COLUMN mine int',
      'ALTER TABLE audit_event DISABLE TRIGGER ALL',
      'DROP TRIGGER audit_event_is_append_only ON audit_event',
      'ALTER TABLE report_revision DROP CONSTRAINT ck_report_revision_sha256',
      'DROP TABLE report_comment',
      'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
      'CREATE SCHEMA mine',
      'CREATE EXTENSION pgcrypto',
      // To grant what one does not hold is only a warning; it must not have helped.
      'GRANT UPDATE ON audit_event TO malspar_app; UPDATE audit_event SET at = at',
      'SET ROLE malspar_owner',
      'SET session_replication_role = replica',
      'INSERT INTO migration (timestamp, name) VALUES (1, $$x$$)',
      'DELETE FROM report',
      'DELETE FROM entry',
      `UPDATE report_comment SET text = 'annat'`,
      `COPY report TO PROGRAM 'cat'`,
    ])('give the app no right to: %s', async (sql) => {
      await expect(asked(database.appUrl, sql)).rejects.toThrow(/permission denied|must be owner|must be superuser/);
    });

    it('leave every table to the owner, and give the app no more than rows', async () => {
      const strange = await asked(
        database.superuserUrl,
        `SELECT relname, relowner::regrole::text AS owner FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v') AND relowner <> 'malspar_owner'::regrole`,
      );
      expect(strange).toEqual([]);
      const grants = await asked<{ right: string }>(
        database.superuserUrl,
        `SELECT DISTINCT privilege_type AS right FROM information_schema.role_table_grants
         WHERE grantee IN ('malspar_app', 'PUBLIC') AND table_schema = 'public' ORDER BY 1`,
      );
      expect(grants.map((grant) => grant.right)).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
    });
  });
});
