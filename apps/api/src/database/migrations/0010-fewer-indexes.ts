import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are recognised among all that are published, read at once: no query ever looked one up by its hash. */
export class FewerIndexes1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_publication_file_sha256');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_publication_file_sha256 ON publication_file (sha256)');
  }
}
