import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has written in a report since it was last approved: none of them may endorse or approve it. */
export class ReportWriters1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_writer (
        report_id uuid NOT NULL CONSTRAINT fk_report_writer_report_id REFERENCES report (id),
        person_id uuid NOT NULL CONSTRAINT fk_report_writer_person_id REFERENCES person (id),
        CONSTRAINT pk_report_writer PRIMARY KEY (report_id, person_id)
      )`);
    await runner.query('GRANT SELECT, INSERT, DELETE ON report_writer TO malspar_app');
    await runner.query(`ALTER TABLE report_revision ADD COLUMN writers uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE report ADD COLUMN revision_writers uuid[] NOT NULL DEFAULT '{}'`);
    // Of what was written before, each entry and the verdict remember who wrote last.
    await runner.query(`
      INSERT INTO report_writer (report_id, person_id)
      SELECT e.report_id, e.updated_by FROM entry e JOIN report r ON r.id = e.report_id
      WHERE e.updated_by IS NOT NULL AND r.state NOT IN ('approved', 'published')
      UNION
      SELECT r.id, r.verdict_updated_by FROM report r
      WHERE r.verdict_updated_by IS NOT NULL AND r.state NOT IN ('approved', 'published')`);
    await runner.query(`
      UPDATE report r SET revision_writers = w.people
      FROM (SELECT report_id, array_agg(person_id) AS people FROM report_writer GROUP BY report_id) w
      WHERE w.report_id = r.id AND r.state IN ('submitted', 'endorsed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report DROP COLUMN revision_writers');
    await runner.query('ALTER TABLE report_revision DROP COLUMN writers');
    await runner.query('DROP TABLE report_writer');
  }
}
