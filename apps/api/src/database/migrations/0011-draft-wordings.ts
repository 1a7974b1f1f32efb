import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the fields of a draft said before they were changed, and who wrote each of them. It is added to as a draft is
 * saved and cleared when its report is published; the database refuses everything else.
 */
export class DraftWordings1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE entry ADD COLUMN written jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE report ADD COLUMN verdict_written jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`
      CREATE TABLE draft_wording (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_draft_wording PRIMARY KEY,
        report_id uuid NOT NULL CONSTRAINT fk_draft_wording_report REFERENCES report (id),
        target_code text,
        field text NOT NULL,
        text text NOT NULL CONSTRAINT ck_draft_wording_text CHECK (text <> ''),
        written_by_name text,
        written_at timestamptz,
        replaced_at timestamptz NOT NULL,
        replaced_by uuid NOT NULL,
        replaced_by_name text NOT NULL,
        CONSTRAINT fk_draft_wording_entry FOREIGN KEY (report_id, target_code)
          REFERENCES entry (report_id, target_code),
        CONSTRAINT ck_draft_wording_written CHECK ((written_by_name IS NULL) = (written_at IS NULL))
      )`);
    await runner.query(
      'CREATE INDEX ix_draft_wording_report ON draft_wording (report_id, target_code, field, replaced_at)',
    );
    await runner.query(`
      CREATE FUNCTION keep_draft_wordings() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM report WHERE id = OLD.report_id AND state = 'published') THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'earlier wordings are never changed, and cleared only when the report is published'
          USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER draft_wording_is_kept BEFORE UPDATE OR DELETE ON draft_wording
        FOR EACH ROW EXECUTE FUNCTION keep_draft_wordings()`);
    await runner.query('GRANT SELECT, INSERT, DELETE ON draft_wording TO malspar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_wording');
    await runner.query('DROP FUNCTION keep_draft_wordings()');
    await runner.query('ALTER TABLE report DROP COLUMN verdict_written');
    await runner.query('ALTER TABLE entry DROP COLUMN written');
  }
}
