import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import type { ServerResponse } from 'node:http';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { TestBrowser } from './testing/test-browser.js';

// A tenant that changes its keys, is down, or answers nonsense.

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  app = await startTestApp({ databaseUrl: database.appUrl });
});
afterEach(() => app.stop());
afterAll(() => database.drop());

const signIn = (): Promise<string> => new TestBrowser(app.origin).signIn('owner-1');
const unavailable = '/app/inloggning-misslyckades?reason=provider-unavailable';

const METADATA = '/.well-known/openid-configuration';
const KEYS = '/discovery/v2.0/keys';
const TOKEN = '/oauth2/v2.0/token';

/** Makes the tenant answer one of its own addresses in another way. */
function spoil(route: string, respond: (response: ServerResponse) => void): void {
  app.tenant.knobs.intercept = (_request, response, url) => {
    if (!url.pathname.endsWith(route)) return false;
    respond(response);
    return true;
  };
}
const html = (status: number) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
const json = (body: unknown) => (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

test('new keys are followed at once', async () => {
  expect(await signIn()).toBe('/app/');
  await app.tenant.rotateKeys();
  expect(await signIn()).toBe('/app/');
});

test('an unknown key is not asked for again and again', async () => {
  expect(await signIn()).toBe('/app/');
  let asked = 0;
  app.tenant.knobs.header = { kid: 'nobody-knows' };
  app.tenant.knobs.intercept = (_request, _response, url) => {
    if (url.pathname.endsWith(KEYS)) asked += 1;
    return false;
  };
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await signIn()).toBe('/app/inloggning-misslyckades?reason=token-refused');
  expect(asked).toBe(1);
});

const faults: [string, string, (response: ServerResponse) => void][] = [
  ['metadata: 503 with a page', METADATA, html(503)],
  ['metadata: 200 with a page', METADATA, html(200)],
  ['metadata: null', METADATA, json(null)],
  ['metadata: empty', METADATA, json({})],
  ['metadata: cut off', METADATA, (response) => void response.writeHead(200, { 'content-length': '500' }).end('{"a"')],
  ['metadata: a redirect', METADATA, (r) => void r.writeHead(302, { location: 'https://evil.example/' }).end()],
  ['keys: 503 with a page', KEYS, html(503)],
  ['keys: 200 with a page', KEYS, html(200)],
  ['keys: no list', KEYS, json({ keys: 'none' })],
  ['keys: none usable', KEYS, json({ keys: [null, 5, { kty: 'EC' }, { kty: 'RSA', kid: 'a', n: '', e: '' }] })],
];
test.each(faults)('%s', async (_name, route, respond) => {
  spoil(route, respond);
  const response = await new TestBrowser(app.origin).request('/auth/login');
  expect(response.headers.get('location')).toBe(unavailable);
  app.tenant.knobs.intercept = undefined;
  expect(await signIn()).toBe('/app/');
});

test('metadata that names another issuer', async () => {
  const metadata = (await (await fetch(app.tenant.metadataUrl)).json()) as object;
  spoil(METADATA, json({ ...metadata, issuer: 'https://evil.example' }));
  expect((await new TestBrowser(app.origin).request('/auth/login')).headers.get('location')).toBe(unavailable);
});

test('addresses that are not https', async () => {
  const metadata = (await (await fetch(app.tenant.metadataUrl)).json()) as { token_endpoint: string };
  spoil(METADATA, json({ ...metadata, token_endpoint: metadata.token_endpoint.replace('https', 'http') }));
  expect((await new TestBrowser(app.origin).request('/auth/login')).headers.get('location')).toBe(unavailable);
});

test('weak algorithms in the metadata change nothing', async () => {
  const metadata = (await (await fetch(app.tenant.metadataUrl)).json()) as object;
  spoil(METADATA, json({ ...metadata, id_token_signing_alg_values_supported: ['none', 'HS256'] }));
  expect(await signIn()).toBe('/app/');
});

const tokenFaults: [string, string, (response: ServerResponse) => void][] = [
  ['503 with a page', 'code-refused', html(503)],
  ['200 with a page', 'code-refused', html(200)],
  ['null', 'code-refused', json(null)],
  ['a list', 'code-refused', json([])],
  ['a number as id token', 'code-refused', json({ id_token: 5, token_type: 'Bearer' })],
  ['a number as type', 'code-refused', json({ id_token: 'a.b.c', access_token: 'a', token_type: 5 })],
  ['no type', 'token-refused', json({ id_token: 'a.b.c', access_token: 'a' })],
  ['an id token that is none', 'token-refused', json({ id_token: 'a.b.c', token_type: 'Bearer' })],
  ['an encrypted id token', 'token-refused', json({ id_token: 'eyJhbGciOiJkaXIifQ.a.b.c.d', token_type: 'Bearer' })],
  ['hung up on', 'code-refused', (response) => void response.destroy()],
];
test.each(tokenFaults)('token: %s', async (_name, reason, respond) => {
  spoil(TOKEN, respond);
  expect(await signIn()).toBe(`/app/inloggning-misslyckades?reason=${reason}`);
  app.tenant.knobs.intercept = undefined;
  expect(await signIn()).toBe('/app/');
});

test('signing out works while the tenant is down', async () => {
  const browser = new TestBrowser(app.origin);
  await browser.signIn('owner-1');
  spoil('', html(503));
  const { url } = (await (await browser.post('/auth/logout')).json()) as { url: string };
  expect(url).toMatch(/^http:\/\/localhost:\d+\//);
  expect((await browser.request('/api/v1/probe')).status).toBe(401);
});
