import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the sessions of one person, to list and to end them. */
export class SessionPerson1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ix_session_person_id ON session ((sess->'person'->>'personId'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_session_person_id');
  }
}
