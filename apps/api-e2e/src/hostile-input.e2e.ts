import { randomUUID } from 'node:crypto';
import type { Report, ReportComment, ReportSummary } from '@malspar/reporting-model';
import fc from 'fast-check';
import { startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import type { ApiResponse, Call, Person } from './harness/person.js';
import { demand, type Problem, sound, take, writeEntry } from './harness/working.js';

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&lt; {{7*7}} \${7*7} '; DROP TABLE report; -- =1+1 @a`;

describe('hostile input', () => {
  let api: TestApi;
  let cast: Cast;
  let owner: Person;
  let draft: ReportSummary;
  let returned: ReportSummary;
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    draft = await cast.report('draft');
    returned = await cast.report('returned');
    owner = await cast.owner(draft);
  });
  afterAll(() => api.stop());

  const now = (): Promise<Report> => owner.read<Report>(`reports/${draft.id}`);
  const entryPath = (report: Report): string => `reports/${report.id}/entries/${report.entries[0]!.targetCode}`;
  const put = async (content: unknown): Promise<ApiResponse<Problem>> => {
    const report = await now();
    return writeEntry<Problem>(owner, report.id, report.entries[0]!, content);
  };
  const baseline = async () => sound((await now()).entries[0]!);

  describe('in words', () => {
    it('comes back as the words it is, as JSON that no browser takes for a page', async () => {
      const content = { ...(await baseline()), comment: HOSTILE, noValueReason: HOSTILE };
      const measure = { text: HOSTILE, responsible: HOSTILE.slice(0, 100).trim(), dueOn: null };
      demand(await put({ ...content, measure }));
      const response = await owner.api<Report>('GET', `reports/${draft.id}`);
      expect(response.body.entries[0]!.content).toMatchObject({ comment: HOSTILE, noValueReason: HOSTILE, measure });
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('is kept without what no report can hold: control characters and halves of characters', async () => {
      demand(await put({ ...(await baseline()), comment: 'a\u0000b\u0007c\ud800d\udfffe\u202f1\r\nf' }));
      expect((await now()).entries[0]!.content.comment).toBe('abcde\u202f1\nf');
    });

    it('does no harm in a comment, a reason or a reply either', async () => {
      const reviewed = await cast.coordinator.read<Report>(`reports/${returned.id}`);
      const [comment] = reviewed.comments;
      const writer = await cast.owner(returned);
      const path = `reports/${returned.id}/comments/${comment!.id}/reply`;
      const replied = demand(
        await writer.api<ReportComment>('POST', path, { body: { reply: `${HOSTILE}\u0000\ud800` } }),
      );
      expect(replied.reply).toBe(HOSTILE);
      const submitted = await cast.report('submitted');
      const comments = [{ targetCode: null, field: '/explanation\u0000\ud800', text: HOSTILE, suggestion: HOSTILE }];
      const step = await take(await cast.manager(submitted), submitted.id, {
        transition: 'return',
        reason: HOSTILE,
        comments,
      });
      expect(step.status).toBeLessThan(500);
    });

    it.each([
      ['comment', 4001],
      ['noValueReason', 1001],
    ])('is refused when it is too long, and says where: %s', async (field, length) => {
      const response = await put({ ...(await baseline()), [field]: 'å'.repeat(length) });
      expect([response.status, response.body.errors]).toEqual([422, [{ pointer: `/${field}`, code: 'too-long' }]]);
      expect(JSON.stringify((await now()).entries[0]!.content)).not.toContain('ååå');
      demand(await put({ ...(await baseline()), [field]: 'å'.repeat(length - 1) }));
      demand(await put(await baseline()));
    });
  });

  describe('in fields', () => {
    it.each([
      'state',
      'version',
      'hash',
      'sha256',
      'author',
      'role',
      'updatedBy',
      'provenance',
      'reportId',
      '__proto__',
      'constructor',
      'prototype',
      '',
    ])('is refused where nobody asked for it, and nothing is changed: %s', async (name) => {
      const before = await now();
      const forged = `"${name}": {"approved": true}`;
      const body = JSON.stringify({ ...(await baseline()), comment: 'Förfalskat.' });
      const headers = { 'if-match': `"${before.entries[0]!.version}"` };
      const written = await owner.api<Problem>('PUT', entryPath(before), {
        body: body.replace('{', `{${forged},`),
        headers,
      });
      expect([written.status, written.body.errors]).toEqual([400, [{ pointer: `/${name}`, code: 'unknown-field' }]]);

      const step = `{"transition": "submit", ${forged}}`;
      const key = { 'idempotency-key': randomUUID() };
      const taken = await owner.api<Problem>('POST', `reports/${draft.id}/transitions`, { body: step, headers: key });
      expect([taken.status, taken.body.errors?.[0]?.code]).toEqual([400, 'unknown-field']);
      expect(await now()).toEqual(before);
    });

    it('is refused deeper down too', async () => {
      const measure = { text: '', responsible: '', dueOn: null, done: true };
      const response = await put({ ...(await baseline()), measure, explanations: { same_text: '', other: 'x' } });
      expect(response.status).toBe(400);
      expect(response.body.errors).toEqual(
        expect.arrayContaining([{ pointer: '/measure/done', code: 'unknown-field' }]),
      );
    });

    it.each([
      ['/assessment', { assessment: 'excellent' }],
      ['/comment', { comment: 17 }],
      ['/comment', { comment: ['a'] }],
      ['/values', { values: 'many' }],
      ['/values/0/value', { values: [{ period: '2025-Q4', value: 5 }] }],
      ['/values/0/value', { values: [{ period: '2025-Q4', value: '1e400' }] }],
      ['/values/0/value', { values: [{ period: '2025-Q4', value: '9'.repeat(40) }] }],
      ['/values/0/value', { values: [{ period: '2025-Q4', value: 'NaN' }] }],
      ['/values/0/period', { values: [{ period: '2025-Q5', value: '5' }] }],
      ['/measure/dueOn', { measure: { text: '', responsible: '', dueOn: 'tomorrow' } }],
      ['/milestones/0/index', { milestones: [{ index: 1e308, done: null }] }],
      ['/milestones/0/index', { milestones: [{ index: -1, done: null }] }],
    ])('is pointed at when it is of the wrong kind: %s', async (pointer, wrong) => {
      const response = await put({ ...(await baseline()), ...wrong });
      expect([response.status, response.body.errors?.map((error) => error.pointer)]).toEqual([400, [pointer]]);
    });

    it.each([
      ['null', 'null'],
      ['a list', '[]'],
      ['a text', '"text"'],
      ['a number', '17'],
      ['nothing', ''],
      ['half of it', '{"comment": "'],
      ['not JSON', 'comment=x'],
      ['a thousand levels', '{"a":'.repeat(1000) + '1' + '}'.repeat(1000)],
      ['thirty thousand levels', '['.repeat(30_000) + ']'.repeat(30_000)],
    ])('is refused as a whole when the body is %s', async (_, body) => {
      const report = await now();
      const headers = { 'if-match': `"${report.entries[0]!.version}"` };
      const response = await owner.api<Problem>('PUT', entryPath(report), { body, headers });
      expect([response.status, response.body.type]).toEqual([400, '/problems/bad-request']);
    });

    it('is refused when it is another format, another encoding or too large', async () => {
      const report = await now();
      const ask = (call: Call) => {
        const headers = { 'if-match': `"${report.entries[0]!.version}"`, ...call.headers };
        return owner.api<Problem>('PUT', entryPath(report), { ...call, headers });
      };
      const large = await ask({ body: JSON.stringify({ comment: 'x'.repeat(10_000_000) }) });
      expect([large.status, large.body.type]).toEqual([413, '/problems/too-large']);
      const form = await ask({ body: 'comment=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect([400, 415]).toContain(form.status);
      const charset = await ask({ body: '{}', headers: { 'content-type': 'application/json; charset=koi8-r' } });
      expect(charset.status).toBe(415);
      const packed = await ask({ body: '{}', headers: { 'content-encoding': 'zstandard' } });
      expect(packed.status).toBe(415);
    });
  });

  describe('in addresses and headers', () => {
    it.each([
      'reports?page=0',
      'reports?page=-1',
      'reports?page=1e308',
      'reports?page=1.5',
      'reports?limit=101',
      'reports?limit=0',
      'reports?page=1&page=2',
      'reports?page[]=1',
      'reports?page[$gt]=1',
      'reports?state=draft&state=approved',
      'reports?mine=yes',
      'reports?period=2025-Q9',
      'reports?period=%00',
      'reports?sort=id',
      'reports?__proto__=1',
      'plan?at=2025-02-30x',
      'plan?at=-000001-01-01',
      'reports/1',
      'reports/%00',
      'reports/00000000-0000-0000-0000-00000000000g',
    ])('is refused: %s', async (path) => {
      const response = await cast.coordinator.api<Problem>('GET', path);
      expect([path, response.status]).toEqual([path, 400]);
    });

    it.each([
      'reports?page=9007199254740991&limit=100',
      'audit?page=9007199254740991&limit=100',
      'people?page=90071992547409&limit=100',
      'plan?at=0001-01-01',
      'plan?at=9999-12-31',
      'plan?at=0000-01-01',
      `focus-areas/${'x'.repeat(80)}`,
      'focus-areas/%00',
      'focus-areas/%00/results',
      'targets/%00',
      'targets/%F0%9F%92%A3/results',
      'targets/%00/results',
      'reports?period=9999-Q4',
      'reports?period=0000',
    ])('is answered calmly: %s', async (path) => {
      const { status } = await cast.coordinator.api('GET', path);
      expect([path, [200, 400, 404].includes(status)]).toEqual([path, true]);
    });

    it('is refused as a precondition or a key that is none', async () => {
      const report = await now();
      const body = report.entries[0]!.content;
      for (const tag of ['*', '1', 'W/"1"', '"-1"', '"1", "2"', '"9999999999"', '"1.0"', '""']) {
        const response = await owner.api('PUT', entryPath(report), { body, headers: { 'if-match': tag } });
        expect([tag, response.status]).toEqual([tag, 400]);
      }
      for (const key of ['short', 'x'.repeat(101), 'with space in it', '']) {
        const call = { body: { transition: 'submit' }, headers: { 'idempotency-key': key } };
        expect([key, (await owner.api('POST', `reports/${draft.id}/transitions`, call)).status]).toEqual([key, 400]);
      }
    });

    it('is not let in from another site', async () => {
      const report = await now();
      const body = report.entries[0]!.content;
      const from = (headers: Record<string, string>) =>
        owner.raw('PUT', `/api/v1/${entryPath(report)}`, {
          body,
          headers: { 'if-match': `"${report.entries[0]!.version}"`, ...headers },
        });
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `${api.origin}.evil.example` },
        { origin: api.origin.replace('http:', 'https:') },
        { origin: api.origin, 'sec-fetch-site': 'cross-site' },
        { origin: api.origin, 'sec-fetch-site': 'same-site' },
        { origin: api.origin, 'sec-fetch-site': 'none' },
      ];
      for (const headers of foreign) {
        const response = await from(headers);
        expect([headers, response.status]).toEqual([headers, 403]);
        expect(JSON.parse(response.body)).toMatchObject({
          type: '/problems/cross-site-write',
          instance: `/api/v1/${entryPath(report)}`,
        });
      }
      expect(await now()).toEqual(report);
    });

    it.each(['PATCH', 'DELETE', 'POST', 'OPTIONS', 'PROPFIND'])('is not understood: %s', async (method) => {
      const response = await owner.raw(method, `/api/v1/reports/${draft.id}`, { body: {} });
      expect([404, 405]).toContain(response.status);
    });

    it('cannot dress up as another method', async () => {
      const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
      const all = await cast.coordinator.read<{ id: string }[]>('assignments');
      await cast.coordinator.api('POST', `assignments/${all[0]!.id}?_method=DELETE`, { body: {}, headers });
      expect(await cast.coordinator.read<{ id: string }[]>('assignments')).toHaveLength(all.length);
    });
  });

  describe('in assignments and periods', () => {
    it.each([
      [400, { from: '2025-02-30' }],
      [400, { from: 5 }],
      [422, { from: '2025-02-02', to: '2025-02-01' }],
      [422, { personId: randomUUID() }],
      [422, { scopeId: randomUUID() }],
      [400, { kind: 'admin' }],
      [400, { personId: 'me' }],
      [400, { version: 7 }],
    ])('is refused with %i: %o', async (status, wrong) => {
      const [first] = await cast.coordinator.read<{ personId: string; scopeId: string }[]>('assignments');
      const { personId, scopeId } = first!;
      const body = { personId, kind: 'owner', scopeId, deputy: true, from: '2031-01-01', to: null, ...wrong };
      const response = await cast.coordinator.api<Problem>('POST', 'assignments', { body });
      // A date that is not in the calendar is content, not form.
      const expected = 'from' in wrong && wrong.from === '2025-02-30' ? 422 : status;
      expect([response.status, response.body.status]).toEqual([expected, expected]);
    });

    it.each(['0000-01-01', '0001-01-01', '9999-12-31'])(
      'is answered calmly at the ends of the calendar: %s',
      async (date) => {
        const [first] = await cast.coordinator.read<{ personId: string; scopeId: string }[]>('assignments');
        const { personId, scopeId } = first!;
        const body = { personId, kind: 'owner', scopeId, deputy: true, from: date, to: date };
        expect((await cast.coordinator.api('POST', 'assignments', { body })).status).toBeLessThan(500);
        const period = { code: '9999-Q4', opensOn: date, dueOn: date };
        expect((await cast.coordinator.api('POST', 'periods', { body: period })).status).toBeLessThan(500);
      },
    );

    it('does not open a period of another rhythm than the plan has, or outside it', async () => {
      for (const code of ['0000-Q1', '1900-Q1', '2025-T1', '2031']) {
        const body = { code, opensOn: '2025-01-01', dueOn: '2025-02-01' };
        const response = await cast.coordinator.api('POST', 'periods', { body });
        expect([code, response.status >= 400 && response.status < 500]).toEqual([code, true]);
      }
    });
  });

  it('always gets a response under strict headers, and never a word of what is behind', async () => {
    const anybody = api.anybody();
    const responses = await Promise.all([
      owner.api('GET', 'me'),
      anybody.api('GET', 'me'),
      owner.api('GET', 'people'),
      owner.api('GET', `reports/${randomUUID()}`),
      owner.api('GET', 'nowhere'),
      anybody.request('POST', '/nowhere/at/all'),
      anybody.request('GET', '/health/live'),
      anybody.request('POST', '/api/v1/reports', { body: '{', headers: { origin: api.origin } }),
      anybody.request('POST', '/api/v1/reports', { body: {}, headers: { origin: 'https://evil.example' } }),
      anybody.request('GET', '/auth/callback?code=x&state=%00'),
      owner.api('GET', 'reports?page=x'),
    ]);
    for (const { headers, body, status } of responses) {
      const csp = headers.get('content-security-policy') ?? '';
      expect([status, csp.includes("default-src 'none'"), csp.includes("frame-ancestors 'none'")]).toEqual([
        status,
        true,
        true,
      ]);
      expect(csp).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(JSON.stringify(body)).not.toMatch(/at .+\.(ts|js):\d+|SELECT |node_modules|QueryFailed|stack/);
      if (status >= 400) {
        expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect(headers.get('cache-control')).toContain('no-store');
        expect(body).toMatchObject({
          status,
          title: expect.any(String) as unknown,
          titleEn: expect.any(String) as unknown,
        });
      }
    }
  });

  it('never breaks a route that writes, whatever is sent', async () => {
    const report = await now();
    const key = () => ({ 'idempotency-key': randomUUID(), 'if-match': '"1"' });
    const routes: [Person, string, string][] = [
      [owner, 'PUT', entryPath(report)],
      [owner, 'PUT', `reports/${draft.id}/verdict`],
      [owner, 'PUT', `reports/${draft.id}/year`],
      [owner, 'POST', `reports/${draft.id}/transitions`],
      [await cast.owner(returned), 'POST', `reports/${returned.id}/comments/${randomUUID()}/reply`],
      [cast.coordinator, 'POST', `reports/${returned.id}/transitions`],
      [cast.coordinator, 'POST', 'periods'],
      [cast.coordinator, 'POST', `periods/${draft.period}/close`],
      [cast.coordinator, 'POST', 'assignments'],
      [cast.coordinator, 'PUT', `assignments/${randomUUID()}`],
      [owner, 'POST', 'session/extend'],
    ];
    // Words that the schemas know, so that what is made up gets past their first door.
    const word = fc.constantFrom(
      'submit',
      'return',
      'reopen',
      'on_track',
      'largely',
      'owner',
      '2025-Q4',
      '2025-01-01',
      '5',
      '/comment',
      randomUUID(),
      '\u0000',
      '\ud800',
      '𝟘',
      '',
    );
    const name = fc.constantFrom(
      'transition',
      'reason',
      'comments',
      'targetCode',
      'field',
      'text',
      'suggestion',
      'assessment',
      'values',
      'period',
      'value',
      'noValueReason',
      'parts',
      'label',
      'milestones',
      'index',
      'done',
      'comment',
      'measure',
      'responsible',
      'dueOn',
      'explanations',
      'verdict',
      'explanation',
      'targets',
      'targetCode',
      'answer',
      'code',
      'opensOn',
      'personId',
      'kind',
      'scopeId',
      'deputy',
      'from',
      'to',
      '__proto__',
    );
    const leaf = fc.oneof(word, fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
      object: fc.dictionary(name, tie('value'), { maxKeys: 6, noNullPrototype: true }),
    }));
    await fc.assert(
      fc.asyncProperty(fc.nat(routes.length - 1), value, async (which, body) => {
        const [person, method, path] = routes[which]!;
        const response = await person.api<Problem>(method, path, {
          body: JSON.stringify(body) ?? 'null',
          headers: key(),
        });
        expect([method, path, response.status, response.status < 500]).toEqual([method, path, response.status, true]);
      }),
      { numRuns: 300, endOnFailure: true, includeErrorInReport: true },
    );
  });
});
