import express from 'express';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublicSiteRouter } from './public-site.router.js';
import type { SiteResponse } from './site-pages.js';
import { store } from '../stored/stored.js';

describe('what is answered at once', () => {
  const pages = new Map<string, SiteResponse>();
  let server: Server;
  let later: Server;
  beforeAll(async () => {
    const words = '<!doctype html><title>Sida</title>' + 'ord '.repeat(400);
    const cache = 'public, max-age=300';
    pages.set('/plan', { stored: await store(words, 'text/html; charset=utf-8'), cache });
    pages.set('/en/plan', { stored: await store(`${words}.`, 'text/html; charset=utf-8'), cache });
    pages.set('/assets/a.woff2', { stored: await store(Buffer.from('font'), 'font/woff2'), cache });
    const none = (): Promise<null> => Promise.resolve(null);
    const router = new PublicSiteRouter(
      {
        atHand: (path) => pages.get(path),
        found: (path) => Promise.resolve(pages.get(path) ?? null),
        file: none,
        document: none,
      },
      { 'X-Always': 'yes' },
    );
    server = createServer((request, response) => {
      if (!router.atOnce(request, response)) response.writeHead(418).end();
    });
    const slowly = express().disable('x-powered-by').use(router.handler);
    later = createServer((request, response) => void slowly(request, response));
    for (const each of [server, later]) await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const each of [server, later]) each.close();
  });

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', of = server) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
      const { port } = of.address() as AddressInfo;
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
    const reply = await ask('/plan', accepted ? { 'accept-encoding': accepted } : {});
    expect(reply.bytes).toEqual(stored[encoding]);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(reply.bytes.length),
      'content-language': 'sv',
      vary: 'Accept-Encoding',
      'x-always': 'yes',
      'cache-control': 'public, max-age=300',
    });
    expect(reply.headers['content-encoding'] ?? 'identity').toBe(encoding);
    expect(reply.headers.etag).toBe(`"${stored.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`);
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
    [{}],
    [{ 'accept-encoding': 'gzip, deflate, br, zstd' }],
    [{ 'accept-encoding': 'br;q=0, gzip' }],
    [{ 'accept-encoding': 'identity;q=0, *;q=0' }],
    [{ 'accept-encoding': '*' }],
    [{ 'if-none-match': '"x"' }],
    [{ 'if-none-match': '*' }],
    [{ 'if-none-match': '*', 'cache-control': 'no-cache' }],
    [{ 'if-modified-since': 'Sat, 14 Feb 2026 23:30:00 GMT' }],
    [{ range: 'bytes=0-9' }],
  ])('is the answer that comes after waiting, whatever is asked: %o', async (headers) => {
    for (const [path, method] of [...pages.keys()].flatMap((each) => [
      [each, 'GET'] as const,
      [each, 'HEAD'] as const,
    ])) {
      const [now, after] = [await ask(path, headers, method), await ask(path, headers, method, later)];
      for (const { headers } of [now, after]) delete headers.date;
      expect(now).toEqual(after);
    }
  });

  it('is not sent again to who has it, in any of its encodings', async () => {
    for (const accepted of ['br', 'gzip', 'identity']) {
      const { headers } = await ask('/plan', { 'accept-encoding': accepted });
      const again = await ask('/plan', { 'accept-encoding': accepted, 'if-none-match': headers.etag! });
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    }
    expect((await ask('/plan', { 'accept-encoding': 'identity;q=0, *;q=0' })).status).toBe(406);
  });

  it.each(['/finns-inte', '/plan?x=1', '/pl%61n'])('waits where more than memory has to be asked: %s', async (path) => {
    expect((await ask(path)).status).toBe(418);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('leaves %s to others', async (method) => {
    expect((await ask('/plan', {}, method)).status).toBe(418);
  });
});
