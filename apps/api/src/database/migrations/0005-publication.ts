import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

/** Published reports with their versions and files. All of it is only ever added to. */
export class Publication1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publication (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_publication PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT fk_publication_plan REFERENCES plan (id),
        kind text NOT NULL CONSTRAINT ck_publication_kind CHECK (kind IN ('period', 'year')),
        period text NOT NULL CONSTRAINT ck_publication_period CHECK (period ~ '^[0-9]{4}(-(Q[1-4]|T[1-3]))?$'),
        CONSTRAINT uq_publication_period UNIQUE (plan_id, kind, period),
        CONSTRAINT ck_publication_kind_of_period CHECK ((kind = 'year') = (period ~ '^[0-9]{4}$'))
      )`);
    await appendOnly(runner, 'publication');

    await runner.query(`
      CREATE TABLE publication_version (
        publication_id uuid NOT NULL CONSTRAINT fk_publication_version_publication REFERENCES publication (id),
        number integer NOT NULL CONSTRAINT ck_publication_version_number CHECK (number > 0),
        slug text NOT NULL,
        canonical text NOT NULL,
        sha256 text NOT NULL CONSTRAINT uq_publication_version_sha256 UNIQUE
          CONSTRAINT ck_publication_version_sha256
          CHECK (sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
        audit_head text NOT NULL CONSTRAINT ck_publication_version_audit_head CHECK (audit_head ~ '^[0-9a-f]{64}$'),
        content_hash text NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid NOT NULL,
        published_by_name text NOT NULL,
        correction_reason text,
        CONSTRAINT pk_publication_version PRIMARY KEY (publication_id, number),
        CONSTRAINT ck_publication_version_correction CHECK ((number = 1) = (correction_reason IS NULL))
      )`);
    await appendOnly(runner, 'publication_version');

    await runner.query(`
      CREATE TABLE publication_file (
        publication_id uuid NOT NULL,
        number integer NOT NULL,
        position integer NOT NULL,
        name text NOT NULL CONSTRAINT ck_publication_file_name CHECK (name ~ '^[a-z0-9][a-z0-9.-]*$'),
        format text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_publication_file PRIMARY KEY (publication_id, number, name),
        CONSTRAINT fk_publication_file_version FOREIGN KEY (publication_id, number)
          REFERENCES publication_version (publication_id, number),
        CONSTRAINT ck_publication_file_size CHECK (size = length(bytes)),
        CONSTRAINT ck_publication_file_sha256 CHECK (sha256 = encode(sha256(bytes), 'hex'))
      )`);
    // The files are packed already; a second packing only costs time.
    await runner.query('ALTER TABLE publication_file ALTER COLUMN bytes SET STORAGE EXTERNAL');
    await runner.query('CREATE INDEX ix_publication_file_sha256 ON publication_file (sha256)');
    await appendOnly(runner, 'publication_file');

    await runner.query(`
      CREATE TABLE publication_report (
        publication_id uuid NOT NULL,
        number integer NOT NULL,
        report_id uuid NOT NULL,
        revision integer NOT NULL,
        CONSTRAINT pk_publication_report PRIMARY KEY (publication_id, number, report_id),
        CONSTRAINT fk_publication_report_version FOREIGN KEY (publication_id, number)
          REFERENCES publication_version (publication_id, number),
        CONSTRAINT fk_publication_report_revision FOREIGN KEY (report_id, revision)
          REFERENCES report_revision (report_id, number)
      )`);
    await runner.query('CREATE INDEX ix_publication_report_revision ON publication_report (report_id, revision)');
    await appendOnly(runner, 'publication_report');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE publication_report');
    await runner.query('DROP TABLE publication_file');
    await runner.query('DROP TABLE publication_version');
    await runner.query('DROP TABLE publication');
  }
}
