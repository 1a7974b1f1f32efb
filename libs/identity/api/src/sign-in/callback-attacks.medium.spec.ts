import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { TestBrowser } from './testing/test-browser.js';

// What anybody can send to the callback, with or without a sign-in of their own under way.

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp({ databaseUrl: database.appUrl });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const newBrowser = (): TestBrowser => new TestBrowser(app.origin);
const failed = (reason: string): string => `/app/inloggning-misslyckades?reason=${reason}`;
const probe = async (browser: TestBrowser): Promise<number> => (await browser.request('/api/v1/probe')).status;

/** The state of a sign-in that this browser has begun. */
async function begin(browser: TestBrowser): Promise<string> {
  const response = await browser.request('/auth/login');
  return new URL(response.headers.get('location')!).searchParams.get('state')!;
}
const withState = (callback: URL, state: string): URL => {
  const changed = new URL(callback);
  changed.searchParams.set('state', state);
  return changed;
};

test('a begun sign-in carries state, nonce and a PKCE challenge, each new every time', async () => {
  const ask = async (): Promise<URLSearchParams> =>
    new URL((await newBrowser().request('/auth/login')).headers.get('location')!).searchParams;
  const [first, second] = [await ask(), await ask()];
  expect(first.get('response_type')).toBe('code');
  expect(first.get('response_mode')).toBe('query');
  expect(first.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(first.get(name)).toMatch(/^[\w-]{32,}$/);
    expect(first.get(name)).not.toBe(second.get(name));
  }
});

test('a forged state', async () => {
  const browser = newBrowser();
  const callback = await browser.pickAccount('owner-1');
  expect(await browser.openCallback(withState(callback, 'A'.repeat(32)))).toBe(failed('unknown-state'));
  expect(await probe(browser)).toBe(401);
});

test("the attacker's callback in a victim's browser", async () => {
  const callback = await newBrowser().pickAccount('owner-1');
  const victim = newBrowser();
  expect(await victim.openCallback(callback)).toBe(failed('unknown-state'));
  await begin(victim);
  expect(await victim.openCallback(callback)).toBe(failed('unknown-state'));
  expect(await probe(victim)).toBe(401);
});

test('a callback opened again leaves things as they are', async () => {
  const browser = newBrowser();
  const callback = await browser.pickAccount('owner-1');
  const stolen = await browser.jar.getCookieString(app.origin);
  expect(await browser.openCallback(callback)).toBe('/app/');
  expect(await browser.openCallback(callback)).toBe('/app/');
  const thief = await fetch(callback, { headers: { cookie: stolen }, redirect: 'manual' });
  expect(thief.headers.get('location')).toBe(failed('unknown-state'));
});

test('a failed state tried again', async () => {
  const browser = newBrowser();
  const callback = await browser.pickAccount('owner-1');
  const wrong = new URL(callback);
  wrong.searchParams.set('code', 'wrong');
  expect(await browser.openCallback(wrong)).toBe(failed('code-refused'));
  expect(await browser.openCallback(callback)).toBe(failed('unknown-state'));
});

test('a used code with a state of its own', async () => {
  const browser = newBrowser();
  const callback = await browser.pickAccount('owner-1');
  expect(await browser.openCallback(callback)).toBe('/app/');
  const other = newBrowser();
  expect(await other.openCallback(withState(callback, await begin(other)))).toBe(failed('code-refused'));
});

test("a stolen, unused code with the thief's own state fails at PKCE", async () => {
  const callback = await newBrowser().pickAccount('owner-1');
  const thief = newBrowser();
  expect(await thief.openCallback(withState(callback, await begin(thief)))).toBe(failed('code-refused'));
  expect(await probe(thief)).toBe(401);
});

const tokenLike = `${Buffer.from('{"typ":"JWT","alg":"RS256"}').toString('base64url')}.aGVsbG8.AAAA`;
const malformed: [string, (state: string) => string][] = [
  ['nothing', () => ''],
  ['a code without a state', () => 'code=abc'],
  ['a state without a code', (state) => `state=${state}`],
  ['a code given twice', (state) => `code=a&code=b&state=${state}`],
  ['a state given twice', (state) => `code=a&state=${state}&state=${state}`],
  ['a code as a list', (state) => `code[]=a&state=${state}`],
  ['an empty code', (state) => `code=&state=${state}`],
  ['a code and an error', (state) => `code=a&error=b&state=${state}`],
  ['an error outside ASCII', (state) => `error=%E2%82%AC&state=${state}`],
  ['an error with a line break', (state) => `error=a%0d%0aX:1&state=${state}`],
  ['an error given twice', (state) => `error=a&error=b&state=${state}`],
  ['an id token', (state) => `id_token=${tokenLike}&state=${state}`],
  ['an id token beside a code', (state) => `code=a&id_token=${tokenLike}&state=${state}`],
  ['an id token given twice', (state) => `id_token=a&id_token=b&state=${state}`],
  ['an encrypted id token', (state) => `id_token=eyJhbGciOiJkaXIifQ.a.b.c.d&state=${state}`],
  ['an access token', (state) => `code=a&access_token=b&state=${state}`],
  ['another issuer', (state) => `code=a&iss=https://evil.example&state=${state}`],
  ['a custom state as the library allows', (state) => `code=a&state=CUSTOM${state}more`],
  ['a name of the language as state', () => 'code=a&state=__proto__'],
  ['a code beyond measure', (state) => `code=${'a'.repeat(5000)}&state=${state}`],
];
test.each(malformed)('%s', async (_name, query) => {
  const browser = newBrowser();
  const address = `/auth/callback?${query(await begin(browser))}`;
  expect(await browser.openCallback(address)).toBe(failed('malformed-callback'));
  expect(await probe(browser)).toBe(401);
});

test("the tenant's own error is told by a word of ours, and nothing of it is echoed", async () => {
  const browser = newBrowser();
  const state = await begin(browser);
  const response = await browser.request(`/auth/callback?error=server_error&error_description=AADSTS1&state=${state}`);
  expect(response.headers.get('location')).toBe(failed('provider-refused'));
  expect(await response.text()).not.toMatch(/server_error|AADSTS|In _|collectInfo/);
});

test('a form posted to the callback', async () => {
  const browser = newBrowser();
  const state = await begin(browser);
  const headers = { origin: app.origin };
  const body = new URLSearchParams({ code: 'a', state });
  const response = await browser.request('/auth/callback', { method: 'POST', headers, body });
  expect(response.status).toBe(404);
});
