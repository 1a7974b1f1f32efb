import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

const slug = (table: string): string =>
  `slug text NOT NULL CONSTRAINT ck_${table}_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')`;

/** Where a row comes from; what is verified names a source of the same plan. */
const origin = (table: string): string => `
  provenance text NOT NULL
    CONSTRAINT ck_${table}_provenance CHECK (provenance IN ('verified', 'illustrative', 'reported')),
  source_key text,
  CONSTRAINT ck_${table}_verified CHECK (provenance <> 'verified' OR source_key IS NOT NULL),
  CONSTRAINT fk_${table}_source FOREIGN KEY (plan_id, source_key) REFERENCES source (plan_id, key)`;

/** The same for one value of a row, when it has the value. */
const valueOrigin = (table: string, value: string): string => `
  ${value}_provenance text
    CONSTRAINT ck_${table}_${value}_provenance CHECK (${value}_provenance IN ('verified', 'illustrative', 'reported')),
  ${value}_source_key text,
  CONSTRAINT ck_${table}_${value}_origin CHECK ((${value} IS NULL) = (${value}_provenance IS NULL)),
  CONSTRAINT ck_${table}_${value}_verified CHECK (${value}_provenance <> 'verified' OR ${value}_source_key IS NOT NULL),
  CONSTRAINT fk_${table}_${value}_source FOREIGN KEY (plan_id, ${value}_source_key) REFERENCES source (plan_id, key)`;

const period = (column: string, constraint: string): string =>
  `CONSTRAINT ${constraint} CHECK (${column} ~ '^\\d{4}(-Q[1-4]|-T[1-3])?$')`;

const cadence = (constraint: string): string =>
  `CONSTRAINT ${constraint} CHECK (cadence IN ('quarter', 'tertial', 'year'))`;

const TABLES = [
  `CREATE TABLE plan (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_plan PRIMARY KEY,
    ${slug('plan')} CONSTRAINT uq_plan_slug UNIQUE,
    title text NOT NULL,
    organisation text NOT NULL,
    contact text NOT NULL,
    decided_by text NOT NULL,
    start_date date NOT NULL,
    end_date date NOT NULL,
    cadence text NOT NULL ${cadence('ck_plan_cadence')},
    open_period text NOT NULL ${period('open_period', 'ck_plan_open_period')},
    is_current boolean NOT NULL DEFAULT false,
    loaded_at timestamptz NOT NULL DEFAULT now(),
    provenance text NOT NULL CONSTRAINT ck_plan_provenance CHECK (provenance IN ('verified', 'illustrative', 'reported')),
    source_key text,
    CONSTRAINT ck_plan_verified CHECK (provenance <> 'verified' OR source_key IS NOT NULL),
    CONSTRAINT ck_plan_dates CHECK (start_date <= end_date)
  )`,
  'CREATE UNIQUE INDEX uq_plan_current ON plan (is_current) WHERE is_current',
  `CREATE TABLE source (
    plan_id uuid NOT NULL CONSTRAINT fk_source_plan REFERENCES plan (id),
    key text NOT NULL,
    position int NOT NULL,
    title text NOT NULL,
    url text NOT NULL CONSTRAINT ck_source_url CHECK (url ~ '^https?://'),
    CONSTRAINT pk_source PRIMARY KEY (plan_id, key)
  )`,
  // A plan and its sources refer to each other; both are in place when the transaction ends.
  `ALTER TABLE plan ADD CONSTRAINT fk_plan_source FOREIGN KEY (id, source_key) REFERENCES source (plan_id, key)
    DEFERRABLE INITIALLY DEFERRED`,
  `CREATE TABLE overarching_goal (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_overarching_goal PRIMARY KEY,
    plan_id uuid NOT NULL CONSTRAINT fk_overarching_goal_plan REFERENCES plan (id),
    ${slug('overarching_goal')},
    number int NOT NULL CONSTRAINT ck_overarching_goal_number CHECK (number > 0),
    title text NOT NULL,
    ${origin('overarching_goal')},
    CONSTRAINT uq_overarching_goal_slug UNIQUE (plan_id, slug),
    CONSTRAINT uq_overarching_goal_number UNIQUE (plan_id, number) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_overarching_goal_plan UNIQUE (plan_id, id)
  )`,
  `CREATE TABLE driver (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_driver PRIMARY KEY,
    plan_id uuid NOT NULL CONSTRAINT fk_driver_plan REFERENCES plan (id),
    ${slug('driver')},
    position int NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    ${origin('driver')},
    CONSTRAINT uq_driver_slug UNIQUE (plan_id, slug)
  )`,
  `CREATE TABLE department (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_department PRIMARY KEY,
    plan_id uuid NOT NULL CONSTRAINT fk_department_plan REFERENCES plan (id),
    ${slug('department')},
    position int NOT NULL,
    title text NOT NULL,
    ${origin('department')},
    CONSTRAINT uq_department_slug UNIQUE (plan_id, slug),
    CONSTRAINT uq_department_plan UNIQUE (plan_id, id)
  )`,
  `CREATE TABLE focus_area (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_focus_area PRIMARY KEY,
    plan_id uuid NOT NULL CONSTRAINT fk_focus_area_plan REFERENCES plan (id),
    ${slug('focus_area')},
    number int NOT NULL CONSTRAINT ck_focus_area_number CHECK (number > 0),
    title text NOT NULL,
    department_id uuid NOT NULL,
    goals_provenance text NOT NULL
      CONSTRAINT ck_focus_area_goals_provenance CHECK (goals_provenance IN ('verified', 'illustrative', 'reported')),
    aim text NOT NULL,
    ${valueOrigin('focus_area', 'aim')},
    ${origin('focus_area')},
    CONSTRAINT fk_focus_area_department FOREIGN KEY (plan_id, department_id) REFERENCES department (plan_id, id),
    CONSTRAINT uq_focus_area_slug UNIQUE (plan_id, slug),
    CONSTRAINT uq_focus_area_number UNIQUE (plan_id, number) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_focus_area_plan UNIQUE (plan_id, id)
  )`,
  'CREATE INDEX ix_focus_area_department ON focus_area (department_id)',
  `CREATE TABLE focus_area_goal (
    plan_id uuid NOT NULL,
    focus_area_id uuid NOT NULL,
    goal_id uuid NOT NULL,
    position int NOT NULL,
    CONSTRAINT pk_focus_area_goal PRIMARY KEY (focus_area_id, goal_id),
    CONSTRAINT fk_focus_area_goal_area FOREIGN KEY (plan_id, focus_area_id) REFERENCES focus_area (plan_id, id),
    CONSTRAINT fk_focus_area_goal_goal FOREIGN KEY (plan_id, goal_id) REFERENCES overarching_goal (plan_id, id)
  )`,
  'CREATE INDEX ix_focus_area_goal_goal ON focus_area_goal (goal_id)',
  `CREATE TABLE target (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_target PRIMARY KEY,
    plan_id uuid NOT NULL CONSTRAINT fk_target_plan REFERENCES plan (id),
    focus_area_id uuid NOT NULL,
    code text NOT NULL CONSTRAINT ck_target_code CHECK (code ~ '^[A-ZÅÄÖ]{1,4}[0-9]{1,3}[a-z]?$'),
    position int NOT NULL,
    note text,
    not_measurable_until text ${period('not_measurable_until', 'ck_target_not_measurable_until')},
    ${origin('target')},
    CONSTRAINT fk_target_focus_area FOREIGN KEY (plan_id, focus_area_id) REFERENCES focus_area (plan_id, id),
    CONSTRAINT uq_target_code UNIQUE (plan_id, code),
    CONSTRAINT uq_target_plan UNIQUE (plan_id, id)
  )`,
  'CREATE INDEX ix_target_focus_area ON target (focus_area_id)',
  `CREATE TABLE indicator (
    target_id uuid NOT NULL CONSTRAINT pk_indicator PRIMARY KEY,
    plan_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_indicator_kind CHECK (kind IN ('numeric', 'milestone')),
    name text NOT NULL,
    unit text NOT NULL,
    decimals int NOT NULL CONSTRAINT ck_indicator_decimals CHECK (decimals BETWEEN 0 AND 6),
    cadence text NOT NULL ${cadence('ck_indicator_cadence')},
    direction text NOT NULL CONSTRAINT ck_indicator_direction CHECK (direction IN ('decrease', 'increase', 'reach')),
    method text,
    breakdown text,
    baseline_year int,
    baseline numeric(18, 6),
    ${valueOrigin('indicator', 'baseline')},
    ${origin('indicator')},
    CONSTRAINT ck_indicator_baseline CHECK
      ((kind = 'numeric') = (baseline IS NOT NULL) AND (baseline IS NULL) = (baseline_year IS NULL)),
    CONSTRAINT fk_indicator_target FOREIGN KEY (plan_id, target_id) REFERENCES target (plan_id, id)
  )`,
  `CREATE TABLE milestone (
    target_id uuid NOT NULL CONSTRAINT fk_milestone_indicator REFERENCES indicator (target_id),
    position int NOT NULL,
    title text NOT NULL,
    due text NOT NULL ${period('due', 'ck_milestone_due')},
    done text ${period('done', 'ck_milestone_done')},
    CONSTRAINT pk_milestone PRIMARY KEY (target_id, position)
  )`,
  `CREATE TABLE amendment (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_amendment PRIMARY KEY,
    plan_id uuid NOT NULL CONSTRAINT fk_amendment_plan REFERENCES plan (id),
    target_id uuid,
    date text NOT NULL CONSTRAINT ck_amendment_date CHECK
      (date ~ '^\\d{4}(-(0[1-9]|1[0-2])(-\\d{2})?|-(spring|summer|autumn|winter))?$'),
    valid_from date NOT NULL,
    position int NOT NULL,
    text text NOT NULL,
    decision_reference text,
    plan_end_from date,
    plan_end_to date,
    ${origin('amendment')},
    CONSTRAINT ck_amendment_plan_end CHECK ((plan_end_from IS NULL) = (plan_end_to IS NULL)),
    CONSTRAINT ck_amendment_target_or_plan_end CHECK (target_id IS NULL OR plan_end_from IS NULL),
    CONSTRAINT fk_amendment_target FOREIGN KEY (plan_id, target_id) REFERENCES target (plan_id, id),
    CONSTRAINT uq_amendment_plan UNIQUE (plan_id, id)
  )`,
  'CREATE INDEX ix_amendment_target ON amendment (target_id)',
  `CREATE TABLE target_version (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_target_version PRIMARY KEY,
    plan_id uuid NOT NULL,
    target_id uuid NOT NULL,
    valid_from date NOT NULL,
    title text NOT NULL,
    target_year int NOT NULL CONSTRAINT ck_target_version_year CHECK (target_year BETWEEN 1900 AND 2200),
    target_value numeric(18, 6),
    ${valueOrigin('target_version', 'target_value')},
    amendment_id uuid,
    CONSTRAINT fk_target_version_target FOREIGN KEY (plan_id, target_id) REFERENCES target (plan_id, id),
    CONSTRAINT fk_target_version_amendment FOREIGN KEY (plan_id, amendment_id) REFERENCES amendment (plan_id, id),
    CONSTRAINT uq_target_version_valid_from UNIQUE (target_id, valid_from)
  )`,
  // Only the first version of a target is without an amendment.
  'CREATE UNIQUE INDEX uq_target_version_first ON target_version (target_id) WHERE amendment_id IS NULL',
  'CREATE INDEX ix_target_version_amendment ON target_version (amendment_id)',
  `CREATE TABLE climate_goal (
    plan_id uuid NOT NULL CONSTRAINT fk_climate_goal_plan REFERENCES plan (id),
    year int NOT NULL,
    text text NOT NULL,
    base_year int,
    reduction numeric(18, 6) CONSTRAINT ck_climate_goal_reduction CHECK (reduction BETWEEN 0 AND 1),
    ${origin('climate_goal')},
    CONSTRAINT pk_climate_goal PRIMARY KEY (plan_id, year)
  )`,
  `CREATE TABLE verdict_label (
    plan_id uuid NOT NULL CONSTRAINT fk_verdict_label_plan REFERENCES plan (id),
    code text NOT NULL CONSTRAINT ck_verdict_label_code CHECK (code IN ('fully', 'largely', 'partly', 'not')),
    position int NOT NULL,
    label text NOT NULL,
    ${origin('verdict_label')},
    CONSTRAINT pk_verdict_label PRIMARY KEY (plan_id, code)
  )`,
];

/** Rows that may be corrected and, while nothing refers to them, taken away. */
const LISTS = ['overarching_goal', 'driver', 'focus_area_goal', 'milestone', 'climate_goal', 'verdict_label'];
/** Rows that assignments and reports refer to, or that others' origin depends on: they may change but never go. */
const LASTING = ['plan', 'source', 'department', 'focus_area', 'target', 'indicator'];

/** The plan: goals, areas, targets and what they have said over time. */
export class Plan1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(table);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${LISTS.join(', ')} TO malspar_app`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${LASTING.join(', ')} TO malspar_app`);

    // What a target said on a past date is never rewritten: a change is a new version, by an amendment.
    await appendOnly(runner, 'target_version');
    // How an amendment is worded may be corrected; when it counts from and what it changed may not.
    await runner.query('GRANT SELECT, INSERT ON amendment TO malspar_app');
    await runner.query(
      'GRANT UPDATE (position, text, decision_reference, provenance, source_key) ON amendment TO malspar_app',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan DROP CONSTRAINT fk_plan_source');
    for (const table of [
      ...['verdict_label', 'climate_goal', 'target_version', 'amendment', 'milestone', 'indicator', 'target'],
      ...['focus_area_goal', 'focus_area', 'department', 'driver', 'overarching_goal', 'source', 'plan'],
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
