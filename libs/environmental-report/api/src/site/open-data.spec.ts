import { brotliDecompressSync } from 'node:zlib';
import { type OpenArea, type OpenPublication, PublishedReport } from '@malspar/environmental-report-model';
import { readCsv } from '@malspar/print-api/testing';
import { sha256Hex } from '@malspar/shared-api';
import type * as z from 'zod';
import { addressesIn, type OpenDataReply, OpenDataServer, ORIGIN, PublishedTable } from '@malspar/site-api/testing';
import { rowOf, sampleReport } from '../testing/published-rows.js';
import { reportResources } from './open-data-resources.js';
import { reportWithData } from './report-open-data.js';

const ROOT = '/public/v1';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const correction = { reason: 'Ett tal var fel avskrivet.', date: '2026-03-01', ofVersion: 1 };

describe('the open data over HTTP', () => {
  const before = sampleReport('2023-Q3');
  const report = sampleReport('2024-Q3', { before });
  const published = new PublishedTable([rowOf(before), rowOf(report)]);
  let server: OpenDataServer;
  beforeAll(async () => {
    server = await OpenDataServer.on(published, [reportWithData], { name: 'CC0 1.0', url: 'https://example.org/cc0' });
  });
  afterAll(() => server.end());

  const ask = (path: string, headers?: Record<string, string>, method?: string): Promise<OpenDataReply> =>
    server.ask(ROOT + path, headers, method);
  const problemOf = ({ status, headers, body }: OpenDataReply) => ({
    status,
    type: headers['content-type'],
    problem: JSON.parse(body.toString()) as {
      type: string;
      detail: string;
      errors?: { pointer: string; code: string }[];
    },
  });

  it('leads from its first address to every other, and asks the database for none of them', async () => {
    await ask('');
    const asked = published.asked;
    const waiting = [`${ORIGIN}${ROOT}`];
    const found = new Map<string, string>();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (found.has(next)) continue;
      const { status, headers, body } = await server.ask(next);
      expect([next, status]).toEqual([next, 200]);
      expect(headers['access-control-allow-origin']).toBe('*');
      const text = body.toString();
      found.set(next, text);
      // The description's own links lead to a made-up site.
      if (headers['content-type']?.startsWith('application/json') && !next.endsWith('openapi.json')) {
        waiting.push(...addressesIn(text).map((each) => each.replace(/\?.*/, '')));
      }
    }
    expect(published.asked).toBe(asked);
    const paths = [...found.keys()].map((address) => address.replace(ORIGIN + ROOT, ''));
    const unreached = [{ path: '/api-info' }, ...reportResources].filter(({ path }) => {
      const pattern = new RegExp(`^${path.replace('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
      return !paths.some((each) => pattern.test(each));
    });
    expect(unreached.map(({ path }) => path)).toEqual([]);
    expect(found.size).toBeGreaterThan(150);
    for (const address of found.keys()) expect(address).toBe(address.toLowerCase());
  });

  it('says of each sentence whether it rests on an example', async () => {
    interface Finding {
      readonly finding: { readonly sv: string };
      readonly findingProvenance?: string | null;
    }
    const { items } = await server.json<{ items: { code: string }[] }>(`${ORIGIN}${ROOT}/targets?limit=100`);
    const said = await Promise.all(
      items.map(async ({ code }) => {
        const path = code.toLowerCase();
        const { findingProvenance } = await server.json<Finding>(`${ORIGIN}${ROOT}/targets/${path}`);
        const { points } = await server.json<{ points: { provenance: string; value: string | null }[] }>(
          `${ORIGIN}${ROOT}/indicators/${path}`,
        );
        const isExample = points.some(({ provenance, value }) => value !== null && provenance === 'illustrative');
        return { code, isExample, findingProvenance };
      }),
    );
    expect(said.filter(({ isExample }) => isExample).length).toBeGreaterThan(5);
    for (const { code, isExample, findingProvenance } of said)
      if (isExample) expect([code, findingProvenance]).toEqual([code, 'illustrative']);
  });

  it('goes on answering when the database has stopped, also what nobody had asked for', async () => {
    published.stopped = true;
    const replies = await Promise.all(['/targets/b1', '/areas?limit=3', '/openapi.json'].map((path) => ask(path)));
    published.stopped = false;
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('gives a strong tag for each encoding, 304 to it, and the length to HEAD', async () => {
    const [plain, brotli] = [await ask('/targets/r1'), await ask('/targets/r1', { 'accept-encoding': 'br' })];
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(plain.headers['etag']).toMatch(/^"[\w-]{27}"$/);
    expect(brotli.headers['etag']).not.toBe(plain.headers['etag']);
    const again = await ask('/targets/r1', { 'if-none-match': plain.headers['etag'] ?? '' });
    expect([again.status, again.body.length, again.headers['access-control-allow-origin']]).toEqual([304, 0, '*']);
    const head = await ask('/targets/r1', {}, 'HEAD');
    expect([head.body.length, head.headers['content-length']]).toEqual([0, String(plain.body.length)]);
  });

  it('lets what follows a version be kept for ever, and nothing else', async () => {
    const cacheOf = async (path: string) => (await ask(path)).headers['cache-control'];
    for (const end of ['', '/report', '/targets/r1.csv', '/verdicts.csv']) {
      expect(await cacheOf(`/publications/2024-q3/versions/1${end}`)).toBe(IMMUTABLE);
    }
    for (const path of ['/plan', '/publications/2024-q3', '/indicators/r1/series.csv', '/api-info']) {
      expect(await cacheOf(path)).toBe('public, no-cache');
    }
  });

  it('may be read by pages on any other origin', async () => {
    const { status, headers, body } = await ask('/targets', { origin: 'https://annan.example' }, 'OPTIONS');
    expect([status, body.length, headers['access-control-allow-origin']]).toEqual([204, 0, '*']);
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s, and says what it takes', async (method) => {
    const reply = await ask('/plan', {}, method);
    expect(problemOf(reply)).toMatchObject({
      status: 405,
      problem: { type: '/problems/method-not-allowed', detail: expect.stringContaining('GET') as unknown },
    });
    expect(reply.headers['allow']).toBe('GET, HEAD, OPTIONS');
  });

  it('answers the same to whoever asks', async () => {
    const [anybody, somebody] = [
      await ask('/plan'),
      await ask('/plan', { cookie: 'malspar.sid=s%3Aabc', authorization: 'Bearer x' }),
    ];
    expect(somebody.body).toEqual(anybody.body);
    expect(somebody.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['/plan?limit=2', '/limit', 'unknown-field'],
    ['/areas?sort=title', '/sort', 'unknown-field'],
    ['/areas?limit=0', '/limit', 'too-small'],
    ['/areas?limit=101', '/limit', 'too-big'],
    ['/areas?page=0', '/page', 'too-small'],
    ['/areas?page=x', '/page', 'invalid-type'],
    ['/areas?page=1&page=2', '/page', 'invalid-type'],
    ['/indicators/r1/series.csv?format=xml', '/format', 'unknown-field'],
    ['/openapi.json?a=1', '/a', 'unknown-field'],
  ])('refuses %s', async (path, pointer, code) => {
    const { status, type, problem } = problemOf(await ask(path));
    expect([status, type, problem.errors]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      [expect.objectContaining({ pointer, code })],
    ]);
    expect(problem.detail).toContain('page (från 1)');
  });

  it.each([
    ...['/targets/x9', '/areas/finns-inte', '/publications/2019-q1', '/publications/2024-q3/versions/9'],
    ...['/publications/2024-q3/versions/01', '/publications/2024-q3/versions/1/targets/x9.csv', '/plan/', '/x'],
    ...['/%E0%A4%A', '/targets/r1%2F..', '/../../api/v1/me', '/indicators/r1/series.xlsx', '/publications/__proto__'],
  ])('knows nothing of %s', async (path) => {
    const reply = await ask(path);
    expect(problemOf(reply)).toMatchObject({
      status: 404,
      problem: { type: '/problems/not-found', detail: expect.stringContaining('/public/v1/openapi.json') as unknown },
    });
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('knows nothing else below /public, and leaves the rest to others', async () => {
    const others = await Promise.all(
      ['/public', '/public/v2/plan', '/PUBLIC', '/publications', '/'].map((path) => server.ask(path)),
    );
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404, 418, 418]);
    expect((await ask('/')).status).toBe(200);
  });

  it('has nothing for whoever takes no encoding at all', async () => {
    expect(problemOf(await ask('/plan', { 'accept-encoding': 'identity;q=0, zstd' })).status).toBe(406);
  });

  it('takes codes in capital and small letters alike', async () => {
    const [small, capital] = [await ask('/targets/r1'), await ask('/Targets/R1')];
    expect(capital.body).toEqual(small.body);
    expect((await ask('/publications/2024-Q3/versions/1')).status).toBe(200);
  });

  it('takes codes with letters of our own', async () => {
    const [area] = report.areas;
    const targets = area?.targets.map((target, index) => (index === 0 ? { ...target, code: 'Å1b' } : target));
    const areas = [{ ...area, targets }, ...report.areas.slice(1)] as typeof report.areas;
    const other = await OpenDataServer.on(new PublishedTable([rowOf({ ...report, areas })]), [reportWithData]);
    const [address] = addressesIn((await other.ask(`${ROOT}/targets?limit=1`)).body.toString());
    expect(address).toBe(`${ORIGIN}${ROOT}/targets/%C3%A51b`);
    for (const path of [address ?? '', `${ROOT}/targets/%c3%851B`]) {
      expect(await other.json(path)).toMatchObject({ code: 'Å1b' });
    }
    const csv = await other.ask(`${ROOT}/indicators/%C3%A51b/series.csv`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="mal-a1b-utfall.csv"');
    other.end();
  });

  it('gives a list page by page, each thing once', async () => {
    const codes: string[] = [];
    let next: string | undefined = `${ROOT}/targets?limit=7`;
    while (next) {
      const page: { items: { code: string }[]; total: number; links: { rel: string; href: string }[] } =
        await server.json(next);
      codes.push(...page.items.map(({ code }) => code));
      expect(page.total).toBe(report.areas.flatMap(({ targets }) => targets).length);
      next = page.links.find(({ rel }) => rel === 'next')?.href;
    }
    expect(codes).toEqual(report.areas.flatMap(({ targets }) => targets.map(({ code }) => code)));
    expect(await server.json(`${ROOT}/targets?page=99`)).toMatchObject({ items: [], page: 99, limit: 20 });
  });

  it('has the frozen JSON byte for byte', async () => {
    const { body } = await ask('/publications/2024-q3/versions/1/report');
    expect(await server.json(`${ROOT}/publications/2024-q3/versions/1`)).toMatchObject({
      sha256: sha256Hex(body.toString()),
    });
    expect(PublishedReport.parse(JSON.parse(body.toString()))).toEqual(report);
  });

  it.each([
    ['targets/r1.csv', 'b4dc5fc70d840d20554418ecc664c45d63049190e08e56204e8d15aa7101a068'],
    ['verdicts.csv', '99dc70b46074c7596f4c84019e06a7d51fc55813186ff851901468e9368ddcf6'],
  ])(
    'has a version’s %s byte for byte as an earlier release made it: it was promised never to change',
    async (name, hash) => {
      const { body } = await ask(`/publications/2024-q3/versions/1/${name}`);
      expect(sha256Hex(body.toString())).toBe(hash);
    },
  );

  it('says which data is an example, in each answer that holds any', async () => {
    const area = await server.json<z.infer<typeof OpenArea>>(`${ROOT}/areas/${report.areas[0]?.slug}`);
    expect(area.notice).toEqual({
      sv: expect.stringContaining('exempelvärden') as string,
      en: expect.stringContaining('example values') as string,
    });
    const { body } = await ask('/publications/2024-q3/versions/1/targets/r1.csv');
    expect(body.toString()).toContain('Exempelvärde');
    // Nothing in it is an example, and then it says nothing.
    expect(await server.json(`${ROOT}/publications/2024-q3`)).not.toHaveProperty('notice');
  });

  it('says on what terms the data may be used', async () => {
    expect(await server.json(`${ROOT}/api-info`)).toMatchObject({
      apiName: 'malspar-open-data',
      apiVersion: '1.1.0',
      apiStatus: 'active',
      license: { name: 'CC0 1.0' },
      publisher: 'Region Värmland',
      updatedAt: report.publishedAt,
    });
  });

  it('names CSV for what it is, with the rows of the published file', async () => {
    const reply = await ask('/publications/2024-q3/versions/1/targets/r1.csv');
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="${report.slug}-v1-mal-r1-utfall.csv"`);
    const [head, ...rows] = readCsv(reply.body, ',');
    expect(head?.slice(0, 6)).toEqual(['area', 'targetCode', 'indicator', 'unit', 'period', 'value']);
    const target = report.areas.flatMap(({ targets }) => targets).find(({ code }) => code === 'R1');
    expect(rows.map((row) => [row[4], row[5]])).toEqual(
      target?.series.map(({ period, value }) => [period, value ?? '']),
    );
    // For programs: as the JSON says it, not in Swedish.
    expect([head?.[6], ...rows.map((row) => row[6])]).toEqual([
      'provisional',
      ...(target?.series.map(({ provisional }) => String(provisional)) ?? []),
    ]);
    expect((await ask('/indicators/r1/series.csv')).headers['content-disposition']).toContain('mal-r1-utfall.csv');
  });

  it('shows a correction at once, without a byte of the corrected version changing', async () => {
    const version = '/publications/2024-q3/versions/1';
    const old = await Promise.all(['', '/report', '/targets/r1.csv', '/verdicts.csv'].map((end) => ask(version + end)));
    published.rows.push(rowOf(sampleReport('2024-Q3', { before, version: 2, correction })));
    await server.site.refresh();
    const now = await Promise.all(['', '/report', '/targets/r1.csv', '/verdicts.csv'].map((end) => ask(version + end)));
    expect(now.map(({ body }) => body)).toEqual(old.map(({ body }) => body));
    const publication = await server.json<z.infer<typeof OpenPublication>>(`${ROOT}/publications/2024-q3`);
    expect(publication.versions.map((each) => [each.version, each.correction])).toEqual([
      [2, correction],
      [1, null],
    ]);
  });
});

describe('the open data before anything is published', () => {
  it('says so in its own way: empty lists, no plan, no licence on anybody’s behalf', async () => {
    const server = await OpenDataServer.on(new PublishedTable(), [reportWithData]);
    expect(await server.json(`${ROOT}/targets`)).toMatchObject({ items: [], total: 0, notice: null });
    expect((await server.ask(`${ROOT}/plan`)).status).toBe(404);
    expect(await server.json(`${ROOT}/api-info`)).toMatchObject({ publisher: null, license: null, updatedAt: null });
    const description = await server.json<{ info: object }>(`${ROOT}/openapi.json`);
    expect(description.info).not.toHaveProperty('license');
    server.end();
  });

  it('asks to be asked again while nothing could be read', async () => {
    const published = new PublishedTable();
    published.stopped = true;
    const server = await OpenDataServer.on(published, [reportWithData]);
    const { status, headers } = await server.ask(`${ROOT}/plan`);
    expect([status, headers['retry-after'], headers['access-control-allow-origin']]).toEqual([503, '5', '*']);
    server.end();
  });
});
