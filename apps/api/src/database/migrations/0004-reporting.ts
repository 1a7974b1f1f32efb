import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

const STATES = `('draft', 'submitted', 'returned', 'endorsed', 'approved', 'published')`;
const PROVENANCES = `('verified', 'illustrative', 'reported')`;

/** Periods, reports with their entries, frozen revisions, and what has been said and done about them. */
export class Reporting1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createPeriods(runner);
    await this.createReports(runner);
    await this.createEntries(runner);
    await this.createRevisions(runner);
    await this.createTransitions(runner);
    await this.createComments(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_comment');
    await runner.query('DROP TABLE report_transition');
    await runner.query('DROP TABLE report_revision');
    await runner.query('DROP TABLE entry_value');
    await runner.query('DROP TABLE entry');
    await runner.query('DROP TABLE report');
    await runner.query('DROP TABLE reporting_period');
  }

  private async createPeriods(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reporting_period (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_reporting_period PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT fk_reporting_period_plan REFERENCES plan (id),
        code text NOT NULL CONSTRAINT ck_reporting_period_code CHECK (code ~ '^[0-9]{4}(-(Q[1-4]|T[1-3]))?$'),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        opens_on date NOT NULL,
        due_on date NOT NULL,
        closed_at timestamptz,
        closed_by uuid,
        closed_reason text,
        CONSTRAINT uq_reporting_period_code UNIQUE (plan_id, code),
        CONSTRAINT ck_reporting_period_span CHECK (starts_on <= ends_on),
        CONSTRAINT ck_reporting_period_due CHECK (opens_on <= due_on),
        CONSTRAINT ex_reporting_period_overlap
          EXCLUDE USING gist (plan_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
      )`);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON reporting_period TO malspar_app');
  }

  private async createReports(runner: QueryRunner): Promise<void> {
    // The latest revision stands on the report itself: whoever locks the row has all that a decision depends on.
    await runner.query(`
      CREATE TABLE report (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_report PRIMARY KEY,
        period_id uuid NOT NULL CONSTRAINT fk_report_period REFERENCES reporting_period (id),
        focus_area_id uuid NOT NULL CONSTRAINT fk_report_focus_area REFERENCES focus_area (id),
        state text NOT NULL DEFAULT 'draft' CONSTRAINT ck_report_state CHECK (state IN ${STATES}),
        state_since timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        verdict text CONSTRAINT ck_report_verdict CHECK (verdict IN ('fully', 'largely', 'partly', 'not')),
        verdict_explanation text NOT NULL DEFAULT '',
        verdict_provenance text NOT NULL DEFAULT 'reported'
          CONSTRAINT ck_report_verdict_provenance CHECK (verdict_provenance IN ${PROVENANCES}),
        verdict_source_key text,
        verdict_version integer NOT NULL DEFAULT 1,
        verdict_updated_at timestamptz,
        verdict_updated_by uuid,
        verdict_updated_by_name text,
        revision integer NOT NULL DEFAULT 0,
        revision_sha256 text,
        submitted_by uuid,
        submitted_by_name text,
        submitted_at timestamptz,
        endorsed_by uuid,
        transitions integer NOT NULL DEFAULT 0,
        imported_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_report_period_area UNIQUE (period_id, focus_area_id),
        CONSTRAINT ck_report_revision CHECK (revision >= 0 AND (revision = 0) = (revision_sha256 IS NULL)
          AND (revision = 0) = (submitted_at IS NULL)),
        CONSTRAINT ck_report_submitted CHECK (state = 'draft' OR revision > 0),
        CONSTRAINT ck_report_four_eyes CHECK (endorsed_by <> submitted_by),
        CONSTRAINT ck_report_endorsed CHECK (endorsed_by IS NULL OR state IN ('endorsed', 'approved', 'published'))
      )`);
    await runner.query('CREATE INDEX ix_report_focus_area ON report (focus_area_id)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON report TO malspar_app');
  }

  private async createEntries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entry (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_entry PRIMARY KEY,
        report_id uuid NOT NULL CONSTRAINT fk_entry_report REFERENCES report (id),
        target_id uuid NOT NULL CONSTRAINT fk_entry_target REFERENCES target (id),
        target_code text NOT NULL,
        position integer NOT NULL,
        assessment text CONSTRAINT ck_entry_assessment CHECK (assessment IN
          ('achieved', 'on_track', 'uncertain', 'will_not_reach', 'not_started', 'not_measured')),
        no_value_reason text NOT NULL DEFAULT '',
        comment text NOT NULL DEFAULT '',
        measure jsonb,
        parts jsonb NOT NULL DEFAULT '[]',
        milestones jsonb NOT NULL DEFAULT '[]',
        explanations jsonb NOT NULL DEFAULT '{}',
        provenance text NOT NULL DEFAULT 'reported' CONSTRAINT ck_entry_provenance CHECK (provenance IN ${PROVENANCES}),
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz,
        updated_by uuid,
        updated_by_name text,
        CONSTRAINT uq_entry_target UNIQUE (report_id, target_id),
        CONSTRAINT uq_entry_target_code UNIQUE (report_id, target_code)
      )`);
    await runner.query('CREATE INDEX ix_entry_target ON entry (target_id)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON entry TO malspar_app');
    // Without a fixed scale a number keeps the digits it was written with: 46.10 is not 46.1 to its reader.
    await runner.query(`
      CREATE TABLE entry_value (
        entry_id uuid NOT NULL CONSTRAINT fk_entry_value_entry REFERENCES entry (id),
        period text NOT NULL CONSTRAINT ck_entry_value_period CHECK (period ~ '^[0-9]{4}(-(Q[1-4]|T[1-3]))?$'),
        value numeric NOT NULL CONSTRAINT ck_entry_value_size CHECK (abs(value) < 1e12 AND scale(value) <= 6),
        provenance text NOT NULL DEFAULT 'reported'
          CONSTRAINT ck_entry_value_provenance CHECK (provenance IN ${PROVENANCES}),
        source_key text,
        CONSTRAINT pk_entry_value PRIMARY KEY (entry_id, period)
      )`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON entry_value TO malspar_app');
  }

  private async createRevisions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_revision (
        report_id uuid NOT NULL CONSTRAINT fk_report_revision_report REFERENCES report (id),
        number integer NOT NULL CONSTRAINT ck_report_revision_number CHECK (number > 0),
        canonical text NOT NULL,
        sha256 text NOT NULL CONSTRAINT ck_report_revision_sha256
          CHECK (sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
        submitted_by uuid,
        submitted_by_name text NOT NULL,
        submitted_at timestamptz NOT NULL,
        CONSTRAINT pk_report_revision PRIMARY KEY (report_id, number)
      )`);
    await appendOnly(runner, 'report_revision');
  }

  private async createTransitions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_transition (
        report_id uuid NOT NULL CONSTRAINT fk_report_transition_report REFERENCES report (id),
        number integer NOT NULL CONSTRAINT ck_report_transition_number CHECK (number > 0),
        reference text NOT NULL,
        name text NOT NULL,
        from_state text NOT NULL CONSTRAINT ck_report_transition_from CHECK (from_state IN ${STATES}),
        to_state text NOT NULL CONSTRAINT ck_report_transition_to CHECK (to_state IN ${STATES}),
        revision integer NOT NULL,
        reason text,
        actor_id uuid NOT NULL,
        actor_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_report_transition PRIMARY KEY (report_id, number)
      )`);
    await appendOnly(runner, 'report_transition');
  }

  private async createComments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_comment (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_report_comment PRIMARY KEY,
        report_id uuid NOT NULL CONSTRAINT fk_report_comment_report REFERENCES report (id),
        revision integer NOT NULL,
        position integer NOT NULL,
        target_code text,
        field text NOT NULL,
        text text NOT NULL,
        suggestion text,
        author_id uuid NOT NULL,
        author_name text NOT NULL,
        created_at timestamptz NOT NULL,
        answer text,
        answered_by uuid,
        answered_by_name text,
        answered_at timestamptz,
        CONSTRAINT fk_report_comment_revision FOREIGN KEY (report_id, revision)
          REFERENCES report_revision (report_id, number),
        CONSTRAINT fk_report_comment_entry FOREIGN KEY (report_id, target_code)
          REFERENCES entry (report_id, target_code),
        CONSTRAINT ck_report_comment_answer CHECK (
          num_nulls(answer, answered_by, answered_by_name, answered_at) IN (0, 4))
      )`);
    await runner.query('CREATE INDEX ix_report_comment_report ON report_comment (report_id)');
    // What was said stays said; only the answer may be written afterwards.
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE (answer, answered_by, answered_by_name, answered_at)
      ON report_comment TO malspar_app`);
  }
}
