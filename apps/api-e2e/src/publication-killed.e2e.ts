import { randomUUID } from 'node:crypto';
import type { PublicationReceipt } from '@malspar/publication-model';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { type TestDatabase, until } from '@malspar/shared-testing';
import pg from 'pg';
import { createSeededDatabase, root } from './harness/api.js';
import { type ApiProcess, startProcess } from './harness/api-process.js';
import { Doorway } from './harness/doorway.js';
import { Person } from './harness/person.js';
import { brokenLinks, halfPublications, tracesOf } from './harness/publication-traces.js';
import { randomFrom, seedOfRun } from './harness/random.js';
import { dataOf, hashesOf, putBack } from './harness/whole-database.js';

const POINTS = 30;
/** Of the points, those that are crowded around the commit and the response. */
const LATE = 10;
/** Of the points, those that come when the response has been received. */
const ANSWERED = 3;
/** The smallest: it is published by the same statements, and each server that is killed has to be started again. */
const PLAN = root('tools/seed/data/exempel-tertial.json');
const SEED = seedOfRun();

interface Server {
  readonly api: ApiProcess;
  /** Its way to the database. */
  readonly doorway: Doorway;
  readonly coordinator: Person;
  /** Settles when it answers again after it was killed. */
  up: Promise<void>;
}

describe('publishing, by a server that is killed', () => {
  let database: TestDatabase;
  let beside: pg.Client;
  // While one is started again the other is killed.
  let servers: Server[];
  let period: string;
  let key: string;
  let start: { readonly data: Map<string, string[]>; readonly hashes: Map<string, string> };
  let written: string[];
  let turn = 0;

  beforeAll(async () => {
    database = await createSeededDatabase(PLAN);
    beside = new pg.Client({ connectionString: database.superuserUrl });
    await beside.connect();
    servers = await Promise.all([server(), server()]);
    const all = await servers[0]!.coordinator.read<ReportingPeriod[]>('periods');
    period = all.find(({ state }) => state === 'closed')!.code;
    start = { data: await dataOf(database.superuserUrl), hashes: await hashes() };
    key = randomUUID();
  });
  afterAll(async () => {
    await Promise.all(servers.map(({ up }) => up));
    await Promise.all(servers.map(({ api }) => api.stop()));
    await Promise.all(servers.map(({ doorway }) => doorway.close()));
    await beside.end();
    await database.drop();
  });

  async function server(): Promise<Server> {
    const doorway = await Doorway.to(database.appUrl);
    const api = await startProcess({ ...database, appUrl: doorway.through(database.appUrl) });
    const coordinator = await new Person(api.origin).signIn('coordinator');
    return { api, doorway, coordinator, up: Promise.resolve() };
  }

  /** As if nothing had been published: each time is like the first, and the servers have no new pages to make. */
  async function startOver(): Promise<void> {
    await putBack(database.superuserUrl, new Map(written.map((table) => [table, start.data.get(table) ?? []])));
    expect(await hashes()).toEqual(start.hashes);
    key = randomUUID();
  }

  // Sessions are touched by whoever asks; how pages are packed is noted by whoever shows them, when there is time for it.
  const hashes = () => hashesOf(beside, ['session', 'page_packing']);

  const publish = ({ coordinator }: Server) =>
    coordinator.api<PublicationReceipt>('POST', `publications/${period}/versions`, {
      body: { version: 1, confirmation: period },
      headers: { 'idempotency-key': key },
    });

  /** The next server in turn is asked to publish, and killed when `moment` has come. */
  async function killed(moment: (server: Server, response: Promise<unknown>) => Promise<void>): Promise<void> {
    const server = servers[turn++ % 2]!;
    await server.up;
    const response = publish(server).catch(() => undefined);
    await moment(server, response);
    await server.api.kill();
    server.doorway.open();
    await response;
    server.up = server.api.start();
    await quiet();
  }

  /** Waits until the database has noticed that nobody is there any more. */
  const quiet = (): Promise<void> =>
    until('no transaction goes on without anybody', async () => !(await holdsOn('idempotency_key')), 10);

  /** Whether some transaction has written to the table and is not over. */
  async function holdsOn(table: string): Promise<boolean> {
    const { rowCount } = await beside.query(
      `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
       WHERE l.relation = $1::regclass AND l.mode = 'RowExclusiveLock' AND l.granted`,
      [table],
    );
    return rowCount !== 0;
  }

  /** `nothing` when every row of every table is what it was; `all` when nothing is missing; throws otherwise. */
  async function outcome(): Promise<'nothing' | 'all'> {
    expect(await halfPublications(beside)).toEqual([]);
    const { versions } = await tracesOf(beside, period, key);
    if (versions === 0) {
      expect(await hashes()).toEqual(start.hashes);
      return 'nothing';
    }
    await expectWhole();
    return 'all';
  }

  async function expectWhole(): Promise<PublicationReceipt> {
    const traces = await tracesOf(beside, period, key);
    const { reports, receipt } = traces;
    expect(reports).toBeGreaterThan(0);
    expect(traces).toEqual({
      versions: 1,
      wrongHashes: 0,
      files: receipt?.files.length,
      filesInLog: receipt?.files.length,
      reports,
      publishedReports: reports,
      publishSteps: reports,
      events: 1,
      reportEvents: reports,
      receipt: expect.objectContaining({ period, version: 1 }) as unknown,
    });
    expect(await brokenLinks(beside)).toBe(0);
    return receipt!;
  }

  /** The same key at a server that lives: one version, whether or not it was there already. */
  async function retry(): Promise<void> {
    const server = servers[turn % 2]!;
    await server.up;
    const response = await publish(server);
    expect([response.status, response.body]).toEqual([201, await expectWhole()]);
  }

  /** Pieces that it sends to the database, from the request to the response. */
  let pieces = 0;

  it('asks the database many times, and writes to these tables', async () => {
    for (const server of servers) {
      const before = server.doorway.asked;
      expect((await publish(server)).status).toBe(201);
      pieces = server.doorway.asked - before;
      await expectWhole();
      const after = await hashes();
      written = [...after].flatMap(([table, hash]) => (hash === start.hashes.get(table) ? [] : [table]));
      await startOver();
    }
    expect(pieces).toBeGreaterThan(POINTS);
    expect(written).toEqual(
      expect.arrayContaining(['publication_version', 'publication_file', 'report', 'audit_event', 'idempotency_key']),
    );
  });

  it('is wholly undone wherever its connection was cut: before each of the tables that it writes to', async () => {
    for (const table of written) {
      await beside.query('BEGIN');
      // Everybody may still read it.
      await beside.query(`LOCK TABLE ${table} IN SHARE MODE`);
      const response = publish(servers[0]!);
      await until(`somebody waits for ${table}`, async () => (await cutWhoWaitsFor(table)) > 0, 10);
      await beside.query('ROLLBACK');
      expect([table, (await response).status]).toEqual([table, 503]);
      await quiet();
      expect([table, await outcome()]).toEqual([table, 'nothing']);
    }
    await retry();
    await startOver();
  });

  it(`is wholly done or wholly undone at ${POINTS} moments, and the same key then finishes it once (SEED=${SEED})`, async () => {
    const random = randomFrom(SEED);
    // One in each stretch, so that chance does not leave any out; those beyond the end come after the response.
    const spread = POINTS - LATE - ANSWERED;
    const early = Array.from({ length: spread }, (_, n) => ((n + random()) / spread) * 1.1);
    const late = Array.from({ length: LATE }, (_, n) => 0.75 + ((n + random()) / LATE) * 0.4);
    const afterResponse = Array<number>(ANSWERED).fill(Infinity);
    const found = { nothing: 0, all: 0, inside: 0, afterRows: 0 };
    for (const share of [...early, ...late, ...afterResponse].sort(() => random() - 0.5)) {
      const kept = random() < 0.5 ? 'question' : 'answer';
      let [began, wrote] = [false, false];
      await killed(async ({ doorway }, response) => {
        await Promise.race([doorway.holdAt(Math.ceil(share * pieces), kept), response]);
        [began, wrote] = [await holdsOn('idempotency_key'), await holdsOn('publication_version')];
      });
      const result = await outcome();
      found[result]++;
      if (result === 'nothing') {
        if (began) found.inside++;
        if (wrote) found.afterRows++;
        continue;
      }
      await retry();
      await startOver();
    }
    await retry();
    // Had every moment been too early or too late, nothing would have been shown.
    expect([found.inside >= 8, found.afterRows >= 1, found.all >= ANSWERED, found]).toEqual([true, true, true, found]);
  }, 1_800_000);

  /** Cuts the connections that wait for the table, and tells how many there were. */
  async function cutWhoWaitsFor(table: string): Promise<number> {
    const { rowCount } = await beside.query(
      'SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = $1::regclass AND NOT granted',
      [table],
    );
    return rowCount ?? 0;
  }
});
