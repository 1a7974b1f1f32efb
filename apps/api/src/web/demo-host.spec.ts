import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoHostGate } from './demo-host.js';

describe('a demo', () => {
  const gate = demoHostGate('http://localhost:4200');
  const server = createServer((request, response) => {
    if (!gate(request, response)) response.writeHead(200).end('let through');
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve())));
  afterAll(() => void server.close());

  const ask = (path: string, host: string, method = 'GET') =>
    new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      httpRequest({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
        response
          .resume()
          .on('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location }));
      })
        .on('error', reject)
        .end();
    });

  it.each(['evil.example', 'evil.example:4200', 'localhost.evil.example:4200', '10.0.0.5:4200', '0.0.0.0:4200'])(
    'refuses every request to %s',
    async (host) => {
      for (const path of ['/', '/app/', '/auth/login', '/demo-idp/account/x', '/api/v1/me', '/health/live']) {
        for (const method of ['GET', 'POST']) expect((await ask(path, host, method)).status).toBe(421);
      }
    },
  );

  it.each(['localhost:4200', '127.0.0.1:4200', '[::1]:4200', 'localhost:4300'])('answers to %s', async (host) => {
    for (const path of ['/', '/health/ready', '/rapporter', '/application']) {
      expect(await ask(path, host)).toEqual({ status: 200, location: undefined });
    }
  });

  it('leads on to its own address where somebody has to sign in', async () => {
    expect((await ask('/app/reports?x=1', 'localhost:4200')).status).toBe(200);
    for (const host of ['127.0.0.1:4200', '[::1]:4200']) {
      for (const path of ['/app', '/app/reports?x=1', '/auth/login?returnTo=/app/']) {
        expect(await ask(path, host)).toEqual({ status: 307, location: `http://localhost:4200${path}` });
      }
      expect((await ask('/auth/logout', host, 'POST')).status).toBe(200);
    }
  });
});
