import type { QueryRunner } from 'typeorm';

/** The app may add rows and read them; nobody may change, delete or truncate. */
export async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    CREATE TRIGGER ${table}_is_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await runner.query(`
    CREATE TRIGGER ${table}_is_not_truncated BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  await runner.query(`GRANT SELECT, INSERT ON ${table} TO malspar_app`);
}
