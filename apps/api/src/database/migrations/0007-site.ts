import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

/** What the organisation adds to the public site: the plan's documents and the accessibility statement. */
export class Site1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_document (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_plan_document PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT fk_plan_document_plan REFERENCES plan (id),
        slug text NOT NULL CONSTRAINT ck_plan_document_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        title text NOT NULL CONSTRAINT ck_plan_document_title CHECK (length(title) BETWEEN 1 AND 200),
        date date NOT NULL,
        language text NOT NULL CONSTRAINT ck_plan_document_language CHECK (language IN ('sv', 'en')),
        position integer CONSTRAINT ck_plan_document_position CHECK (position > 0),
        illustrative boolean NOT NULL,
        withdrawn_at timestamptz,
        changed_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1 CONSTRAINT ck_plan_document_revision CHECK (revision > 0),
        CONSTRAINT uq_plan_document_slug UNIQUE (slug),
        CONSTRAINT uq_plan_document_position UNIQUE (plan_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_plan_document_listed CHECK ((withdrawn_at IS NULL) = (position IS NOT NULL))
      )`);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON plan_document TO malspar_app');

    await runner.query(`
      CREATE TABLE plan_document_version (
        document_id uuid NOT NULL CONSTRAINT fk_plan_document_version_document REFERENCES plan_document (id),
        number integer NOT NULL CONSTRAINT ck_plan_document_version_number CHECK (number > 0),
        size integer NOT NULL,
        sha256 text NOT NULL,
        bytes bytea NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_by_name text NOT NULL,
        CONSTRAINT pk_plan_document_version PRIMARY KEY (document_id, number),
        CONSTRAINT ck_plan_document_version_size CHECK (size = length(bytes) AND size <= 20000000),
        CONSTRAINT ck_plan_document_version_pdf CHECK (substring(bytes FROM 1 FOR 5) = convert_to('%PDF-', 'UTF8')),
        CONSTRAINT ck_plan_document_version_sha256 CHECK (sha256 = encode(sha256(bytes), 'hex'))
      )`);
    // The files are packed already; a second packing only costs time.
    await runner.query('ALTER TABLE plan_document_version ALTER COLUMN bytes SET STORAGE EXTERNAL');
    await appendOnly(runner, 'plan_document_version');

    await runner.query(`
      CREATE TABLE accessibility_statement (
        version integer NOT NULL CONSTRAINT pk_accessibility_statement PRIMARY KEY
          CONSTRAINT ck_accessibility_statement_version CHECK (version > 0),
        conformance text NOT NULL CONSTRAINT ck_accessibility_statement_conformance
          CHECK (conformance IN ('full', 'partial', 'none')),
        standard text NOT NULL CONSTRAINT ck_accessibility_statement_standard CHECK (length(standard) BETWEEN 1 AND 100),
        standard_date text NOT NULL CONSTRAINT ck_accessibility_statement_standard_date
          CHECK (standard_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        method text NOT NULL CONSTRAINT ck_accessibility_statement_method CHECK (method IN ('self', 'external')),
        assessor text NOT NULL,
        assessed_on date NOT NULL,
        procedure jsonb NOT NULL,
        failures jsonb NOT NULL CONSTRAINT ck_accessibility_statement_failures CHECK (jsonb_typeof(failures) = 'array'),
        contact text NOT NULL,
        phone text NOT NULL,
        response_days integer NOT NULL CONSTRAINT ck_accessibility_statement_response_days
          CHECK (response_days BETWEEN 1 AND 60),
        saved_at timestamptz NOT NULL,
        saved_by uuid NOT NULL,
        saved_by_name text NOT NULL,
        CONSTRAINT ck_accessibility_statement_assessor CHECK (method = 'self' OR assessor <> ''),
        CONSTRAINT ck_accessibility_statement_known CHECK (conformance = 'full' OR jsonb_array_length(failures) > 0)
      )`);
    await appendOnly(runner, 'accessibility_statement');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE accessibility_statement');
    await runner.query('DROP TABLE plan_document_version');
    await runner.query('DROP TABLE plan_document');
  }
}
