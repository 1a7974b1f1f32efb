import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicSiteFront } from './public-front.js';
import type { SiteAnswer } from './site-pages.js';
import { store } from '../stored/stored.js';

describe('what is answered before everything else', () => {
  const pages = new Map<string, SiteAnswer>();
  let server: Server;
  beforeAll(async () => {
    const words = '<!doctype html><title>Sida</title>' + 'ord '.repeat(400);
    const cache = 'public, max-age=300';
    pages.set('/plan', { stored: await store(words, 'text/html; charset=utf-8'), cache });
    pages.set('/en/plan', { stored: await store(`${words}.`, 'text/html; charset=utf-8'), cache });
    pages.set('/assets/a.woff2', { stored: await store(Buffer.from('font'), 'font/woff2'), cache });
    const front = publicSiteFront({ atHand: (path) => pages.get(path) }, { 'X-Always': 'yes' });
    server = createServer((request, response) => {
      if (!front(request, response)) response.writeHead(418).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
  });

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['', 'identity'],
  ] as const)('is sent as the asker can read it, with its own tag: "%s"', async (accepted, encoding) => {
    const { stored } = pages.get('/plan')!;
    const answer = await ask('/plan', accepted ? { 'accept-encoding': accepted } : {});
    expect(answer.bytes).toEqual(stored[encoding]);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(answer.bytes.length),
      'content-language': 'sv',
      vary: 'Accept-Encoding',
      'x-always': 'yes',
      'cache-control': 'public, max-age=300',
    });
    expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding);
    expect(answer.headers.etag).toBe(`"${stored.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`);
  });

  it('is the newest, in its own language, and without a body for HEAD', async () => {
    expect((await ask('/en/plan')).headers['content-language']).toBe('en');
    const head = await ask('/plan', {}, 'HEAD');
    expect([head.status, head.bytes.length, Number(head.headers['content-length']) > 0]).toEqual([200, 0, true]);
    const before = pages.get('/plan')!;
    pages.set('/plan', { stored: await store('<!doctype html>Ny', 'text/html; charset=utf-8'), cache: 'no-cache' });
    const after = await ask('/plan');
    expect([after.bytes.toString(), after.headers['cache-control']]).toEqual(['<!doctype html>Ny', 'no-cache']);
    pages.set('/plan', before);
  });

  it.each([
    ['/finns-inte', {}],
    ['/plan?x=1', {}],
    ['/pl%61n', {}],
    ['/plan', { 'accept-encoding': 'br;q=0, gzip' }],
    ['/plan', { 'accept-encoding': '*' }],
    ['/plan', { 'if-none-match': '"x"' }],
    ['/plan', { 'if-modified-since': 'Sat, 14 Feb 2026 23:30:00 GMT' }],
  ])('leaves to others what is asked for in another way: %s %o', async (path, headers) => {
    expect((await ask(path, headers)).status).toBe(418);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('leaves %s to others', async (method) => {
    expect((await ask('/plan', {}, method)).status).toBe(418);
  });
});
