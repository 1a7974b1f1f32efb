import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language that a plan and what is written about it are in, as a language tag; plans from before were all Swedish. */
export class PlanLanguage1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plan ADD COLUMN language text NOT NULL DEFAULT 'sv'
        CONSTRAINT ck_plan_language CHECK (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan DROP COLUMN language');
  }
}
