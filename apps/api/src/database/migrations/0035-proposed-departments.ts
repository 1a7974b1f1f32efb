import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a plan file last proposed of departments stands beside what they are: where the two differ, somebody has edited
 * the row in the application, and no file takes that back. Null: no file has proposed it.
 */
export class ProposedDepartments1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE department ADD COLUMN proposed_title text');
    await runner.query('UPDATE department SET proposed_title = title');
    await runner.query('ALTER TABLE focus_area ADD COLUMN proposed_department_id uuid');
    await runner.query('UPDATE focus_area SET proposed_department_id = department_id');
    await runner.query(`ALTER TABLE focus_area ADD CONSTRAINT fk_focus_area_proposed_department
      FOREIGN KEY (plan_id, proposed_department_id) REFERENCES department (plan_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE focus_area DROP COLUMN proposed_department_id');
    await runner.query('ALTER TABLE department DROP COLUMN proposed_title');
  }
}
