import { planEntities } from '@malspar/plan-api/testing';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import pg from 'pg';
import { DataSource } from 'typeorm';

describe('versions of data that is held in memory', () => {
  let database: TestDatabase;
  let writer: pg.Client;
  let reader: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    // Rules that are not at issue here rest; triggers of ours do not.
    writer = new pg.Client({ connectionString: database.superuserUrl });
    reader = new pg.Client({ connectionString: database.appUrl });
    await Promise.all([writer.connect(), reader.connect()]);
    await writer.query(PLAN);
    await writer.query(REPORTS);
  });
  afterAll(async () => {
    await Promise.all([writer.end(), reader.end()]);
    await database.drop();
  });

  async function versions(client = reader): Promise<Record<string, string>> {
    const { rows } = await client.query<{ topic: string; version: string }>('SELECT topic, version FROM data_version');
    return Object.fromEntries(rows.map(({ topic, version }) => [topic, version]));
  }
  /** The topics that have another version after the statement. */
  async function renewedBy(statement: string): Promise<string[]> {
    const before = await versions();
    await writer.query(statement);
    const after = await versions();
    return Object.keys(after).filter((topic) => after[topic] !== before[topic]);
  }

  it('are renewed by every table that the plan is kept in', async () => {
    const source = new DataSource({ type: 'postgres', entities: planEntities, url: database.appUrl });
    await source.initialize();
    const tables = source.entityMetadatas.map(({ tableName }) => tableName).sort();
    await source.destroy();
    const { rows } = await reader.query<{ name: string }>(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger
       WHERE tgname = tgrelid::regclass::text || '_renews_version' AND encode(tgargs, 'escape') LIKE 'plan%' ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(rows.map(({ name }) => name)).toEqual(tables);
  });

  it('are those of the plan when a row of it is added, changed or taken away', async () => {
    const goal = `INSERT INTO climate_goal (plan_id, year, text, provenance) SELECT id, 2045, 'Noll', 'reported' FROM plan`;
    expect(await renewedBy(goal)).toEqual(['plan']);
    expect(await renewedBy(`UPDATE climate_goal SET text = 'Inget'`)).toEqual(['plan']);
    expect(await renewedBy('DELETE FROM climate_goal')).toEqual(['plan']);
    expect(await renewedBy('DELETE FROM climate_goal')).toEqual([]);
  });

  it('are those of the approved word when a report that has been submitted is written in, and of no other', async () => {
    expect(await renewedBy(`UPDATE report SET version = version + 1 WHERE state = 'approved'`)).toEqual([
      'approved-word',
    ]);
    expect(await renewedBy(`UPDATE report SET version = version + 1 WHERE state = 'draft'`)).toEqual([]);
  });

  it('change for others at the moment that the change does', async () => {
    const before = await versions();
    await writer.query('BEGIN');
    await writer.query(`UPDATE plan SET title = 'Ny titel'`);
    await writer.query(`UPDATE report SET version = version + 1`);
    expect(await versions()).toEqual(before);
    await writer.query('COMMIT');
    const after = await versions();
    expect([after['plan'] !== before['plan'], after['approved-word'] !== before['approved-word']]).toEqual([
      true,
      true,
    ]);
    await writer.query('BEGIN');
    await writer.query(`UPDATE plan SET title = 'Ångrad titel'`);
    await writer.query('ROLLBACK');
    expect(await versions()).toEqual(after);
  });

  it('hold nobody up who writes something else, however long another writes', async () => {
    const second = new pg.Client({ connectionString: database.superuserUrl });
    await second.connect();
    try {
      await writer.query('BEGIN');
      await writer.query(`UPDATE report SET version = version + 1 WHERE state = 'approved'`);
      await second.query(`SET lock_timeout = '50ms'`);
      await second.query(`UPDATE report SET version = version + 1 WHERE state = 'published'`);
      await writer.query('COMMIT');
    } finally {
      await second.end();
    }
  });
});

const PLAN = `
  INSERT INTO plan (slug, title, organisation, contact, decided_by, start_date, end_date, cadence, open_period, provenance)
  VALUES ('plan', 'Plan', 'Kommunen', 'a@b.example', 'KF', '2025-01-01', '2025-12-31', 'quarter', '2025-Q1', 'reported');
  INSERT INTO department (plan_id, slug, position, title, provenance)
  SELECT id, 'teknik', 1, 'Teknik', 'reported' FROM plan;
  INSERT INTO focus_area (plan_id, slug, number, title, department_id, goals_provenance, aim, aim_provenance, provenance)
  SELECT p.id, 'area-' || n, n, 'Område', d.id, 'reported', 'Bra.', 'reported', 'reported'
  FROM plan p, department d, generate_series(1, 3) n`;
const REPORTS = `
  INSERT INTO reporting_period (plan_id, code, starts_on, ends_on, opens_on, due_on)
  SELECT id, '2025-Q1', '2025-01-01', '2025-03-31', '2025-04-01', '2025-04-20' FROM plan;
  INSERT INTO report (period_id, focus_area_id, state, state_since, created_at, revision, revision_sha256, submitted_at)
  SELECT p.id, a.id, (ARRAY['draft', 'approved', 'published'])[a.number], now(), now(), least(a.number - 1, 1),
    CASE WHEN a.number > 1 THEN 'x' END, CASE WHEN a.number > 1 THEN now() END
  FROM reporting_period p, focus_area a`;
