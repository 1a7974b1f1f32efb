import { randomUUID } from 'node:crypto';
import { PdfPrinter } from '@malspar/print-api';
import { PublicationWorld } from '../testing/publication-world.js';

/** Kept for ever, though not named as publications are. */
const OTHERS = ['audit_event', 'report_revision', 'report_transition', 'target_version'];
const FLIPS = 200;
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Whole numbers below `bound`, the same for the same seed (a linear congruential generator). */
function numbersFrom(seed: number): (bound: number) => number {
  let state = BigInt(seed);
  return (bound) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n);
    return Number(((state >> 32n) * BigInt(bound)) >> 32n);
  };
}

describe('what has been published', () => {
  let world: PublicationWorld;
  let tables: string[];
  const printer = new PdfPrinter();

  beforeAll(async () => {
    world = await PublicationWorld.create();
    const { coordinator } = await world.cast();
    await world.publications.publish(coordinator, '2027-T1', randomUUID(), world.request('2027-T1'), printer);
    const named = await world.sql<{ name: string }>(
      'superuser',
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND relname LIKE 'publication%' ORDER BY relname`,
    );
    tables = [...named.map(({ name }) => name), ...OTHERS];
  });
  afterAll(async () => {
    printer.close();
    await world.end();
  });

  const refusalOf = (as: 'app' | 'owner', sql: string): Promise<string> =>
    world.sql(as, sql).then(
      () => 'done',
      (error: unknown) => String(error),
    );

  it('is in these tables, and in each of them there is something to lose', async () => {
    expect(tables).toEqual(expect.arrayContaining(['publication', 'publication_version', 'publication_file']));
    for (const table of tables) {
      const [row] = await world.sql<{ any: boolean }>('superuser', `SELECT EXISTS (SELECT FROM ${table}) AS any`);
      expect([table, row?.any]).toEqual([table, true]);
    }
  });

  it('cannot be changed, deleted or emptied: the app lacks the right, and its owner is stopped by the table', async () => {
    for (const table of tables) {
      const columns = await world.sql<{ name: string }>(
        'superuser',
        `SELECT quote_ident(attname) AS name FROM pg_attribute
         WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped`,
      );
      const attempts = [
        ...columns.map(({ name }) => `UPDATE ${table} SET ${name} = ${name}`),
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ];
      for (const attempt of attempts) {
        expect([attempt, await refusalOf('app', attempt)]).toEqual([
          attempt,
          expect.stringContaining('permission denied'),
        ]);
        expect([attempt, await refusalOf('owner', attempt)]).toEqual([
          attempt,
          expect.stringContaining('rows are only ever added'),
        ]);
      }
    }
  });

  it('cannot be overwritten by way of an insert, nor the table be changed by the app', async () => {
    for (const table of tables) {
      const [key] = await world.sql<{ name: string }>(
        'superuser',
        `SELECT conname AS name FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype = 'p'`,
      );
      const [column] = await world.sql<{ name: string }>(
        'superuser',
        `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 1`,
      );
      for (const attempt of [
        `INSERT INTO ${table} SELECT * FROM ${table} ON CONFLICT ON CONSTRAINT ${key?.name} DO UPDATE
           SET ${column?.name} = EXCLUDED.${column?.name}`,
        `MERGE INTO ${table} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`,
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        `DROP TABLE ${table} CASCADE`,
        `SET session_replication_role = replica`,
      ]) {
        expect([attempt, await refusalOf('app', attempt)]).toEqual([
          attempt,
          expect.stringMatching(/permission denied|must be owner/),
        ]);
      }
    }
  });

  describe('and is changed on its way', () => {
    const formats = ['.pdf', '.xlsx', '-figures.csv', '-utfall-excel.csv', '.json', '.zip'];
    const outcomeOf = async (bytes: Uint8Array) => (await world.publications.verify(bytes)).outcome;

    async function fileNamed(end: string): Promise<Uint8Array> {
      const [publication] = await world.publications.list();
      const file = publication?.versions[0]?.files.find(({ name }) => name.endsWith(end));
      if (!file) throw new Error(`No file ${end}`);
      return (await world.publications.file('2027-T1', 1, file.name)).content;
    }

    it.each(formats)(`is recognised, whichever of ${FLIPS} bytes it is (SEED=${SEED}): %s`, async (end) => {
      const next = numbersFrom(SEED);
      const bytes = await fileNamed(end);
      expect(await outcomeOf(bytes)).toBe('published');
      for (let flip = 0; flip < FLIPS; flip++) {
        const changed = Uint8Array.from(bytes);
        const place = next(changed.length);
        changed[place] = (changed[place] ?? 0) ^ (1 + next(255));
        expect([end, place, changed[place], await outcomeOf(changed)]).toEqual([end, place, changed[place], 'unknown']);
      }
      for (const other of [bytes.slice(0, -1), bytes.slice(1), Buffer.concat([bytes, Buffer.from(' ')])]) {
        // A space after JSON changes the bytes, but nothing that they say.
        const found = await world.publications.verify(other);
        expect(found).toMatchObject(
          end === '.json' && other.length > bytes.length ? { match: 'content' } : { outcome: 'unknown' },
        );
      }
    });

    it('is the same content with other spaces and another order of keys, and another with other words', async () => {
      const report = JSON.parse(new TextDecoder().decode(await fileNamed('.json'))) as unknown;
      const turned = (value: unknown): unknown =>
        Array.isArray(value)
          ? value.map(turned)
          : typeof value === 'object' && value !== null
            ? Object.fromEntries(
                Object.entries(value)
                  .reverse()
                  .map(([key, inner]) => [key, turned(inner)]),
              )
            : value;
      const encode = (value: unknown, indent?: string) => new TextEncoder().encode(JSON.stringify(value, null, indent));
      for (const alike of [encode(report, '  '), encode(turned(report)), encode(turned(report), '\t')]) {
        expect(await world.publications.verify(alike)).toMatchObject({
          outcome: 'published',
          match: 'content',
          version: 1,
        });
      }
      const escaped = JSON.stringify(report).replaceAll('å', '\\u00e5');
      expect(await outcomeOf(new TextEncoder().encode(escaped))).toBe('published');
      for (const other of [{ ...(report as object), version: 2 }, { ...(report as object), more: 1 }, [report]]) {
        expect(await outcomeOf(encode(other))).toBe('unknown');
      }
    });

    it('is unknown when it is nothing at all, or JSON that would be the end of a careless reader', async () => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      for (const text of ['', ' ', '{}', 'null', '"\\ud800"', '1e999', '{"a":1,"a":2}', deep]) {
        expect([text.slice(0, 20), await outcomeOf(new TextEncoder().encode(text))]).toEqual([
          text.slice(0, 20),
          'unknown',
        ]);
      }
    });
  });
});
