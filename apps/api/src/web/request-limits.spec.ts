import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { isTooSlow, limitRequests, REQUEST_LIMITS, type RequestLimits } from './request-limits.js';

const QUICK: RequestLimits = { ...REQUEST_LIMITS, checkEveryMs: 5, graceMs: 5 };
const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\n';
const PATIENCE_MS = 20_000;
const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A server that does so with each request; gives what a client hears until the connection is closed. */
async function serve(handle: (request: IncomingMessage) => Promise<string>, limits: RequestLimits) {
  const server = createServer((request, response) => {
    handle(request).then(
      (said) => response.end(said),
      () => response.destroy(),
    );
  });
  servers.push(server);
  limitRequests(server, limits);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (send: (socket: Socket) => void): Promise<string> =>
    new Promise((resolve) => {
      let heard = '';
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => send(socket));
      socket
        .on('data', (chunk: Buffer) => (heard += chunk.toString()))
        .on('error', () => undefined)
        .on('close', () => resolve(heard));
    });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let length = 0;
  for await (const chunk of request) length += (chunk as Buffer).length;
  return `${length} bytes`;
}
const chunked = (sizes: readonly number[]): string =>
  sizes.map((size) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`).join('');
const CHUNKED = `${HEAD}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n`;

test('a slow body is one that is slower than so much a second, after a while', () => {
  const { graceMs, bytesPerSecond } = REQUEST_LIMITS;
  const slow = (bytes: number, ms: number) => isTooSlow(bytes, ms, REQUEST_LIMITS);
  expect([slow(0, 0), slow(0, graceMs), slow(0, graceMs + 1)]).toEqual([false, false, true]);
  expect([slow(bytesPerSecond - 1, graceMs + 1000), slow(bytesPerSecond, graceMs + 1000)]).toEqual([true, false]);
  // What came fast at first may rest for a while.
  expect(slow(60 * bytesPerSecond, graceMs + 60_000)).toBe(false);
});

test(
  'whoever sends too slowly is told so and cut off',
  async () => {
    const ask = await serve(bodyOf, QUICK);
    expect(await ask((socket) => socket.write(`${HEAD}Content-Length: 5000\r\n\r\nx`))).toMatch(/^HTTP\/1\.1 408 /);
  },
  PATIENCE_MS,
);

test(
  'that nobody reads it is not the sender’s fault',
  async () => {
    const ask = await serve(async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 20 * QUICK.checkEveryMs));
      return bodyOf(request);
    }, QUICK);
    const heard = await ask((socket) => socket.write(`${HEAD}Connection: close\r\nContent-Length: 5\r\n\r\nhello`));
    expect(heard).toMatch(/^HTTP\/1\.1 200 [\s\S]*5 bytes/);
  },
  PATIENCE_MS,
);

test(
  'a body in crumbs is cut off, one in pieces as they come is not',
  async () => {
    const ask = await serve(bodyOf, REQUEST_LIMITS);
    const { smallPieces, bytesToAPiece } = REQUEST_LIMITS;
    const crumbs = Array.from({ length: 20 * smallPieces }, () => 1);
    expect(await ask((socket) => socket.write(CHUNKED + chunked(crumbs)))).toMatch(/^HTTP\/1\.1 413 /);
    const pieces = Array.from({ length: 20 * smallPieces }, () => 2 * bytesToAPiece);
    expect(await ask((socket) => socket.write(`${CHUNKED + chunked(pieces)}0\r\n\r\n`))).toMatch(/^HTTP\/1\.1 200 /);
    const few = Array.from({ length: smallPieces - 10 }, () => 1);
    expect(await ask((socket) => socket.write(`${CHUNKED + chunked(few)}0\r\n\r\n`))).toMatch(/^HTTP\/1\.1 200 /);
  },
  PATIENCE_MS,
);

test(
  'what is still sent after the response is let by for a moment, then cut off',
  async () => {
    const ask = await serve(() => Promise.resolve('refused'), { ...REQUEST_LIMITS, msAfterResponse: 1_000_000 });
    const endless = await ask((socket) => {
      socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
      const more = (): void => {
        while (socket.write(chunked([60_000])));
        if (!socket.destroyed) socket.once('drain', more);
      };
      more();
    });
    expect(endless).toMatch(/^HTTP\/1\.1 200 [\s\S]*refused/);
    const idle = await serve(() => Promise.resolve('refused'), { ...REQUEST_LIMITS, msAfterResponse: 20 });
    expect(await idle((socket) => socket.write(`${HEAD}Content-Length: 5000\r\n\r\nx`))).toMatch(/refused/);
  },
  PATIENCE_MS,
);
