import { randomUUID } from 'node:crypto';
import type { Report, ReportComment, ReportSummary, TransitionName } from '@malspar/reporting-model';
import { DeclaredRoutes } from '@malspar/shared-api';
import { addDays, dateInZone } from '@malspar/shared-model';
import { startApi, type TestApi } from './harness/api.js';
import { Cast, type Page } from './harness/cast.js';
import type { Call, Person } from './harness/person.js';
import { readTable } from './harness/table.js';
import { demand, fill, take } from './harness/working.js';
import { elsewhere, inReport } from './permission-tables.js';

/** Open to all, and what a stranger gets. */
const SIGN_IN: Record<string, number> = { 'GET auth/login': 302, 'GET auth/callback': 302, 'POST auth/logout': 200 };

const outside = /^(auth|health)\//;

describe('who may do what', () => {
  let api: TestApi;
  let cast: Cast;
  let report: ReportSummary;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    report = await cast.report('draft');
    const areaId = report.focusArea.id;
    const owners = cast.keysOf('owner');
    const [expired = '', stranger = ''] = owners.filter((key) => !cast.isTiedTo(key, areaId));
    const accounts = {
      viewer: 'viewer',
      'no-role': 'no-role',
      deputy: owners.find((key) => cast.isDeputy(key, areaId)) ?? '',
      expired,
      'owner-': stranger,
      'manager-': cast.keysOf('manager').find((key) => !cast.isTiedTo(key, cast.departmentIdOf(report))) ?? '',
      both: 'manager-coordinator',
      admin: 'admin',
    };
    const today = dateInZone(new Date());
    const time = { from: addDays(today, -90), to: addDays(today, -1) };
    const once = { personId: cast.personIdOf(expired), kind: 'owner', scopeId: areaId, deputy: true, ...time };
    demand(await cast.coordinator.api('POST', 'assignments', { body: once }));
    people.set('anonymous', api.anybody()).set('coordinator', cast.coordinator);
    people.set('owner', await cast.owner(report)).set('manager', await cast.manager(report));
    for (const [column, key] of Object.entries(accounts)) people.set(column, await api.person(key));
  });
  afterAll(() => api.stop());

  const request = (person: Person, method: string, path: string, call?: Call) =>
    outside.test(path) ? person.request(method, `/${path}`, call) : person.api(method, path, call);

  it('is written down for every route there is, and for no other', () => {
    const written = [
      ...[...Object.values(inReport), elsewhere].flatMap((drawn) => readTable(drawn).rows.map((row) => row.name)),
      ...Object.keys(SIGN_IN),
    ].map((name) => name.split(' ', 2).join(' '));
    const declared = api.app.get(DeclaredRoutes).all();
    expect([...new Set(written)].sort()).toEqual(declared.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it.each(Object.entries(SIGN_IN))('%s is open to all', async (route, status) => {
    const [method = '', path = ''] = route.split(' ');
    expect((await request(api.anybody(), method, path)).status).toBe(status);
  });

  describe('where it does not matter what it is about', () => {
    const { columns, rows } = readTable(elsewhere);
    it.each(rows)('$name', async ({ name, cells }) => {
      const [method = '', route = ''] = name.split(' ');
      const path = route
        .replace(/^assignments\/:id$/, `assignments/${randomUUID()}`)
        .replace('comments/:id', `comments/${randomUUID()}`)
        .replace('publications/:period', `publications/${cast.openPeriod.code}`)
        .replace('versions/:version', 'versions/1')
        .replace('files/:name', 'files/report.pdf')
        .replace('periods/:code', `periods/${cast.openPeriod.code}`)
        .replace(':slug', report.focusArea.slug)
        .replace(':code', cast.plan.focusAreas[0]!.targets[0]!.code);
      const body = bodyFor(name);
      const headers = method === 'PUT' ? { 'if-match': '"1"' } : undefined;
      const responses = await Promise.all(
        columns.map((column) => request(people.get(column)!, method, path, { body, headers })),
      );
      expect(drawn(columns, statuses(responses))).toEqual(drawn(columns, cells));
    });

    function bodyFor(name: string): unknown {
      if (name.startsWith('GET') || name.startsWith('DELETE')) return undefined;
      if (name !== 'PUT assignments/:id') return {};
      const time = { from: '2020-01-01', to: null };
      return { personId: randomUUID(), kind: 'owner', scopeId: randomUUID(), deputy: false, ...time };
    }
  });

  describe.each(Object.entries(inReport))('in a report that is %s', (state, table) => {
    const { columns, rows } = readTable(table);
    let now: Report;
    let comment: ReportComment | undefined;
    beforeAll(async () => {
      await reach(state);
      now = await cast.coordinator.read<Report>(`reports/${report.id}`);
      comment = now.comments.at(-1);
      expect(now.state).toBe(state);
    });
    afterAll(async () => {
      const after = await cast.coordinator.read<Report>(`reports/${report.id}`);
      expect({ ...after, comments: [] }).toEqual({
        ...now,
        comments: [],
        commentsLackingReply: expect.anything() as unknown,
        checks: expect.anything() as unknown,
        holders: now.holders,
      });
    });

    it.each(rows)('$name', async ({ name, cells }) => {
      const responses = await Promise.all(columns.map((column) => attempt(people.get(column)!, name)));
      expect(drawn(columns, responses)).toEqual(drawn(columns, cells));
    });

    async function attempt(person: Person, name: string): Promise<number> {
      if (name === 'GET reports (listed)') return listed(person);
      const [method = '', route = '', transition] = name.split(' ');
      const path = route
        .replace(':id', report.id)
        .replace(':number', '1')
        .replace(':targetCode', now.entries[0]!.targetCode)
        .replace(':commentId', comment?.id ?? randomUUID());
      if (transition) return (await take(person, report.id, step(transition as TransitionName))).status;
      if (method === 'GET') return (await person.api('GET', path)).status;
      const body = route.endsWith('reply')
        ? { reply: 'Ett svar.' }
        : route.endsWith('verdict')
          ? now.verdictContent
          : route.endsWith('year')
            ? now.year!.content
            : now.entries[0]!.content;
      return (await person.api(method, path, { body, headers: { 'if-match': '"999999"' } })).status;
    }

    async function listed(person: Person): Promise<number> {
      const response = await person.api<Page<ReportSummary>>('GET', `reports?period=${report.period}&limit=100`);
      if (response.status !== 200) return response.status;
      return response.body.items.some((each) => each.id === report.id) ? 200 : 404;
    }

    const step = (transition: TransitionName) => ({
      transition,
      revisionHash: now.revision?.sha256,
      reason: 'Ett skäl.',
      comments: [{ targetCode: 'FINNS INTE', field: '/comment', text: 'Om ett mål som inte finns.', suggestion: null }],
    });
  });

  async function reach(state: string): Promise<void> {
    const [owner, manager] = [people.get('owner')!, people.get('manager')!];
    const hash = async () => (await owner.read<Report>(`reports/${report.id}`)).revision!.sha256;
    if (state === 'submitted') {
      await fill(owner, report.id);
      demand(await take(owner, report.id, { transition: 'submit' }));
    }
    if (state === 'returned') {
      const comments = [{ targetCode: null, field: '/explanation', text: 'Varför?', suggestion: null }];
      demand(await take(manager, report.id, { transition: 'return', reason: 'En fråga.', comments }));
    }
    if (state === 'endorsed') {
      demand(await take(owner, report.id, { transition: 'submit' }));
      demand(await take(manager, report.id, { transition: 'endorse', revisionHash: await hash() }));
    }
    if (state === 'approved') {
      demand(await take(cast.coordinator, report.id, { transition: 'approve', revisionHash: await hash() }));
    }
  }
});

const statuses = (responses: readonly { readonly status: number }[]): number[] =>
  responses.map((response) => response.status);

const drawn = (columns: readonly string[], cells: readonly number[]): Record<string, number> =>
  Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
