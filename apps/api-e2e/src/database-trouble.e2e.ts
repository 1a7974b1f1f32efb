import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report, ReportSummary } from '@malspar/reporting-model';
import { type TestDatabase, until } from '@malspar/shared-testing';
import pg from 'pg';
import { createSeededDatabase } from './harness/api.js';
import { type ApiProcess, startProcess } from './harness/api-process.js';
import type { Page } from './harness/cast.js';
import { Doorway } from './harness/doorway.js';
import { type ApiResponse, Person } from './harness/person.js';
import { demand, fill, type Problem, sound, take, writeEntry } from './harness/working.js';

const PATIENCE = 60_000;

describe('when the database', () => {
  let database: TestDatabase;
  let doorway: Doorway;
  let api: ApiProcess;
  let owner: Person;
  let draft: ReportSummary;
  let beside: pg.Client;
  let hasEnded = false;

  beforeAll(async () => {
    database = await createSeededDatabase();
    doorway = await Doorway.to(database.appUrl);
    api = await startProcess({ ...database, appUrl: doorway.through(database.appUrl) });
    void api.ended.then(() => (hasEnded = true));
    beside = new pg.Client({ connectionString: database.superuserUrl });
    beside.on('error', () => undefined);
    await beside.connect();
    owner = await new Person(api.origin).signIn('owner-1');
    const { items } = await owner.read<Page<ReportSummary>>('reports?mine=true&state=draft');
    draft = items[0]!;
  });
  afterAll(async () => {
    await beside.end();
    await api.stop();
    await doorway.close();
    await database.drop();
  });
  // It survives everything but what it is killed by.
  afterEach(() => expect(hasEnded ? api.lastWords() : 'alive').toBe('alive'));

  const now = (): Promise<Report> => owner.read<Report>(`reports/${draft.id}`);

  /** What a browser would see: a response within its patience. */
  async function responseOf(request: Promise<ApiResponse>): Promise<ApiResponse<Problem>> {
    const late = sleep(PATIENCE, 'late', { ref: false });
    const response = await Promise.race([request, late]);
    if (response === 'late') throw new Error('No response in a minute');
    return response as ApiResponse<Problem>;
  }

  function expectUnavailable({ status, body, headers }: ApiResponse<Problem>): void {
    expect([status, body.type]).toEqual([503, '/problems/unavailable']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1|postgres|pg_|malspar_app/i);
  }

  const requests = (report: Report): (() => Promise<ApiResponse>)[] => [
    () => owner.api('GET', `reports/${draft.id}`),
    () => owner.api('GET', 'plan'),
    () => owner.api('GET', 'me'),
    () => writeEntry(owner, draft.id, report.entries[0]!, report.entries[0]!.content),
    () => take(owner, draft.id, { transition: 'submit' }),
  ];

  async function isWellAgain(written: Report): Promise<void> {
    const isServedAt = (path: string) => async () => (await owner.request('GET', path)).status === 200;
    await until('it answers again', isServedAt('/api/v1/me'));
    await until('it is ready again', isServedAt('/health/ready'));
    expect(await now()).toEqual(written);
  }

  async function write(comment: string): Promise<Report> {
    const { entries } = await now();
    demand(await writeEntry(owner, draft.id, entries[0]!, { ...sound(entries[0]!), comment }));
    return now();
  }

  it('refuses everybody, the response is 503 with a time to try again, and what was written is there afterwards', async () => {
    const written = await write('Sparat innan databasen försvann.');
    doorway.shut();
    for (const request of requests(written)) expectUnavailable(await responseOf(request()));
    expect((await responseOf(owner.request('GET', '/health/ready'))).status).toBe(503);
    expect((await responseOf(owner.request('GET', '/health/live'))).status).toBe(200);
    doorway.open();
    await isWellAgain(written);
  });

  it('throws everybody out again and again while requests come, each gets a response', async () => {
    const written = await write('Sparat innan anslutningarna bröts.');
    let over = false;
    const trouble = (async () => {
      while (!over) {
        await beside.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND usename = 'malspar_app'`,
        );
        await sleep(40);
      }
    })();
    const responses = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        await sleep(n * 20);
        return responseOf(owner.api('GET', n % 2 ? 'plan' : `reports/${draft.id}`));
      }),
    );
    over = true;
    await trouble;
    for (const response of responses) if (response.status !== 200) expectUnavailable(response);
    await isWellAgain(written);
  });

  it('falls silent, nobody waits for ever', async () => {
    const written = await write('Sparat innan det blev tyst.');
    doorway.fallSilent();
    const responses = await Promise.all(requests(written).map((request) => responseOf(request())));
    for (const response of responses) expectUnavailable(response);
    doorway.open();
    await isWellAgain(written);
  });

  it('is held up by somebody else, nobody waits for ever and nothing is half done', async () => {
    const written = await write('Sparat innan någon stod i vägen.');
    await beside.query('BEGIN');
    await beside.query('SELECT FROM report WHERE id = $1 FOR UPDATE', [draft.id]);
    expectUnavailable(await responseOf(writeEntry(owner, draft.id, written.entries[0]!, written.entries[0]!.content)));
    await beside.query('ROLLBACK');
    await isWellAgain(written);
  });

  describe('stands, but the API is killed in the midst of a step', () => {
    /** What is left of a submit: all four traces of it, or none. */
    async function traces(revision: number): Promise<string> {
      const { rows } = await beside.query<{ state: string; revisions: number; steps: number; events: number }>(
        `SELECT state,
           (SELECT count(*)::int FROM report_revision WHERE report_id = $1 AND number = $2) AS revisions,
           (SELECT count(*)::int FROM report_transition WHERE report_id = $1 AND revision = $2 AND name = 'submit') AS steps,
           (SELECT count(*)::int FROM audit_event WHERE subject_id = $1::text AND kind = 'report.submit'
              AND data ->> 'revision' = $2::text) AS events
         FROM report WHERE id = $1`,
        [draft.id, revision],
      );
      const { state, revisions, steps, events } = rows[0]!;
      return `${state} ${revisions} ${steps} ${events}`;
    }

    const submit = (key: string): Promise<string> =>
      take(owner, draft.id, { transition: 'submit' }, key).then(
        (response) => String(response.status),
        () => 'no response',
      );

    it('the step is wholly undone, and done once when it is tried again with the same key', async () => {
      await fill(owner, draft.id);
      const { revision } = await now();
      const next = (revision?.number ?? 0) + 1;
      const key = randomUUID();
      // The step has moved the report and waits for its place in the log.
      await beside.query('BEGIN');
      await beside.query('LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE');
      const response = submit(key);
      await waitsForTheLog();
      await api.kill();
      expect(await response).toBe('no response');
      await beside.query('ROLLBACK');
      await api.start();
      expect(await traces(next)).toBe('draft 0 0 0');
      expect(await submit(key)).toBe('200');
      expect(await submit(key)).toBe('200');
      expect(await traces(next)).toBe('submitted 1 1 1');
      demand(await take(owner, draft.id, { transition: 'withdraw' }));
    });

    it.each([5, 20, 60])('after %i ms, it is wholly done or wholly undone', async (delay) => {
      const next = ((await now()).revision?.number ?? 0) + 1;
      const key = randomUUID();
      const response = submit(key);
      await sleep(delay);
      await api.kill();
      await response;
      await api.start();
      expect(['draft 0 0 0', 'submitted 1 1 1']).toContain(await traces(next));
      expect(await submit(key)).toBe('200');
      expect(await traces(next)).toBe('submitted 1 1 1');
      demand(await take(owner, draft.id, { transition: 'withdraw' }));
    });

    const waitsForTheLog = (): Promise<void> =>
      until('somebody waits for the log', async () => {
        const { rowCount } = await beside.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return rowCount !== 0;
      });
  });
});
