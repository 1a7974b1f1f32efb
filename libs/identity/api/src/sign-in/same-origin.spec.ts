import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { request as send } from 'node:http';
import express from 'express';
import { sameOrigin } from './same-origin.js';

const ours = 'https://malspar.example.org';
const server = express()
  .use(sameOrigin(ours))
  .use((_request, response) => void response.sendStatus(204))
  .listen(0, '127.0.0.1');
beforeAll(() => once(server, 'listening'));
afterAll(() => void server.close());

/** `fetch` would set the headers in question itself. */
const statusOf = (method: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    send({ port, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    })
      .on('error', reject)
      .end();
  });

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'];

test.each(writes)('%s from our own pages passes', async (method) => {
  expect(await statusOf(method, { origin: ours })).toBe(204);
  expect(await statusOf(method, { 'sec-fetch-site': 'same-origin' })).toBe(204);
  expect(await statusOf(method, { origin: ours, 'sec-fetch-site': 'same-origin' })).toBe(204);
});

const foreign: Record<string, string>[] = [
  {},
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '' },
  { origin: 'http://malspar.example.org' },
  { origin: 'https://malspar.example.org:8443' },
  { origin: 'https://malspar.example.org.evil.example' },
  { origin: `${ours}, https://evil.example` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: ours, 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  { referer: `${ours}/app/` },
];
test.each(foreign)('a write with %j is refused', async (headers) => {
  for (const method of writes) expect(await statusOf(method, headers)).toBe(403);
});

test('reading needs no voucher', async () => {
  expect(await statusOf('GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(204);
});
