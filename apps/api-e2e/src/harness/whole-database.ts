import pg from 'pg';

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// What belongs to an extension comes and goes with it.
const OWN = (oid: string, catalogue: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

const SCHEMA = [
  // A column's place, not its number: what was dropped leaves a number behind.
  `SELECT format('column %s.%s %s %s null=%s default=%s', c.relname, a.attname,
     row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) AS line
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'S') AND a.attnum > 0 AND NOT a.attisdropped`,
  `SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
   FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0`,
  `SELECT 'index ' || indexdef AS line FROM pg_indexes WHERE schemaname = 'public'`,
  `SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || tgenabled::text AS line
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace`,
  `SELECT 'function ' || pg_get_functiondef(p.oid) AS line FROM pg_proc p
   WHERE pronamespace = 'public'::regnamespace AND prokind = 'f' AND ${OWN('p.oid', 'pg_proc')}`,
  `SELECT format('type %s', typname) AS line FROM pg_type t
   WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND ${OWN('t.oid', 'pg_type')}`,
  `SELECT format('owner %s %s', relname, relowner::regrole) AS line FROM pg_class
   WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')`,
  // The creation of a table lists rights in any order.
  `SELECT format('grant %s %s %s', c.relname, grantee::regrole, privilege_type) AS line
   FROM pg_class c, aclexplode(c.relacl) WHERE c.relnamespace = 'public'::regnamespace`,
  `SELECT format('grant %s.%s %s %s', c.relname, a.attname, grantee::regrole, privilege_type) AS line
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl)
   WHERE c.relnamespace = 'public'::regnamespace`,
];

/** The whole schema as sorted lines: columns, constraints, indexes, triggers, functions, types, owners and rights. */
export const schemaOf = (url: string): Promise<string[]> =>
  withClient(url, async (client) => {
    const lines: string[] = [];
    for (const sql of SCHEMA) lines.push(...(await client.query<{ line: string }>(sql)).rows.map((row) => row.line));
    return lines.sort();
  });

/** Every row of every table but the migrations' own, as text in which PostgreSQL loses nothing. */
export const dataOf = (url: string): Promise<Map<string, string[]>> =>
  withClient(url, async (client) => {
    const data = new Map<string, string[]>();
    for (const table of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t ORDER BY 1`);
      data.set(
        table,
        rows.map(({ row }) => row),
      );
    }
    return data;
  });

/** A hash of each table's rows, whatever their order; of all tables but the migrations' own and those excepted. */
export async function hashesOf(client: pg.Client, except: readonly string[] = []): Promise<Map<string, string>> {
  const tables = (await tablesOf(client)).filter((table) => !except.includes(table));
  const each = tables.map(
    (table) => `SELECT '${table}' AS name, md5(string_agg(row, '' ORDER BY row)) AS hash
      FROM (SELECT md5(t::text) AS row FROM ${table} t) AS rows`,
  );
  const { rows } = await client.query<{ name: string; hash: string | null }>(each.join(' UNION ALL '));
  return new Map(rows.map(({ name, hash }) => [name, hash ?? 'empty']));
}

/** Puts the rows back in the place of what is there, in any order: rules between tables rest until all of them are in place. */
export const putBack = (url: string, data: ReadonlyMap<string, readonly string[]>): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
    for (const [table, rows] of data) {
      await client.query(`DELETE FROM ${table}`);
      await client.query(`INSERT INTO ${table} SELECT (row::${table}).* FROM unnest($1::text[]) AS row`, [rows]);
    }
    await client.query('COMMIT');
  });

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration' ORDER BY relname`,
  );
  return rows.map((row) => row.name);
}
