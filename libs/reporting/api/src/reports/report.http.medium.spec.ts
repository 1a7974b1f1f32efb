import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emptyEntryContent, type Report } from '@malspar/reporting-model';
import { PrincipalSource } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import type { INestApplication } from '@nestjs/common';
import { ReportingWorld } from '../testing/reporting-world.js';

const PERIOD = '2024-Q3';

interface Received {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Record<string, unknown> & { errors?: { pointer: string; code: string }[]; type?: string };
}

/** Who asks is named by a header: signing in has its own specs. */
class NamedPrincipals extends PrincipalSource {
  readonly people: Principal[] = [];

  principalOf(request: { header(name: string): string | undefined }): Promise<Principal | null> {
    return Promise.resolve(this.people.find((person) => person.personId === request.header('x-person')) ?? null);
  }

  standing(_tx: unknown, who: Principal): Promise<Principal> {
    return Promise.resolve(who);
  }
}

describe('reporting over HTTP', () => {
  let world: ReportingWorld;
  let app: INestApplication<Server>;
  let owner: Principal;
  let coordinator: Principal;
  let report: Report;

  const call = async (who: Principal | null, method: string, path: string, body?: unknown, headers: object = {}) => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/${path}`, {
      method,
      headers: {
        ...(who ? { 'x-person': who.personId } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const received: Received = {
      status: response.status,
      etag: response.headers.get('etag'),
      body: (await response.json()) as Received['body'],
    };
    return received;
  };

  beforeAll(async () => {
    const people = new NamedPrincipals();
    world = await ReportingWorld.create(undefined, undefined, (builder) =>
      builder.overrideProvider(PrincipalSource).useValue(people),
    );
    owner = await world.person('Anna Ägare', ['owner'], [world.area('energi')]);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
    people.people.push(owner, coordinator);
    await world.openPeriod(PERIOD);
    report = await world.report(owner, PERIOD);
    app = world.module.createNestApplication({ bodyParser: false });
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });

  it('gives a report, and each write the next version as its entity tag', async () => {
    const read = await call(owner, 'GET', `reports/${report.id}`);
    expect(read).toMatchObject({ status: 200, body: { id: report.id, state: 'draft', version: report.version } });
    const content = { ...emptyEntryContent, comment: 'Över HTTP.' };
    const path = `reports/${report.id}/entries/E1`;
    expect(await call(owner, 'PUT', path, content)).toMatchObject({ status: 428 });
    expect(await call(owner, 'PUT', path, content, { 'if-match': 'W/"1"' })).toMatchObject({ status: 400 });
    const saved = await call(owner, 'PUT', path, content, { 'if-match': '"1"' });
    expect(saved).toMatchObject({ status: 200, etag: '"2"', body: { version: 2, reportVersion: report.version + 1 } });
    expect(await call(owner, 'PUT', path, content, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { type: '/problems/changed-meanwhile', current: { version: 2, content: { comment: 'Över HTTP.' } } },
    });
    const verdict = { verdict: 'partly', explanation: 'Ojämnt.' };
    expect(await call(owner, 'PUT', `reports/${report.id}/verdict`, verdict, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      etag: '"2"',
    });
  });

  it.each([
    ['an unknown field', { state: 'approved' }, 400, '/state', 'unknown-field'],
    ['a wrong type', { comment: 7 }, 400, '/comment', 'invalid-type'],
    ['a forged number', { values: [{ period: PERIOD, value: '1,5' }] }, 400, '/values/0/value', 'not-a-number'],
    ['an over-long text', { comment: 'x'.repeat(4001) }, 422, '/comment', 'too-long'],
    ['a value that is not due', { values: [{ period: '2020-Q1', value: '1' }] }, 422, '/values/0/period', 'not-due'],
  ])('refuses %s, pointing at it', async (_, change, status, pointer, code) => {
    const version = (await world.reports.one(owner, report.id)).entries[0]!.version;
    const body = { ...emptyEntryContent, ...change };
    const headers = { 'if-match': `"${version}"` };
    const received = await call(owner, 'PUT', `reports/${report.id}/entries/E1`, body, headers);
    expect([received.status, received.body.errors?.[0]]).toEqual([status, { pointer, code }]);
    expect((await world.reports.one(owner, report.id)).entries[0]!.version).toBe(version);
  });

  it('takes a transition under a key, and says what is open', async () => {
    const path = `reports/${report.id}/transitions`;
    expect(await call(owner, 'POST', path, { transition: 'submit' })).toMatchObject({ status: 428 });
    const key = { 'idempotency-key': randomUUID() };
    expect(await call(owner, 'POST', path, { transition: 'submit' }, key)).toMatchObject({
      status: 422,
      body: { type: '/problems/checks-not-met' },
    });
    expect(await call(coordinator, 'POST', path, { transition: 'approve' }, key)).toMatchObject({ status: 409 });
    expect(await call(owner, 'POST', path, { transition: 'approve' }, key)).toMatchObject({ status: 403 });
    expect(await call(owner, 'POST', path, { transition: 'vanish' }, key)).toMatchObject({ status: 400 });
    await world.fill(owner, await world.reports.one(owner, report.id));
    const [first, second] = [
      await call(owner, 'POST', path, { transition: 'submit' }, key),
      await call(owner, 'POST', path, { transition: 'submit' }, key),
    ];
    expect(first).toMatchObject({ status: 200, body: { reference: '2024-Q3-1-1', to: 'submitted' } });
    expect(JSON.stringify(second.body)).toBe(JSON.stringify(first.body));
  });

  it('answers every read in its shape, and nobody without a name', async () => {
    const paths = [
      'reports?mine=true&period=2024-Q3&state=submitted&page=1&limit=10',
      `reports/${report.id}/diff?against=period`,
      `reports/${report.id}/diff?against=1`,
      `reports/${report.id}/revisions/1`,
      `reports/${report.id}/comments`,
      `reports/${report.id}/timeline`,
      'results',
      'targets/E1/results',
      'periods',
    ];
    for (const path of paths) {
      expect([path, (await call(owner, 'GET', path)).status]).toEqual([path, 200]);
      expect([path, (await call(null, 'GET', path)).status]).toEqual([path, 401]);
    }
    for (const path of [
      'reports?mine=yes',
      'reports?limit=101',
      'reports?sort=x',
      'reports/1',
      `reports/${report.id}/diff?against=x`,
    ]) {
      expect([path, (await call(owner, 'GET', path)).status]).toEqual([path, 400]);
    }
    expect((await call(owner, 'GET', `reports/${randomUUID()}`)).status).toBe(404);
  });

  it('opens and closes periods for the coordinator', async () => {
    const period = { code: '2024-Q4', opensOn: '2024-10-01', dueOn: '2024-10-31' };
    const open = (who: Principal, body: object) =>
      call(who, 'POST', 'periods', body, { 'idempotency-key': randomUUID() });
    expect((await open(owner, period)).status).toBe(403);
    expect(await open(coordinator, { ...period, dueOn: '2024-09-01' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/dueOn', code: 'ends-before-start' }] },
    });
    expect(await open(coordinator, period)).toMatchObject({
      status: 422,
      body: { type: '/problems/period-doubtful', errors: [{ code: 'due-before-end' }, { code: 'earlier-unopened' }] },
    });
    expect((await open(coordinator, { ...period, confirmed: ['nothing-known'] })).status).toBe(400);
    expect(await open(coordinator, { ...period, confirmed: ['due-before-end', 'earlier-unopened'] })).toMatchObject({
      status: 201,
      body: { code: '2024-Q4' },
    });
    expect(await open(coordinator, period)).toMatchObject({ status: 409 });
    expect(await call(coordinator, 'POST', 'periods/2024-Q4/close')).toMatchObject({
      status: 422,
      body: { type: '/problems/period-incomplete', errors: [{ pointer: '/reports/energi' }, {}] },
    });
    const reason = { reason: 'Ingen rapportering.' };
    expect(await call(coordinator, 'POST', 'periods/2024-Q4/close', reason)).toMatchObject({
      status: 200,
      body: { state: 'closed' },
    });
    expect((await call(coordinator, 'POST', 'periods/2024-T9/close', reason)).status).toBe(400);
  });
});
