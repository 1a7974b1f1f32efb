import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { composePublishedReport, type Composition, ENVIRONMENTAL_REPORT } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { canonicalJson, type Database } from '@malspar/shared-api';
import { publicPath } from '@malspar/site-model';
import express from 'express';
import {
  PublicSiteRouter,
  PublicSiteService,
  type SiteOptions,
  type SiteRenderer,
  SiteRendering,
} from '@malspar/site-api';
import {
  Additions,
  hashOf,
  kindsOf,
  siteAssets,
  type SitePageRow,
  type SiteRepository,
  type SiteVersionRow,
} from '@malspar/site-api/testing';
import { reportWithData } from './report-open-data.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

function row(period: string, change: Partial<Composition> = {}): SiteVersionRow {
  const report = composePublishedReport(sampleComposition(plan, period, change));
  const bytes = `${period} ${report.version}`;
  const file = {
    name: `rapport-${period.toLowerCase()}.json`,
    format: 'json' as const,
    mediaType: 'application/json',
    sha256: sha256Of(bytes),
    bytes: bytes.length,
  };
  const sha256 = bytes.padEnd(64, '0');
  return { contentKind: ENVIRONMENTAL_REPORT, canonical: canonicalJson(report), sha256, files: [file] };
}

/** A table of published versions that can be stopped. */
class Published implements Pick<
  SiteRepository,
  'fingerprint' | 'versions' | 'pages' | 'keepPacking' | 'assets' | 'file'
> {
  readonly rows: SiteVersionRow[] = [];
  readonly frozen: SitePageRow[] = [];
  readonly packings = new Map<string, Buffer>();
  stopped = false;
  #demandRunning(): void {
    if (this.stopped) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  }
  async fingerprint() {
    this.#demandRunning();
    return Promise.resolve(String(this.rows.length));
  }
  async versions() {
    this.#demandRunning();
    return Promise.resolve(this.rows);
  }
  async pages() {
    this.#demandRunning();
    return Promise.resolve(this.frozen);
  }
  async keepPacking(_tx: unknown, sha256: string, brotli: Buffer) {
    this.#demandRunning();
    this.packings.set(sha256, brotli);
    return Promise.resolve();
  }
  async assets() {
    this.#demandRunning();
    return Promise.resolve([
      { path: '/assets/site.an-older-release-00000000000.css', mediaType: 'text/css', content: Buffer.from('p{}') },
    ]);
  }
  readonly filesRead: string[] = [];
  async file(_tx: unknown, sha256: string) {
    this.#demandRunning();
    this.filesRead.push(sha256);
    const known = this.rows.some(({ files }) => files?.some((file) => file.sha256 === sha256));
    return Promise.resolve(known ? { mediaType: 'application/json', content: Buffer.from(sha256) } : null);
  }
}

const bannerOf = (count: number, language: string): string => `<aside lang="${language}">${count}</aside>`;
const rendered: string[] = [];
const renderer: SiteRenderer = {
  renderPage: async (page, { language }) => {
    rendered.push(publicPath(page.place, language));
    const line = page.frozen?.form === 'superseded' ? 'newer' : '';
    const kind = page.kind === 'own' ? page.own.kind : page.kind;
    return Promise.resolve(`<!doctype html><title>${kind} ${language} ${line}</title>${'x'.repeat(500)}`);
  },
  renderOvertaken: (page, { language }) => Promise.resolve(bannerOf(page.overtaken?.length ?? 0, language)),
  searchableWords: () => ({ terms: [], pages: [] }),
};

const options: SiteOptions = { origin: 'https://exempel.se', renderer: () => Promise.resolve(renderer) };

describe('the public site over HTTP', () => {
  const published = new Published();
  let server: Server;
  let site: PublicSiteService;

  beforeAll(async () => {
    published.rows.push(row('2023-Q3'), row('2024-Q3'));
    site = new PublicSiteService(
      { read: {} } as Database,
      published,
      new SiteRendering(options),
      options,
      new Additions().service(),
      kindsOf([reportWithData]),
    );
    const app = express();
    app.use(new PublicSiteRouter(site).handler);
    app.use((_request, response) => response.status(418).end());
    await new Promise<void>((listening) => {
      server = app.listen(0, '127.0.0.1', () => listening());
    });
  });
  afterAll(() => {
    site.onModuleDestroy();
    server.close();
  });

  interface Reply {
    readonly status: number;
    readonly headers: Record<string, string | undefined>;
    readonly body: Buffer;
  }
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      httpRequest({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string | undefined>,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('answers each page in the best encoding, with a strong tag for each', async () => {
    const plain = await get('/');
    const brotli = await get('/', { 'accept-encoding': 'gzip, br' });
    const gzip = await get('/', { 'accept-encoding': 'gzip, br;q=0' });
    expect([plain.status, brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual([
      200,
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    const tags = [plain, brotli, gzip].map(({ headers }) => headers['etag']);
    expect(new Set(tags).size).toBe(3);
    expect(tags.every((tag) => /^"[\w-]{27,}"$/.test(tag ?? ''))).toBe(true);
    expect(plain.headers['vary']).toBe('Accept-Encoding');
    expect(plain.headers['content-security-policy']).toMatch(/^default-src 'none';.*; script-src 'self'$/);
    const feed = await get('/atom.xml');
    expect(feed.headers['content-security-policy']).not.toContain('script-src');
  });

  it('says 304 to the tag it gave, also when a proxy weakened it, and 406 when nothing is acceptable', async () => {
    const { headers } = await get('/plan', { 'accept-encoding': 'br' });
    const etag = headers['etag'] ?? '';
    for (const tag of [etag, `W/${etag}`]) {
      const again = await get('/plan', { 'accept-encoding': 'br', 'if-none-match': tag });
      expect([again.status, again.body.length, again.headers['etag']]).toEqual([304, 0, etag]);
    }
    expect((await get('/plan', { 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200);
    expect((await get('/plan', { 'accept-encoding': 'identity;q=0, zstd' })).status).toBe(406);
  });

  it('answers HEAD as GET without the body', async () => {
    const [head, whole] = [await get('/ordlista', {}, 'HEAD'), await get('/ordlista')];
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
  });

  it('answers in both languages, moves what is written otherwise, and passes on what is not its own', async () => {
    expect((await get('/en/mal/R1')).body.toString()).toContain('target en');
    expect((await get('/mal/%521')).body.toString()).toContain('target sv');
    const written = ['/sv/plan', '/en/', '/rapporter/', '/sv', '/sok/?q=%C3%A5&visa=x?/'];
    const moves = await Promise.all(written.map((path) => get(path)));
    expect(moves.map(({ headers }) => headers['location'])).toEqual([
      '/plan',
      '/en',
      '/rapporter',
      '/',
      '/sok?q=%C3%A5&visa=x?/',
    ]);
    for (const path of ['/sv//evil.example', '//evil.example/', '/%5Cevil.example//', '/\\evil.example/']) {
      expect((await get(path)).headers['location'] ?? '/').toMatch(/^\/(?![/\\])/);
    }
    const others = await Promise.all([get('/api/v1/me'), get('/app/'), get('/plan', {}, 'POST')]);
    expect(others.map(({ status }) => status)).toEqual([418, 418, 418]);
  });

  it('has a page for what is not there, which nobody stores', async () => {
    for (const path of ['/mal/finns-inte-alls', '/en/x', '/%E0%A4%A', '/finns-inte', '/rapporter/2024-Q3/v9']) {
      const { status, headers, body } = await get(path);
      expect([path, status, headers['cache-control']]).toEqual([path, 404, 'no-cache']);
      expect(body.toString()).toContain('not-found');
    }
  });

  it('names stylesheet and fonts by their content, and lets them be kept for ever', async () => {
    const { stylesheet, script, fonts } = await siteAssets();
    for (const path of [stylesheet, script, ...fonts]) {
      expect(path).toMatch(/^\/assets\/[a-z0-9-]+\.[\w-]{27}\.(css|js|woff2)$/);
      const { status, headers } = await get(path);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    const css = (await get(stylesheet)).body.toString();
    expect([...css.matchAll(/url\('([^']+)'\)/g)].map(([, url]) => url)).toEqual(fonts);
  });

  it('tells machines where the pages are and what has been published', async () => {
    const { body } = await get('/robots.txt');
    expect(body.toString()).toContain('Sitemap: https://exempel.se/sitemap.xml');
    const map = (await get('/sitemap.xml')).body.toString();
    expect(map).toContain('<loc>https://exempel.se/rapporter/2024-Q3/v1</loc>');
    expect(map).not.toContain('finns-inte');
    expect((await get('/atom.xml')).body.toString().match(/<entry>/g)).toHaveLength(2);
  });

  it('gives files as they were published', async () => {
    const { status, headers, body } = await get('/rapporter/2024-Q3/v1/filer/rapport-2024-q3.json');
    expect([status, body.toString(), headers['cache-control']]).toEqual([
      200,
      sha256Of('2024-Q3 1'),
      'public, max-age=31536000, immutable',
    ]);
  });

  it('does not ask the database for files of which it knows that there are none', async () => {
    const before = published.filesRead.length;
    const names = ['2024-Q3/v2/filer/rapport-2024-q3.json', '2024-Q3/v1/filer/a.json', '2019-Q1/v1/filer/a.json'];
    for (const name of names) expect([name, (await get(`/rapporter/${name}`)).status]).toEqual([name, 404]);
    expect(published.filesRead).toHaveLength(before);
  });

  it('renders each page once, however often it is asked for and by how many at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get('/om-siffrorna')));
    expect(rendered.filter((path) => path === '/om-siffrorna')).toHaveLength(1);
  });

  it('gives pages of a version as they were stored when it was published, and what they load', async () => {
    const content = Buffer.from('<!doctype html><title>as it was made then</title>');
    const made = { form: 'newest', sha256: 'a1', content, brotli: null } as const;
    const page = { contentKind: ENVIRONMENTAL_REPORT, period: '2022-Q3', version: 1, ...made };
    published.frozen.push({ ...page, language: 'sv' });
    published.rows.push(row('2022-Q3'));
    await site.refresh();
    const plain = await get('/rapporter/2022-Q3/v1');
    expect([plain.body.toString(), plain.headers['etag']]).toEqual([content.toString(), `"${hashOf(content)}"`]);
    const brotli = await get('/rapporter/2022-Q3', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(brotli.body)).toEqual(content);
    expect(published.packings.get('a1')).toEqual(brotli.body);
    expect(rendered).not.toContain('/rapporter/2022-Q3/v1');
    const spoilt = Buffer.from('not what it was');
    published.rows.push(row('2021-Q3'));
    published.frozen.push({ ...page, period: '2021-Q3', language: 'sv', brotli: spoilt });
    await site.refresh();
    const mended = await get('/rapporter/2021-Q3/v1', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(mended.body)).toEqual(content);
    const asset = await get('/assets/site.an-older-release-00000000000.css');
    expect([asset.body.toString(), asset.headers['cache-control']]).toEqual([
      'p{}',
      'public, max-age=31536000, immutable',
    ]);
  });

  it('shows a correction at once; the old version gets its line', async () => {
    const [before, other] = [await get('/rapporter/2024-Q3/v1'), await get('/rapporter/2023-Q3/v1')];
    expect(before.headers['cache-control']).toBe('public, no-cache');
    const asked = { 'if-none-match': String(before.headers['etag']) };
    expect((await get('/rapporter/2024-Q3/v1', asked)).status).toBe(304);
    published.rows.push(
      row('2024-Q3', { version: 2, correction: { reason: 'Fel.', date: '2026-03-01', ofVersion: 1 } }),
    );
    await site.refresh();
    // One who comes back asks with what was read last, and reads the correction.
    const after = await get('/rapporter/2024-Q3/v1', asked);
    expect(after.status).toBe(200);
    expect([after.headers['cache-control'], after.body.toString().includes('newer')]).toEqual([
      // What is said above it may change with every correction.
      'public, no-cache',
      true,
    ]);
    expect((await get('/rapporter/2024-Q3')).headers['etag']).toBe(
      (await get('/rapporter/2024-Q3/v2')).headers['etag'],
    );
    expect((await get('/rapporter/2024-Q3/v2/andringar')).status).toBe(200);
    expect((await get('/rapporter/2023-Q3/v1')).headers['etag']).toBe(other.headers['etag']);
    expect(rendered.filter((path) => path === '/rapporter/2023-Q3/v1')).toHaveLength(1);
  });

  it('says above a page that was stored what no longer holds on it, and leaves its bytes as they are', async () => {
    const path = '/rapporter/2022-Q2/v1';
    const [before, after] = [
      '<!doctype html><title>a <main></title><main id="content" tabindex="-1">',
      '<h1>b</h1></main>',
    ];
    const content = Buffer.from(before + after);
    for (const language of ['sv', 'en'] as const) {
      const page = {
        period: '2022-Q2',
        version: 1,
        contentKind: ENVIRONMENTAL_REPORT,
        form: 'newest',
        sha256: `b${language}`,
        content,
        brotli: null,
      } as const;
      published.frozen.push({ ...page, language });
    }
    published.rows.push(row('2022-Q2', { publishedAt: new Date('2026-01-01') }));
    await site.refresh();
    const first = await get(path);
    expect(first.body).toEqual(content);
    const input = sampleComposition(plan, '2022-Q1');
    const reports = structuredClone(input.reports) as (typeof input.reports)[number][];
    const entry = reports
      .flatMap((report) => report.content.entries)
      .find(({ content: { values } }) => values.length > 0);
    entry!.content.values[0]!.value = '777';
    published.rows.push(row('2022-Q1', { reports, publishedAt: new Date('2026-01-02') }));
    await site.refresh();
    const overtaken = await get(path);
    expect(overtaken.body.toString()).toBe(before + bannerOf(1, 'sv') + after);
    expect((await get(`/en${path}`)).body.toString()).toBe(before + bannerOf(1, 'en') + after);
    expect(overtaken.headers['etag']).not.toBe(first.headers['etag']);
    expect(overtaken.headers['cache-control']).toBe('public, no-cache');
    const feed = (await get('/atom.xml')).body.toString();
    const feedEntry = feed.split('<entry>').find((each) => each.includes(`<link href="https://exempel.se${path}"`));
    expect(feedEntry).toContain('<updated>2026-01-02T00:00:00.000Z</updated>');
    expect(feedEntry).toMatch(/<summary>Har ändrats sedan dess: .*: var .+, är 777.* \(Exempelvärde\)\.<\/summary>/);
  });

  it('goes on answering when the database has stopped, also pages that nobody had asked for', async () => {
    published.stopped = true;
    const replies = await Promise.all(
      [
        '/',
        '/malomraden/lakemedel',
        '/en/rapporter/2024-Q3/v2',
        '/rapporter/2024-Q3/v1/filer/rapport-2024-q3.json',
      ].map((path) => get(path)),
    );
    published.stopped = false;
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});
