import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and what they answer for. */
export class Identity1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_person PRIMARY KEY,
        tenant_id uuid NOT NULL,
        object_id uuid NOT NULL,
        name text NOT NULL CONSTRAINT ck_person_name CHECK (length(name) BETWEEN 1 AND 200),
        email text NOT NULL CONSTRAINT ck_person_email CHECK (length(email) <= 320),
        roles text[] NOT NULL DEFAULT '{}'
          CONSTRAINT ck_person_roles CHECK (roles <@ ARRAY['owner', 'manager', 'coordinator', 'admin', 'viewer']),
        active boolean NOT NULL DEFAULT true,
        last_sign_in_at timestamptz,
        CONSTRAINT uq_person_tenant_id_object_id UNIQUE (tenant_id, object_id)
      )`);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON person TO malspar_app');
    await runner.query(`
      CREATE TABLE assignment (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_assignment PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_assignment_person_id REFERENCES person (id),
        kind text NOT NULL CONSTRAINT ck_assignment_kind CHECK (kind IN ('owner', 'manager')),
        focus_area_id uuid CONSTRAINT fk_assignment_focus_area_id REFERENCES focus_area (id),
        department_id uuid CONSTRAINT fk_assignment_department_id REFERENCES department (id),
        deputy boolean NOT NULL DEFAULT false,
        starts_on date NOT NULL,
        ends_on date CONSTRAINT ck_assignment_ends_on CHECK (ends_on >= starts_on),
        version integer NOT NULL DEFAULT 1,
        -- An owner answers for a focus area, a manager for a department, and never for both.
        CONSTRAINT ck_assignment_scope CHECK (
          (kind = 'owner' AND focus_area_id IS NOT NULL AND department_id IS NULL)
          OR (kind = 'manager' AND department_id IS NOT NULL AND focus_area_id IS NULL)
        ),
        CONSTRAINT ex_assignment_overlap EXCLUDE USING gist (
          person_id WITH =,
          coalesce(focus_area_id, department_id) WITH =,
          daterange(starts_on, ends_on, '[]') WITH &&
        )
      )`);
    await runner.query('CREATE INDEX ix_assignment_focus_area_id ON assignment (focus_area_id)');
    await runner.query('CREATE INDEX ix_assignment_department_id ON assignment (department_id)');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON assignment TO malspar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assignment');
    await runner.query('DROP TABLE person');
  }
}
