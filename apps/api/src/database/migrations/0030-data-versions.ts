import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All that the plan is read from. */
const PLAN_TABLES = [
  ...['plan', 'source', 'overarching_goal', 'driver', 'department', 'focus_area', 'focus_area_goal', 'target'],
  ...['indicator', 'milestone', 'amendment', 'target_version', 'climate_goal', 'verdict_label'],
];

/**
 * What may be held in memory has a version, which changes as the transaction that changes any of its rows commits. The
 * triggers wait until then: the row that all writers share is locked last, and only for that moment.
 */
export class DataVersions1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_version (
        topic text NOT NULL CONSTRAINT pk_data_version PRIMARY KEY
          CONSTRAINT ck_data_version_topic CHECK (topic IN ('plan', 'approved-word')),
        version uuid NOT NULL DEFAULT gen_random_uuid()
      )`);
    await runner.query(`INSERT INTO data_version (topic) VALUES ('plan'), ('approved-word')`);
    await runner.query('GRANT SELECT, UPDATE (version) ON data_version TO malspar_app');
    // Once in a transaction, however many rows it changes.
    await runner.query(`
      CREATE FUNCTION renew_data_version() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        done text := 'malspar.renewed_' || replace(TG_ARGV[0], '-', '_');
      BEGIN
        IF current_setting(done, true) IS DISTINCT FROM 'yes' THEN
          PERFORM set_config(done, 'yes', true);
          UPDATE data_version SET version = gen_random_uuid() WHERE topic = TG_ARGV[0];
        END IF;
        RETURN NULL;
      END $$`);
    for (const table of PLAN_TABLES) await runner.query(renewing(table, 'INSERT OR UPDATE OR DELETE', 'plan'));
    // A report has an approved word only once it has been submitted, and every writer of one counts it up; those that
    // have not been are saved every few seconds.
    await runner.query(renewing('report', 'INSERT OR UPDATE', 'approved-word', 'WHEN (NEW.revision > 0)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['report', ...PLAN_TABLES]) {
      await runner.query(`DROP TRIGGER ${table}_renews_version ON ${table}`);
    }
    await runner.query('DROP FUNCTION renew_data_version()');
    await runner.query('DROP TABLE data_version');
  }
}

const renewing = (table: string, acts: string, topic: string, condition = ''): string => `
  CREATE CONSTRAINT TRIGGER ${table}_renews_version AFTER ${acts} ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW ${condition} EXECUTE FUNCTION renew_data_version('${topic}')`;
