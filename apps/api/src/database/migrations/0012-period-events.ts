import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

/** What has been done with a reporting period, by whom and why; and the version that a change of it is based on. */
export class PeriodEvents1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reporting_period ADD COLUMN version integer NOT NULL DEFAULT 1');
    await runner.query(`
      CREATE TABLE reporting_period_event (
        period_id uuid NOT NULL CONSTRAINT fk_reporting_period_event_period REFERENCES reporting_period (id),
        number integer NOT NULL CONSTRAINT ck_reporting_period_event_number CHECK (number > 0),
        kind text NOT NULL CONSTRAINT ck_reporting_period_event_kind
          CHECK (kind IN ('opened', 'due_moved', 'closed', 'reopened')),
        due_on date CONSTRAINT ck_reporting_period_event_due CHECK ((due_on IS NULL) = (kind IN ('closed', 'reopened'))),
        reason text,
        actor_id uuid,
        actor_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_reporting_period_event PRIMARY KEY (period_id, number),
        CONSTRAINT ck_reporting_period_event_reason CHECK (reason IS NOT NULL OR kind IN ('opened', 'closed'))
      )`);
    await appendOnly(runner, 'reporting_period_event');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reporting_period_event');
    await runner.query('ALTER TABLE reporting_period DROP COLUMN version');
  }
}
