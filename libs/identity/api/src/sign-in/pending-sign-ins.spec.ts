import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SystemClock } from '@malspar/shared-api';
import express, { type Request } from 'express';
import pg from 'pg';
import { PendingSignIns } from './pending-sign-ins.js';
import { MOST_PENDING, PENDING_LIFETIME } from './sign-in-config.js';
import { TestBrowser } from './testing/test-browser.js';
import { UsedStates } from './used-states.js';

class MovableClock extends SystemClock {
  ahead = 0;
  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

const clock = new MovableClock();
const newState = (): string => randomBytes(24).toString('base64url');
// Out of reach: what has been used is then remembered in memory.
const pool = new pg.Pool({ host: '127.0.0.1', port: 1 });

const stateOf = ({ url }: Request): string => new URL(url, 'http://any.invalid').searchParams.get('state') ?? '';
const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));
beforeEach(() => (clock.ahead = 0));

/** A server that remembers `?state` at /begin and takes it at /end. */
async function serve({
  secrets = ['x'.repeat(32)] as [string, ...string[]],
  publicOrigin = 'http://localhost',
} = {}): Promise<string> {
  const pending = new PendingSignIns({ publicOrigin, sessionSecrets: secrets }, new UsedStates({ pool }), clock);
  const server = express()
    .get('/begin', (request, response) => {
      const state = stateOf(request);
      const library = { nonce: `nonce of ${state}` };
      pending.remember(request, response, { state, verifier: 'the verifier', returnTo: '/app/', library });
      response.sendStatus(204);
    })
    .get('/end', (request, response, next) => {
      pending.take(request, response, stateOf(request)).then((taken) => response.json(taken), next);
    })
    .listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const begin = (browser: TestBrowser, state: string) => browser.request(`/begin?state=${state}`);
const end = (browser: TestBrowser, state: string) =>
  browser.read<{ state: string; library: unknown } | null>(`/end?state=${state}`);

test('each attempt can be taken once, by its own state, in the browser that began it', async () => {
  const origin = await serve();
  const [browser, other] = [new TestBrowser(origin), new TestBrowser(origin)];
  const [one, two] = [newState(), newState()];
  await begin(browser, one);
  await begin(browser, two);
  const copy = new TestBrowser(origin);
  for (const cookie of await browser.jar.getCookies(origin)) await copy.jar.setCookie(cookie, origin);
  expect(await end(browser, newState())).toBeNull();
  expect(await end(other, one)).toBeNull();
  expect(await end(browser, one)).toMatchObject({ state: one, library: { nonce: `nonce of ${one}` } });
  expect(await end(browser, one)).toBeNull();
  // Not by a copy of the cookie either.
  expect(await end(copy, one)).toBeNull();
  expect(await end(browser, two)).toMatchObject({ state: two });
  expect(await browser.jar.getCookies(origin)).toEqual([]);
});

test('of several that come back with the same attempt at once, one gets it', async () => {
  const browser = new TestBrowser(await serve());
  const state = newState();
  await begin(browser, state);
  const taken = await Promise.all(Array.from({ length: 8 }, () => end(browser, state)));
  expect(taken.filter((each) => each !== null)).toHaveLength(1);
});

test('the oldest gives way', async () => {
  const browser = new TestBrowser(await serve());
  const states = Array.from({ length: MOST_PENDING + 1 }, newState);
  for (const [at, state] of states.entries()) {
    clock.ahead = at;
    await begin(browser, state);
  }
  expect(await browser.jar.getCookies(browser.origin)).toHaveLength(MOST_PENDING);
  expect(await end(browser, states[0]!)).toBeNull();
  expect(await end(browser, states[1]!)).not.toBeNull();
});

test('one that took too long, or comes from a time to come, is worth nothing', async () => {
  const browser = new TestBrowser(await serve());
  const [late, early] = [newState(), newState()];
  clock.ahead = 1000;
  await begin(browser, early);
  clock.ahead = 0;
  expect(await end(browser, early)).toBeNull();
  await begin(browser, late);
  clock.ahead = PENDING_LIFETIME * 1000 + 1000;
  expect(await end(browser, late)).toBeNull();
});

test('what the browser keeps tells nothing and cannot be changed', async () => {
  const browser = new TestBrowser(await serve());
  const [one, two] = [newState(), newState()];
  const cookies = (await Promise.all([one, two].map((state) => begin(browser, state)))).map((response) => {
    const [set = ''] = response.headers.getSetCookie();
    expect(set).toMatch(
      /^malspar\.sign-in\.[\w-]{8}=[\w-]+; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(set) ?? [];
    return { name, value, text: Buffer.from(value, 'base64url').toString('latin1') };
  });
  for (const { text } of cookies) expect(text).not.toMatch(/verifier|nonce|state/);
  const [first, second] = cookies;
  const changed = Buffer.from(first!.value, 'base64url');
  changed[changed.length - 1]! ^= 1;
  const forged = [changed.toString('base64url'), second!.value, first!.value.slice(0, 20), '', 'e30'];
  for (const value of forged) {
    const response = await fetch(`${browser.origin}/end?state=${one}`, {
      headers: { cookie: `${first!.name}=${value}` },
    });
    expect([response.status, await response.json()]).toEqual([200, null]);
  }
});

test('secrets can be exchanged while somebody signs in, and over TLS the cookie is bound to the host', async () => {
  const [older, newer] = ['o'.repeat(32), 'n'.repeat(32)];
  const publicOrigin = 'https://malspar.example.org';
  const begun = await fetch(`${await serve({ secrets: [older], publicOrigin })}/begin?state=${'a'.repeat(32)}`);
  const [set = ''] = begun.headers.getSetCookie();
  expect(set).toMatch(/^__Host-malspar\.sign-in\.aaaaaaaa=[^;]+; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
  const cookie = set.split(';')[0] ?? '';
  const takenWith = async (secrets: [string, ...string[]]) => {
    const response = await fetch(`${await serve({ secrets, publicOrigin })}/end?state=${'a'.repeat(32)}`, {
      headers: { cookie },
    });
    return (await response.json()) as unknown;
  };
  expect(await takenWith([newer])).toBeNull();
  expect(await takenWith([newer, older])).toMatchObject({ verifier: 'the verifier' });
});
