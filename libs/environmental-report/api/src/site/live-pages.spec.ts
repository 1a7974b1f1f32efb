import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { type PublicPage, publicPath, type SearchResult, type VerifyAsked } from '@malspar/site-model';
import helmet from 'helmet';
import type { PublicSiteService, SiteRenderer } from '@malspar/site-api';
import {
  type SiteReply,
  askedHandler,
  embedModules,
  searchHandler,
  SiteOverHttp,
  verifyHandlers,
} from '@malspar/site-api/testing';
import { csvOf, publishedRow } from '../testing/published-rows.js';
import { reportWithData } from './report-open-data.js';

const correction = { reason: 'Fel.', date: '2026-03-01', ofVersion: 1 };
const rows = [
  publishedRow('2023-Q3'),
  publishedRow('2024-Q3', { foreword: 'Havregryn.' }),
  publishedRow('2024-Q3', { version: 2, correction, foreword: 'Havregryn åt alla.' }),
];

let rendered = 0;
/** What a page says, as JSON in the document: looks are another matter. */
const renderer: SiteRenderer = {
  renderPage: async (page: PublicPage, { language }) => {
    rendered++;
    const content: object = page.kind === 'own' ? page.own : page;
    const asked = 'asked' in content ? content.asked : null;
    const said = { kind: page.kind, language, path: publicPath(page.place, language), asked };
    return Promise.resolve(JSON.stringify(said, (key, value: unknown) => (key === 'site' ? undefined : value)));
  },
  renderOvertaken: () => Promise.resolve('<aside>overtaken</aside>'),
  searchableWords: (language) => ({
    terms: [[language === 'sv' ? 'Basår' : 'Base year', 'x']],
    pages: [{ at: 'about', title: 'Om siffrorna', text: 'y' }],
  }),
};
interface Said<T> {
  readonly kind: string;
  readonly language: string;
  readonly path: string;
  readonly asked: T;
}
const said = <T>({ text }: SiteReply): Said<T> => JSON.parse(text) as Said<T>;

describe('what is asked of the public site', () => {
  let site: SiteOverHttp;
  beforeAll(async () => {
    const ample = { perMinute: 10_000, bySecond: 10_000 };
    const live = (service: PublicSiteService) => [
      embedModules(),
      searchHandler(service, ample),
      askedHandler(service, ample),
      ...verifyHandlers(service, { sums: ample, files: ample }),
    ];
    site = await SiteOverHttp.start({ rows, kinds: [reportWithData], renderer, live, before: [helmet()] });
  });
  afterAll(() => site.stop());

  const searched = async (query: string) =>
    said<{ query: string; result: SearchResult | null }>(await site.ask(`/sok?q=${encodeURIComponent(query)}`));
  /** Whether a file is answered so, sooner or later. */
  async function until(status: number): Promise<boolean> {
    for (let tries = 0; tries < 50; tries++) {
      if ((await site.upload('/kontrollera', csvOf('2024-Q3', 2))).status === status) return true;
    }
    return false;
  }
  const verified = (reply: SiteReply): VerifyAsked => said<VerifyAsked>(reply).asked;

  describe('search', () => {
    it('finds in both languages, stays out of caches, and passes a page without a question on to the stored one', async () => {
      const reply = await site.ask('/sok?q=havregryn');
      expect([reply.status, reply.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(said<{ result: SearchResult }>(reply).asked.result).toMatchObject({
        total: 1,
        groups: [{ group: 'report', hits: [{ version: { in: { version: 2 } }, also: [{ in: { version: 1 } }] }] }],
      });
      const english = said<{ result: SearchResult }>(await site.ask('/en/sok?q=base+year'));
      expect([english.language, english.path, english.asked.result.total]).toEqual(['en', '/en/sok?q=base%20year', 1]);
      expect((await site.ask('/sok/?q=havregryn')).status).toBe(200);
      expect((await site.ask('/sok')).headers['cache-control']).toBe('public, no-cache');
      expect((await site.ask('/sok?q=havregryn', { method: 'HEAD' })).text).toBe('');
    });

    it('shows the whole of one kind, and nothing of a kind that is not', async () => {
      const only = said<{ only: string }>(await site.ask('/sok?q=arbetet&visa=report'));
      expect([only.asked.only, only.path]).toEqual(['report', '/sok?q=arbetet&visa=report']);
      expect(said<{ only: null }>(await site.ask('/sok?q=arbetet&visa=%3Cb%3E')).asked.only).toBeNull();
    });

    it('refuses what is too long, kindly, and takes whatever else is written', async () => {
      const long = await site.ask(`/sok?q=${'å'.repeat(101).replaceAll('å', '%C3%A5')}`);
      expect([long.status, said<{ result: null; query: string }>(long).asked]).toMatchObject([
        400,
        { result: null, query: 'å'.repeat(100) },
      ]);
      expect((await searched('🌱'.repeat(100))).asked.result?.total).toBe(0);
      for (const query of ['%', '%E0%A4%A', '%00', '%ED%A0%80', '+', '&q=b', '[]=1', '%27%22%3E']) {
        expect([query, (await site.ask(`/sok?q=${query}`)).status]).toEqual([query, 200]);
      }
    });
  });

  describe('authenticity', () => {
    it('knows a file as it was published, which one, which version and that there is a newer one', async () => {
      const old = await site.upload('/kontrollera', csvOf('2024-Q3', 1), 'min kopia.csv');
      expect([old.status, old.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(verified(old)).toMatchObject({
        given: { file: 'min kopia.csv' },
        verification: {
          match: 'bytes',
          period: '2024-Q3',
          version: 1,
          newestVersion: 2,
          file: 'miljoredovisning-kvartal-3-2024-v1.csv',
        },
        title: { sv: 'Miljöredovisning kvartal 3 2024' },
      });
      expect(said(await site.upload('/en/kontrollera', csvOf('2023-Q3', 1)))).toMatchObject({
        language: 'en',
        asked: { verification: { version: 1, newestVersion: 1 } },
      });
    });

    it('knows the content of JSON that is written otherwise, and tells the slightest change in it', async () => {
      const [, , row] = rows;
      const spaced = JSON.stringify(JSON.parse(row!.canonical), null, 4);
      expect(verified(await site.upload('/kontrollera', row!.canonical)).verification).toMatchObject({
        match: 'bytes',
      });
      expect(verified(await site.upload('/kontrollera', spaced)).verification).toMatchObject({
        match: 'content',
        version: 2,
      });
      const forged = spaced.replace('Havregryn åt alla', 'Havregryn åt ingen');
      const sha256 = createHash('sha256').update(forged).digest('hex');
      expect(verified(await site.upload('/kontrollera', forged)).verification).toEqual({ outcome: 'unknown', sha256 });
    });

    it('knows a pasted checksum, at an address that can be passed on', async () => {
      const { sha256 } = rows[1]!;
      const reply = await site.ask(`/kontrollera?sha256=SHA-256%3A%20${sha256.toUpperCase()}`);
      expect(said(reply)).toMatchObject({
        path: `/kontrollera?sha256=${sha256}`,
        asked: { verification: { outcome: 'published', version: 1 }, fault: null },
      });
      const unknown = await site.ask(`/kontrollera?sha256=${'f'.repeat(64)}`);
      expect(verified(unknown).verification).toMatchObject({ outcome: 'unknown' });
      const none = await site.ask('/kontrollera?sha256=rapport.pdf');
      expect([none.status, verified(none)]).toMatchObject([
        400,
        { fault: 'no-checksum', given: { checksum: 'rapport.pdf' } },
      ]);
    });

    it('says what is wrong with what is no file', async () => {
      const empty = await site.upload('/kontrollera', '', '');
      expect([empty.status, verified(empty).fault]).toEqual([400, 'no-file']);
      const plain = await site.ask('/kontrollera', { method: 'POST', body: 'file=x' });
      expect([plain.status, verified(plain).fault]).toEqual([400, 'no-file']);
      const broken = await site.ask('/kontrollera', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nno end',
      });
      expect([broken.status, verified(broken).fault]).toEqual([400, 'unreadable']);
      const many = await site.ask('/kontrollera', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(200_000)}--x--`,
      });
      expect([many.status, verified(many).fault]).toEqual([400, 'unreadable']);
    });

    it('refuses a file that is too large with a page, and lets the visitor get to it', async () => {
      const large = await site.upload('/kontrollera', Buffer.alloc(20_000_001), 'stor.zip');
      expect([large.status, verified(large).fault]).toEqual([413, 'too-large']);
      const larger = await site.upload('/kontrollera', Buffer.alloc(45_000_000), 'storre.zip');
      expect([larger.status, verified(larger).fault]).toEqual([413, 'too-large']);
      const announced = await new Promise<string>((resolve) => {
        const socket = connect(site.port, '127.0.0.1', () =>
          socket.write(
            'POST /kontrollera HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000000\r\n\r\n--x',
          ),
        );
        let text = '';
        socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
      });
      expect(announced).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close/i);
    });

    it('takes a file while others send theirs slowly: a place is for what has come', async () => {
      const slow = await Promise.all(
        Array.from({ length: 10 }, () => {
          const head = 'POST /kontrollera HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n';
          const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n{';
          return new Promise<Socket>((resolve) => {
            const socket = connect(site.port, '127.0.0.1', () =>
              socket.write(`${head}Content-Type: multipart/form-data; boundary=x\r\n\r\n${part}`, () =>
                resolve(socket),
              ),
            );
          });
        }),
      );
      expect((await site.upload('/kontrollera', csvOf('2024-Q3', 2))).status).toBe(200);
      for (const socket of slow) socket.destroy();
    });

    const form = (body: string | Uint8Array) =>
      site.ask('/kontrollera', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body,
      });
    const part = (head: string, body = '1') => `--x\r\n${head}\r\n\r\n${body}\r\n`;
    const FILE = 'Content-Disposition: form-data; name="file"; filename="å.csv"';
    it.each([
      ['long header lines', `--x\r\n${'X: y\r\n'.repeat(10_000)}`, 'unreadable'],
      ['one endless header line', `--x\r\nX: ${'y'.repeat(1_000_000)}`, 'unreadable'],
      ['a header name without an end', `--x\r\n${'y'.repeat(1_000_000)}`, 'unreadable'],
      ['many parts without a name', `${part('X: y').repeat(1000)}--x--`, 'unreadable'],
      ['many files', `${part(FILE).repeat(10)}--x--`, 'unreadable'],
      ['many fields', `${part('Content-Disposition: form-data; name="a"').repeat(7)}--x--`, 'unreadable'],
      ['no parts', '--x--', 'no-file'],
      ['another field', `${part('Content-Disposition: form-data; name="a"; filename="b"')}--x--`, 'no-file'],
      ['nothing', '', 'unreadable'],
      ['something before the first part', `hej\r\n${part(FILE)}--x--`, undefined],
      ['something after the last', `${part(FILE)}--x--\r\nhej`, undefined],
    ])('reads no more of a form than it must: %s', async (_, body, fault) => {
      const reply = await form(body);
      expect([reply.status, verified(reply).fault ?? undefined]).toEqual([fault ? 400 : 200, fault]);
    });

    it('tells the checksum of a file in pieces of every size', async () => {
      const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at % 97 === 0 ? 13 : at % 251)));
      const reply = await form(Buffer.concat([Buffer.from(`--x\r\n${FILE}\r\n\r\n`), bytes, Buffer.from('\r\n--x--')]));
      expect(verified(reply)).toMatchObject({
        given: { file: 'å.csv' },
        verification: { outcome: 'unknown', sha256: createHash('sha256').update(bytes).digest('hex') },
      });
    });

    it('is not hurt by connections that are cut, and takes the next file', async () => {
      for (let nth = 0; nth < 12; nth++) {
        await new Promise<void>((resolve) => {
          const socket = connect(site.port, '127.0.0.1', () => {
            socket.write(
              'POST /kontrollera HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x\r\n',
              () => socket.destroy(),
            );
          });
          socket.on('close', () => resolve()).on('error', () => undefined);
        });
      }
      // More than may be held at once have been begun and cut: none of them is held any longer.
      expect(await until(200)).toBe(true);
    });
  });

  it('compares any two versions, and keeps what was chosen when something is wrong', async () => {
    const reply = await site.ask('/en/jamfor?fran=2023-Q3.v1&till=2024-Q3.v2');
    expect([reply.status, said(reply)]).toMatchObject([
      200,
      { path: '/en/jamfor?fran=2023-Q3.v1&till=2024-Q3.v2', asked: { difference: { after: { version: 2 } } } },
    ]);
    const wrong = await site.ask('/jamfor?fran=2024-Q3.v2&till=');
    expect([wrong.status, said(wrong).asked]).toMatchObject([
      400,
      { from: '2024-Q3.v2', faults: { from: null, till: 'nothing-chosen' }, difference: null },
    ]);
    expect((await site.ask('/jamfor')).headers['cache-control']).toBe('public, no-cache');
  });

  it('is answered with the database stopped', async () => {
    site.stopped = true;
    const replies = await Promise.all([
      site.ask('/sok?q=havregryn'),
      site.ask(`/kontrollera?sha256=${rows[0]!.sha256}`),
      site.upload('/kontrollera', csvOf('2024-Q3', 2)),
      site.ask('/jamfor?fran=2023-Q3&till=2024-Q3'),
    ]);
    site.stopped = false;
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('is in no map for search engines, but the pages with forms to find are', async () => {
    const { text } = await site.ask('/sitemap.xml');
    expect(text).not.toMatch(/\/sok<|badda-in\/mal|finns-inte/);
    for (const path of ['/kontrollera', '/jamfor', '/badda-in', '/en/badda-in']) {
      expect(text).toContain(`<loc>https://exempel.se${path}</loc>`);
    }
  });

  describe('frames', () => {
    const FRAMED = ['/badda-in/mal/R1', '/en/badda-in/mal/R1', '/badda-in/malomrade/lakemedel', '/badda-in/mal/%521'];
    it.each(FRAMED)('%s may be framed by anybody, and runs nothing but the site’s own script', async (path) => {
      const { status, headers } = await site.ask(path, { headers: { 'accept-encoding': 'br' } });
      const policy = headers['content-security-policy'] ?? '';
      expect([status, headers['x-frame-options']]).toEqual([200, undefined]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain('frame-ancestors *');
      const again = await site.ask(path, {
        headers: { 'accept-encoding': 'br', 'if-none-match': headers['etag'] ?? '' },
      });
      expect([again.status, again.headers['x-frame-options']]).toEqual([304, undefined]);
    });

    const REFUSED = [
      ['/', '/en', '/plan', '/mal/R1', '/malomraden/lakemedel', '/rapporter', '/rapporter/2024-Q3/v1'],
      ['/badda-in', '/en/badda-in', '/badda-in/mal', '/badda-in/finns-inte'],
      ['/badda-in/malspar.js', '/sok', '/sok?q=x', '/kontrollera', '/kontrollera?sha256=x', '/jamfor?fran=a&till=b'],
      ['/finns-inte', '/%E0%A4%A', '/sitemap.xml', '/robots.txt', '/atom.xml'],
    ].flat();
    it.each(REFUSED)('%s may not', async (path) => {
      const { headers } = await site.ask(path);
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    });

    const MISSING = ['/badda-in/mal/finns-inte', '/badda-in/mal/R1/x', '/badda-in/mal/%2e%2e', '/en/badda-in/mal/x'];
    it.each(MISSING)('%s says in the frame that it is not there', async (path) => {
      const { status, headers, text } = await site.ask(path);
      expect([status, headers['x-frame-options']]).toEqual([404, undefined]);
      expect(headers['content-security-policy']).toContain('frame-ancestors *');
      expect(text).toContain('embedded-missing');
    });

    it('are shown on one page, which alone may frame and run the element', async () => {
      const [demo, other] = await Promise.all([site.ask('/badda-in'), site.ask('/plan')]);
      expect(demo.headers['content-security-policy']).toMatch(/script-src 'self'.*frame-src 'self'/);
      expect(other.headers['content-security-policy']).not.toMatch(/frame-src/);
    });
  });

  describe('the element for other websites', () => {
    it('may be loaded by everybody; one address is fresh, one for ever', async () => {
      const [newest, fixed] = await Promise.all(
        ['/badda-in/malspar.js', '/badda-in/v1/malspar.js'].map((path) => site.ask(path)),
      );
      for (const { status, headers } of [newest!, fixed!]) {
        expect([status, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
          200,
          'text/javascript; charset=utf-8',
          '*',
        ]);
        expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
      }
      expect(newest?.text).toBe(fixed?.text);
      expect([newest?.headers['cache-control'], fixed?.headers['cache-control']]).toEqual([
        'public, no-cache',
        expect.stringContaining('immutable'),
      ]);
      expect((await site.ask('/badda-in/malspar.js', { method: 'POST' })).status).toBe(418);
    });

    it('is small, and never changes at its fixed address: another script is another number', () => {
      const script = readFileSync('libs/site/web/src/site/embed/malspar.js');
      expect(script.length).toBeLessThanOrEqual(3000);
      expect(createHash('sha256').update(script).digest('hex')).toBe(
        '5b6ee2733fc82454c6fe6efe08d401bcb7d4f12ce4304ec63974b859217d3a0a',
      );
    });
  });
});

describe('a flood of questions', () => {
  let site: SiteOverHttp;
  beforeAll(async () => {
    const few = { perMinute: 3, bySecond: 100 };
    const live = (service: PublicSiteService) => [
      searchHandler(service, few),
      ...verifyHandlers(service, { sums: few, files: few }),
    ];
    site = await SiteOverHttp.start({ rows, kinds: [reportWithData], renderer, live });
  });
  afterAll(() => site.stop());

  it('is refused with a page that is rendered once, and when to come back; stored pages go on as usual', async () => {
    for (let nth = 0; nth < 3; nth++) expect((await site.ask('/sok?q=x')).status).toBe(200);
    const before = rendered;
    const refused = await Promise.all(Array.from({ length: 20 }, () => site.ask('/sok?q=x')));
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([429]));
    expect(rendered - before).toBe(1);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(said(refused[0]!).kind).toBe('too-many');
    expect((await site.ask('/sok')).status).toBe(200);
  });

  it('of files is refused before they are read', async () => {
    const statuses: number[] = [];
    for (let nth = 0; nth < 4; nth++) statuses.push((await site.upload('/kontrollera', 'x')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
