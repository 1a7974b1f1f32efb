import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each publication says of what kind its content is; a kind may belong to no plan. Until now there was one kind. */
export class ContentKinds1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE publication
        ADD COLUMN content_kind text NOT NULL DEFAULT 'environmental-report'
          CONSTRAINT ck_publication_content_kind CHECK (content_kind ~ '^[a-z][a-z0-9-]{0,59}$'),
        ALTER COLUMN plan_id DROP NOT NULL,
        DROP CONSTRAINT uq_publication_period,
        ADD CONSTRAINT uq_publication_period UNIQUE NULLS NOT DISTINCT (plan_id, content_kind, period)`);
    await runner.query('ALTER TABLE publication ALTER COLUMN content_kind DROP DEFAULT');
  }

  /** Fails where something of another kind has been published: it could not be kept. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE publication
        ADD CONSTRAINT ck_publication_one_kind CHECK (content_kind = 'environmental-report')`);
    await runner.query(`
      ALTER TABLE publication
        DROP CONSTRAINT uq_publication_period,
        ADD CONSTRAINT uq_publication_period UNIQUE (plan_id, kind, period),
        ALTER COLUMN plan_id SET NOT NULL,
        DROP COLUMN content_kind`);
  }
}
