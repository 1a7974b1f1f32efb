import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { defaultStatement, type PlanDocument, type SavedStatement } from '@malspar/site-model';
import { startApi, type TestApi } from './harness/api.js';
import { type ApiResponse, type Person, untilHeard } from './harness/person.js';
import { samplePdf } from './harness/sample-pdf.js';
import type { Problem } from './harness/working.js';

const HOSTILE = `../../../etc/passwd%00.pdf"; filename="x.html <script>alert(1)</script>`;

describe('looking after the public site', () => {
  let api: TestApi;
  let admin: Person;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.person('admin');
  });
  afterAll(() => api.stop());

  /** Sends bytes as they are; the harness's own call sends JSON. */
  async function send<T>(
    who: Person,
    path: string,
    bytes: Buffer<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<ApiResponse<T>> {
    const given = { 'content-type': 'application/pdf', 'idempotency-key': randomUUID(), ...headers };
    return who.request<T>('POST', `/api/v1/${path}`, { bytes, headers: given });
  }
  const about = (title: string, rest = 'date=2026-02-03&language=sv'): string =>
    `site/documents?title=${encodeURIComponent(title)}&${rest}`;
  const list = (): Promise<PlanDocument[]> => admin.read<PlanDocument[]>('site/documents');
  const page = async (path: string): Promise<string> =>
    (await api.anybody().request<string>('GET', `${path}?${randomUUID()}`)).body;

  it('a document that an administrator uploads is on the first page at once, and nowhere before', async () => {
    expect(await page('/')).not.toContain('class="documents"');
    const pdf = samplePdf('plan');
    const uploaded = await send<PlanDocument>(admin, about('Miljöplan 2021–2025'), pdf);
    expect([uploaded.status, uploaded.body.slug]).toEqual([201, 'miljoplan-2021-2025']);
    const home = await page('/');
    const [, path = ''] = /href="(\/dokument\/[^"]+)"[^>]*>Miljöplan 2021–2025</.exec(home) ?? [];
    expect(path).toBe(`/dokument/miljoplan-2021-2025-${uploaded.body.versions[0]!.sha256.slice(0, 12)}.pdf`);
    expect(home).toContain('3 februari 2026');
    const file = await fetch(`${api.origin}${path}`);
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    const moved = await fetch(`${api.origin}/dokument/miljoplan-2021-2025`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([302, path]);
  });

  it('forty uploads with one key are one document', async () => {
    const pdf = samplePdf('forty');
    const key = { 'idempotency-key': 'forty-uploads' };
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => untilHeard(() => send<PlanDocument>(admin, about('Fyrtio'), pdf, key))),
    );
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(responses.map(({ body }) => body.id)).size).toBe(1);
    expect((await list()).filter(({ title }) => title === 'Fyrtio')).toHaveLength(1);
    const other = await send<Problem>(admin, about('Något annat'), pdf, key);
    expect([other.status, other.body.type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  describe('what is sent and should not be', () => {
    let before: PlanDocument[];
    beforeAll(async () => (before = await list()));
    afterEach(async () => expect(await list()).toEqual(before));

    it.each([
      ['a page named .pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-a-pdf'],
      ['nothing', Buffer.alloc(0), 'empty'],
      ['half a PDF', samplePdf('half').subarray(0, 60), 'cut-off'],
      ['a PDF with a password', samplePdf('locked', '/Encrypt 3 0 R'), 'protected'],
    ])('%s is refused in words', async (_what, bytes, code) => {
      const { status, body } = await send<Problem>(admin, about('Fel fil'), bytes);
      expect([status, body.type, body.errors]).toEqual([
        422,
        '/problems/not-a-public-pdf',
        [{ pointer: '/file', code }],
      ]);
      expect(body.title).toMatch(/^(PDF-f|F)ilen är /);
    });

    it('21 MB are too many, however they are sent', async () => {
      const big = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(21_000_000, 32)]);
      const { status, body } = await send<Problem>(admin, about('För stor'), big);
      expect([status, body.type, body.title]).toEqual([
        413,
        '/problems/too-large',
        'Filen är för stor. Den får vara högst 20 MB.',
      ]);
    });

    it('elsewhere the limit is 1 MB as before', async () => {
      const text = 'x'.repeat(1_100_000);
      const put = await admin.api('PUT', `site/documents/${before[0]!.id}`, {
        body: { title: text, date: '2026-01-01', language: 'sv' },
        headers: { 'if-match': '"1"' },
      });
      expect(put.status).toBe(413);
    });

    it.each([
      ['JSON', { 'content-type': 'application/json' }, 415],
      ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
      ['packed bytes', { 'content-encoding': 'gzip' }, 400],
      ['no key', { 'idempotency-key': '' }, 400],
    ])('%s is refused', async (_what, headers, status) => {
      expect((await send(admin, about('Fel'), Buffer.from('{}'), headers)).status).toBe(status);
    });

    it.each([
      ['title=&date=2026-02-03&language=sv', 422],
      [`title=${'x'.repeat(201)}&date=2026-02-03&language=sv`, 422],
      ['title=a&date=2026-02-30&language=sv', 422],
      ['title=a&date=i+g%C3%A5r&language=sv', 400],
      ['title=a&date=2026-02-03&language=fi', 400],
      ['title=a&title=b&date=2026-02-03&language=sv', 400],
      ['title=a&date=2026-02-03&language=sv&slug=x', 400],
      ['date=2026-02-03&language=sv', 400],
    ])('a document that is described as %s is refused', async (query, status) => {
      expect((await send(admin, `site/documents?${query}`, samplePdf('x'))).status).toBe(status);
    });

    it('a connection that is cut leaves nothing', async () => {
      const cookie = await admin.cookies();
      const { hostname, port } = new URL(api.origin);
      const headers = {
        ...{ cookie, origin: api.origin, 'idempotency-key': randomUUID() },
        ...{ 'content-type': 'application/pdf', 'content-length': '500000' },
      };
      await new Promise<void>((done) => {
        const path = `/api/v1/${about('Avklippt')}`;
        const request = httpRequest({ hostname, port, method: 'POST', path, headers });
        request.on('error', () => done());
        request.write(samplePdf('cut'), () => setImmediate(() => request.destroy(new Error('cut'))));
      });
    });

    it('nobody else may send anything', async () => {
      for (const key of ['coordinator', 'viewer']) {
        expect((await send(await api.person(key), about('Nej'), samplePdf('no'))).status).toBe(403);
      }
      expect((await send(api.anybody(), about('Nej'), samplePdf('no'))).status).toBe(401);
    });
  });

  it('a title full of tricks is words on the page and a plain word in the address', async () => {
    const { status, body } = await send<PlanDocument>(admin, about(HOSTILE), samplePdf('hostile'));
    expect([status, body.title]).toEqual([201, HOSTILE]);
    expect(body.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const home = await page('/');
    expect(home).not.toContain('<script');
    const [, path = ''] = new RegExp(`href="(/dokument/${body.slug}-[0-9a-f]{12}\\.pdf)"`).exec(home) ?? [];
    const file = await fetch(`${api.origin}${path}`);
    expect(file.headers.get('content-disposition')).toBe(`inline; filename="${body.slug}.pdf"`);
    await admin.api('POST', `site/documents/${body.id}/withdraw`);
  });

  it('is renamed, replaced, reordered, withdrawn and shown again; each act is in the log', async () => {
    const [plan, forty] = (await list()) as [PlanDocument, PlanDocument];
    const renamed = await admin.api<PlanDocument>('PUT', `site/documents/${plan.id}`, {
      body: { title: 'Hela planen', date: '2026-02-04', language: 'sv' },
      headers: { 'if-match': `"${plan.revision}"` },
    });
    expect(renamed.body).toMatchObject({ title: 'Hela planen', slug: plan.slug });
    const stale = await admin.api<Problem>('PUT', `site/documents/${plan.id}`, {
      body: { title: 'Gammalt', date: '2026-02-04', language: 'sv' },
      headers: { 'if-match': `"${plan.revision}"` },
    });
    expect([stale.status, (stale.body.current as PlanDocument).title]).toEqual([412, 'Hela planen']);

    const old = `/dokument/${plan.slug}-${plan.versions[0]!.sha256.slice(0, 12)}.pdf`;
    const replaced = await send<PlanDocument>(
      admin,
      `site/documents/${plan.id}/versions?date=2026-05-06`,
      samplePdf('plan, new'),
    );
    expect(replaced.body.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await page('/')).toContain('6 maj 2026');
    expect((await fetch(`${api.origin}${old}`)).status).toBe(200);
    const kept = await fetch(`${api.origin}${old}`);
    expect(Buffer.from(await kept.arrayBuffer()).equals(samplePdf('plan'))).toBe(true);

    const ids = [forty.id, plan.id];
    expect((await admin.api('PUT', 'site/documents/order', { body: { ids } })).status).toBe(200);
    const home = await page('/');
    expect(home.indexOf('Fyrtio')).toBeLessThan(home.indexOf('>Hela planen<'));
    expect((await admin.api('PUT', 'site/documents/order', { body: { ids: [plan.id] } })).status).toBe(409);

    expect((await admin.api('POST', `site/documents/${plan.id}/withdraw`)).status).toBe(200);
    expect(await page('/')).not.toContain('>Hela planen<');
    for (const path of [old, `/dokument/${plan.slug}`]) {
      expect((await fetch(`${api.origin}${path}`, { redirect: 'manual' })).status).toBe(404);
    }
    const own = await admin.request('GET', `/api/v1/site/documents/${plan.id}/versions/1`);
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await admin.api('POST', `site/documents/${plan.id}/restore`)).status).toBe(200);
    expect(await page('/')).toContain('>Hela planen<');

    const { items } = await admin.read<{ items: { kind: string }[] }>('audit?limit=100');
    const acts = items.map(({ kind }) => kind).filter((kind) => kind.startsWith('plan-document.'));
    expect(new Set(acts)).toEqual(
      new Set(['upload', 'change', 'replace', 'order', 'withdraw', 'restore'].map((act) => `plan-document.${act}`)),
    );
  });

  describe('the accessibility statement', () => {
    const put = (body: unknown, version: number): Promise<ApiResponse<SavedStatement & Problem>> =>
      admin.api('PUT', 'site/accessibility-statement', { body, headers: { 'if-match': `"${version}"` } });

    it('is the system’s own until one is saved, and says so', async () => {
      const coordinator = await api.person('coordinator');
      expect(await coordinator.read('site/accessibility-statement')).toMatchObject({
        version: 0,
        statement: defaultStatement,
      });
      expect(await page('/tillganglighet')).toMatch(/Granskas av Region Värmland\./);
      const english = (await page('/en/tillganglighet')).replace(/<[^>]*>/g, '');
      expect(english).toMatch(/To be reviewed by Region Värmland\./);
    });

    it('is what an administrator saves, at once and in both languages', async () => {
      const statement = { ...defaultStatement, conformance: 'none', contact: 'hjalp@exempel.se', responseDays: 3 };
      expect((await put(statement, 0)).body).toMatchObject({ version: 1, savedBy: expect.any(String) as string });
      const [swedish, english] = [await page('/tillganglighet'), await page('/en/tillganglighet')];
      expect(swedish).toContain('<strong>inte förenlig</strong>');
      expect(swedish).toContain('mailto:hjalp@exempel.se');
      expect(swedish).not.toContain('Granskas av');
      expect(english).toContain('We answer within 3 working days.');
      const late = await put(statement, 0);
      expect([late.status, late.body.current]).toMatchObject([412, { version: 1 }]);
    });

    it.each([
      [{ conformance: 'full' }, 422, '/conformance'],
      [{ failures: [] }, 422, '/failures'],
      [{ contact: 'javascript:alert(1)' }, 422, '/contact'],
      [{ assessedOn: '2026-02-31' }, 422, '/assessedOn'],
      [{ conformance: 'mostly' }, 400, '/conformance'],
      [{ version: 7 }, 400, '/version'],
    ])('with %j is refused, and says where', async (change, status, pointer) => {
      const { status: got, body } = await put({ ...defaultStatement, ...change }, 1);
      expect([got, body.errors?.map((each) => each.pointer)]).toEqual([status, [pointer]]);
    });

    it('holds words as words', async () => {
      const [failure] = defaultStatement.failures;
      const words = '<img src=x onerror=alert(1)>';
      const failures = [{ ...failure!, what: { sv: words, en: words } }];
      expect((await put({ ...defaultStatement, failures }, 1)).status).toBe(200);
      const shown = await page('/tillganglighet');
      expect(shown).toContain('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
      expect(shown).not.toContain('<img');
    });
  });
});
