// Ten times the data: nine more plans beside the current one, each with all its periods, reports, entries, revisions
// and comments under ids of their own. What is asked stays as large as it was.
import pg from 'pg';

/** Parents before children. */
const TABLES = [
  ...['plan', 'source', 'overarching_goal', 'driver', 'department', 'focus_area', 'focus_area_goal', 'target'],
  ...['indicator', 'milestone', 'amendment', 'target_version', 'climate_goal', 'verdict_label'],
  ...['reporting_period', 'report', 'entry', 'entry_value', 'report_revision', 'report_transition', 'report_comment'],
];
/** People stay who they are. */
const OF_PEOPLE = /_by$|^(actor|author)_id$/;

/** @typedef {{table: string, name: string, type: string}} Column */

/** @param {string} ownerUrl the database, as the owner of its schema */
export async function addPlans(ownerUrl, more = 9) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT table_name AS "table", column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ANY ($1) AND is_generated = 'NEVER'`,
      [TABLES],
    );
    await client.query('BEGIN');
    for (const table of TABLES) {
      const columns = rows.filter((/** @type {Column} */ column) => column.table === table);
      const names = columns.map((/** @type {Column} */ { name }) => name).join(', ');
      const values = columns.map(copied).join(', ');
      await client.query(
        `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table}, generate_series(1, ${more}) AS nth`,
      );
    }
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** The column of a copy, which is numbered `nth`. */
function copied(/** @type {Column} */ { table, name, type }) {
  if (table === 'plan' && name === 'slug') return `slug || '-' || nth`;
  if (table === 'plan' && name === 'is_current') return 'false';
  return type === 'uuid' && !OF_PEOPLE.test(name) ? `md5(${name}::text || nth)::uuid` : name;
}
