import { randomUUID } from 'node:crypto';
import type { Report, ReportSummary, TransitionReceipt } from '@malspar/reporting-model';
import pg from 'pg';
import { startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import { type Person, untilHeard } from './harness/person.js';
import { demand, fill, type Problem, sound, take, writeEntry } from './harness/working.js';

const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

describe('a retry', () => {
  let api: TestApi;
  let cast: Cast;
  let owner: Person;
  let draft: ReportSummary;
  let database: pg.Client;
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    draft = await cast.report('draft');
    owner = await cast.owner(draft);
    database = new pg.Client({ connectionString: api.superuserUrl });
    await database.connect();
    await fill(owner, draft.id);
  });
  afterAll(async () => {
    await database.end();
    await api.stop();
  });

  /** What the database holds of the report's story. */
  async function traces(): Promise<Record<string, number>> {
    const { rows } = await database.query<Record<string, number>>(
      `SELECT
         (SELECT count(*)::int FROM report_transition WHERE report_id = $1) AS transitions,
         (SELECT count(*)::int FROM report_revision WHERE report_id = $1) AS revisions,
         (SELECT count(*)::int FROM audit_event WHERE subject_id = $1::text AND kind LIKE 'report.%') AS events`,
      [draft.id],
    );
    return rows[0]!;
  }

  it('of a submit, a hundred at once with one key, is one step with one answer', async () => {
    const before = await traces();
    const key = randomUUID();
    const responses = await times(100, () => untilHeard(() => take(owner, draft.id, { transition: 'submit' }, key)));
    expect(responses.filter((response) => response.status !== 200)).toEqual([]);
    expect(new Set(responses.map((response) => JSON.stringify(response.body))).size).toBe(1);
    expect(await traces()).toEqual({
      transitions: before['transitions']! + 1,
      revisions: before['revisions']! + 1,
      events: before['events']! + 1,
    });
  });

  it('later gives the same answer, also when the report has moved on', async () => {
    const key = randomUUID();
    const first = demand(await take(owner, draft.id, { transition: 'withdraw' }, key));
    demand(await take(owner, draft.id, { transition: 'submit' }));
    const before = await traces();
    expect(demand(await take(owner, draft.id, { transition: 'withdraw' }, key))).toEqual(first);
    expect(await traces()).toEqual(before);
    expect((await owner.read<Report>(`reports/${draft.id}`)).state).toBe('submitted');
  });

  it('with the key of another request is refused', async () => {
    const key = randomUUID();
    demand(await take(owner, draft.id, { transition: 'withdraw' }, key));
    for (const other of [{ transition: 'submit' }, { transition: 'withdraw', reason: 'Nu med ett skäl.' }] as const) {
      const response = await take<Problem>(owner, draft.id, other, key);
      expect([response.status, response.body.type]).toEqual([422, '/problems/idempotency-key-reused']);
    }
    const elsewhere = await cast.report('submitted');
    const response = await take<Problem>(owner, elsewhere.id, { transition: 'withdraw' }, key);
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  it('with the key of somebody else is a request of its own', async () => {
    const key = randomUUID();
    const submitted: TransitionReceipt = demand(await take(owner, draft.id, { transition: 'submit' }, key));
    const manager = await cast.manager(draft);
    const response = await take<Problem>(manager, draft.id, { transition: 'submit' }, key);
    expect([response.status, JSON.stringify(response.body).includes(submitted.reference)]).toEqual([403, false]);
    demand(await take(owner, draft.id, { transition: 'withdraw' }));
  });

  it('of something that failed is tried anew', async () => {
    const key = randomUUID();
    const { entries } = await owner.read<Report>(`reports/${draft.id}`);
    const saved = demand(await writeEntry(owner, draft.id, entries[0]!, { ...entries[0]!.content, assessment: null }));
    expect((await take(owner, draft.id, { transition: 'submit' }, key)).status).toBe(422);
    const { targetCode, content } = entries[0]!;
    demand(await writeEntry(owner, draft.id, { targetCode, version: saved.version }, content));
    demand(await take(owner, draft.id, { transition: 'submit' }, key));
    demand(await take(owner, draft.id, { transition: 'withdraw' }));
  });

  it('under another key is another attempt: of many at once exactly one wins', async () => {
    const before = await traces();
    const responses = await times(20, () => {
      const key = randomUUID();
      return untilHeard(() => take<Problem>(owner, draft.id, { transition: 'submit' }, key));
    });
    expect(responses.map((response) => response.status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    expect((await traces())['transitions']).toBe(before['transitions']! + 1);
  });

  it('of opposite decisions at once leaves one of them', async () => {
    const manager = await cast.manager(draft);
    const revisionHash = (await manager.read<Report>(`reports/${draft.id}`)).revision!.sha256;
    const before = await traces();
    const responses = await Promise.all([
      take(owner, draft.id, { transition: 'withdraw' }),
      take(manager, draft.id, { transition: 'endorse', revisionHash }),
      take(cast.coordinator, draft.id, { transition: 'return', reason: 'En fråga.' }),
    ]);
    // The coordinator may also return what has just been endorsed: then two steps were taken, one after the other.
    const taken = responses.filter((response) => response.status === 200).length;
    expect(responses.every((response) => [200, 409].includes(response.status))).toBe(true);
    expect((await traces())['transitions']).toBe(before['transitions']! + taken);
    expect(taken === 1 || (taken === 2 && responses[1].status === 200 && responses[2].status === 200)).toBe(true);
  });

  it('of a draft write by two editors at once keeps one, and shows it to the other', async () => {
    const half = (await cast.reports()).find((report) => report.state === 'returned')!;
    const editor = await cast.owner(half);
    const [entry] = (await editor.read<Report>(`reports/${half.id}`)).entries;
    const responses = await times(10, (n) =>
      writeEntry(editor, half.id, entry!, { ...sound(entry!), comment: `Redaktör ${n}` }),
    );
    expect(responses.map((response) => response.status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    const winner = `Redaktör ${responses.findIndex((response) => response.status === 200)}`;
    const [kept] = (await editor.read<Report>(`reports/${half.id}`)).entries;
    expect([kept!.version, kept!.content.comment]).toEqual([entry!.version + 1, winner]);
    for (const { status, body } of responses) {
      if (status === 412) expect(body).toMatchObject({ current: { version: kept!.version, content: kept!.content } });
    }
  });
});
