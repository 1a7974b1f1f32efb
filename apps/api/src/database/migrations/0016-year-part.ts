import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROVENANCES = `('verified', 'illustrative', 'reported')`;

/**
 * A year's verdict and assessments, on the report of its last period. Empty in every other report, and in those that were
 * written before years were judged by themselves.
 */
export class YearPart1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report
        ADD COLUMN year_verdict text
          CONSTRAINT ck_report_year_verdict CHECK (year_verdict IN ('fully', 'largely', 'partly', 'not')),
        ADD COLUMN year_explanation text NOT NULL DEFAULT '',
        ADD COLUMN year_provenance text NOT NULL DEFAULT 'reported'
          CONSTRAINT ck_report_year_provenance CHECK (year_provenance IN ${PROVENANCES}),
        ADD COLUMN year_source_key text,
        ADD COLUMN year_version integer NOT NULL DEFAULT 1,
        ADD COLUMN year_updated_at timestamptz,
        ADD COLUMN year_updated_by uuid,
        ADD COLUMN year_updated_by_name text`);
    await runner.query(`
      ALTER TABLE entry
        ADD COLUMN year_assessment text CONSTRAINT ck_entry_year_assessment CHECK (year_assessment IN
          ('achieved', 'on_track', 'uncertain', 'will_not_reach', 'not_started', 'not_measured')),
        ADD COLUMN year_comment text NOT NULL DEFAULT '',
        ADD COLUMN year_provenance text NOT NULL DEFAULT 'reported'
          CONSTRAINT ck_entry_year_provenance CHECK (year_provenance IN ${PROVENANCES})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE entry DROP COLUMN year_assessment, DROP COLUMN year_comment, DROP COLUMN year_provenance',
    );
    await runner.query(`
      ALTER TABLE report DROP COLUMN year_verdict, DROP COLUMN year_explanation, DROP COLUMN year_provenance,
        DROP COLUMN year_source_key, DROP COLUMN year_version, DROP COLUMN year_updated_at,
        DROP COLUMN year_updated_by, DROP COLUMN year_updated_by_name`);
  }
}
