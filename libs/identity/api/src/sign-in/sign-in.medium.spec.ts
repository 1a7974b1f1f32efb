import type { SessionTimes } from '@malspar/shared-model';
import { createTestDatabase, type TestDatabase, until } from '@malspar/shared-testing';
import { demoModule } from './testing/demo-tenant.js';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { TestBrowser } from './testing/test-browser.js';

const { objectIdOf, people } = demoModule;

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
const sessionCookie = async (browser: TestBrowser) =>
  (await browser.jar.getCookies(app.origin)).find((cookie) => cookie.key === 'malspar.sid')!;
const probe = async (browser: TestBrowser): Promise<number> => (await browser.request('/api/v1/probe')).status;

test.each(people.map((person) => [person.key, person] as const))(
  '%s gets the roles of the tenant',
  async (key, person) => {
    const browser = newBrowser();
    const landedOn = await browser.signIn(key);
    if (person.roles.length === 0) {
      expect(landedOn).toBe('/app/ingen-behorighet');
      expect(await probe(browser)).toBe(401);
      return;
    }
    expect(landedOn).toBe('/app/');
    const { roles } = (await (await browser.request('/api/v1/probe')).json()) as { roles: string[] };
    expect(roles).toEqual(person.roles.map((role) => role.toLowerCase()));
    expect(app.people.records.at(-1)).toEqual({
      tenantId: app.tenant.tenantId,
      objectId: objectIdOf(key),
      name: person.name,
      email: person.email,
      roles,
    });
  },
);

test('the address asked for survives the round trip', async () => {
  expect(await newBrowser().signIn('viewer', '/auth/login?returnTo=/app/reports/1%3Ftab=checks')).toBe(
    '/app/reports/1?tab=checks',
  );
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  '/app/../auth/login',
  '/app/..//evil.example',
])('asked to return to %s, it leads home', async (returnTo) => {
  expect(await newBrowser().signIn('viewer', `/auth/login?returnTo=${encodeURIComponent(returnTo)}`)).toBe('/app/');
});

test('a known browser signs in without a question, and may ask for one', async () => {
  const browser = newBrowser();
  await browser.signIn('viewer');
  expect((await browser.open('/auth/login', (url) => url.pathname === '/auth/callback')).url.pathname).toBe(
    '/auth/callback',
  );
  expect(await browser.signIn('admin', '/auth/login?prompt=select_account')).toBe('/app/');
  expect(app.people.records.at(-1)?.roles).toEqual(['admin']);
});

test('two tabs that sign in side by side both end up inside', async () => {
  const browser = newBrowser();
  const first = await browser.pickAccount('owner-1', '/auth/login?returnTo=/app/first');
  const second = await browser.pickAccount('owner-1', '/auth/login?returnTo=/app/second');
  expect(await browser.openCallback(second)).toBe('/app/second');
  // The tenant redeems only the later code; whoever is in meanwhile is not turned away.
  expect(await browser.openCallback(first)).toBe('/app/');
  expect(await probe(browser)).toBe(200);
});

test('whoever cancels at the tenant is told so', async () => {
  const browser = newBrowser();
  const picker = await browser.open('/auth/login');
  const response = await browser.postForm(picker.url, { cancel: 'yes' });
  const { url } = await browser.follow({ url: picker.url, response }, (at) => at.pathname === '/auth/callback');
  expect(await browser.openCallback(url)).toBe('/app/inloggning-misslyckades?reason=cancelled');
});

test('an inactive person is refused and gets no session', async () => {
  app.people.inactive.add('emma.sandstrom@example.org');
  const browser = newBrowser();
  expect(await browser.signIn('viewer')).toBe('/app/inloggning-misslyckades?reason=inactive');
  expect(await probe(browser)).toBe(401);
  app.people.inactive.clear();
});

test('the session holds the person and never a token', async () => {
  const browser = newBrowser();
  await browser.signIn('coordinator');
  const { rows } = await app.pool.query<{ sess: Record<string, unknown> }>(
    `SELECT sess FROM session WHERE (sess->'person'->'roles')::jsonb @> '["coordinator"]'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { sess } of rows) expect(Object.keys(sess).sort()).toEqual(['cookie', 'person']);
  const all = JSON.stringify((await app.pool.query('SELECT sess FROM session')).rows);
  expect(all).not.toMatch(/eyJ|token|ingrid\.wallin/i);
});

test('the cookie is HttpOnly, Lax, for this host alone, and gone after half an hour', async () => {
  const HALF_AN_HOUR = 30 * 60_000;
  const asked = Date.now();
  const browser = newBrowser();
  const response = await browser.request(await browser.pickAccount('viewer'));
  const respondedAt = Date.now();
  const cookie = response.headers.getSetCookie().find((set) => set.startsWith('malspar.sid='));
  expect(cookie).toMatch(/^malspar\.sid=s%3A[^;]+; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Lax$/);
  const expires = Date.parse(/Expires=([^;]+)/.exec(cookie!)![1]!);
  // It is told in whole seconds.
  expect(expires).toBeGreaterThan(asked + HALF_AN_HOUR - 1000);
  expect(expires).toBeLessThanOrEqual(respondedAt + HALF_AN_HOUR);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('nobody gets a cookie before signing in is begun, nor a session before it is done', async () => {
  expect((await newBrowser().request('/api/v1/probe')).headers.getSetCookie()).toEqual([]);
  const begun = (await newBrowser().request('/auth/login')).headers.getSetCookie();
  expect(begun).toEqual([expect.stringMatching(/^malspar\.sign-in\./)]);
});

test('a thousand that only begin leave no row behind', async () => {
  const before = await rowCounts();
  for (let begun = 0; begun < 1000; begun += 50) {
    const responses = await Promise.all(Array.from({ length: 50 }, () => newBrowser().request('/auth/login')));
    expect(new Set(responses.map((response) => response.status))).toEqual(new Set([302]));
  }
  expect(await rowCounts()).toEqual(before);
});

/** How many rows there are in each table. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows } = await app.pool.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const counts = rows.map(async ({ name }) => {
    const counted = await app.pool.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
    return [name, Number(counted.rows[0]?.count)] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

test('a planted session id is worth nothing after sign-in', async () => {
  const attacker = newBrowser();
  await attacker.signIn('viewer');
  const planted = (await sessionCookie(attacker)).cookieString();
  const victim = newBrowser();
  await victim.jar.setCookie(planted, app.origin);
  expect(await probe(victim)).toBe(200);
  await victim.signIn('manager-1');
  expect(await probe(victim)).toBe(200);
  expect(await victim.jar.getCookieString(app.origin)).not.toContain(planted);
  // Neither as the one who planted it nor as the other.
  expect(await probe(attacker)).toBe(401);
});

test('a cookie with a forged signature is nobody', async () => {
  const browser = newBrowser();
  await browser.signIn('viewer');
  const sid = await sessionCookie(browser);
  const headers = { cookie: `malspar.sid=${sid.value.slice(0, -4)}AAAA` };
  expect((await fetch(`${app.origin}/api/v1/probe`, { headers })).status).toBe(401);
});

describe('signing out', () => {
  test('ends the session here and at the tenant', async () => {
    const browser = newBrowser();
    await browser.signIn('owner-2');
    const stolen = await browser.jar.getCookieString(app.origin);
    const response = await browser.post('/auth/logout');
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toMatch(/malspar\.sid=;.*Expires=Thu, 01 Jan 1970/);
    const { url } = (await response.json()) as { url: string };
    // Even a copy of the cookie is worth nothing now.
    expect((await fetch(`${app.origin}/api/v1/probe`, { headers: { cookie: stolen } })).status).toBe(401);
    const tenantPage = await browser.open(url);
    const end = await browser.submitSignOutForm(tenantPage);
    expect(end.response.headers.get('location')).toBe(`${app.origin}/app/utloggad`);
    // The tenant asks again who it is.
    expect((await browser.open('/auth/login')).url.pathname).toMatch(/^\/demo-idp\/account\//);
  });

  test('is harmless for whoever is not signed in', async () => {
    expect((await newBrowser().post('/auth/logout')).status).toBe(200);
  });

  test('cannot be caused by another site', async () => {
    const browser = newBrowser();
    await browser.signIn('owner-2');
    const headers = { origin: 'https://evil.example' };
    const response = await browser.request('/auth/logout', { method: 'POST', headers });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await probe(browser)).toBe(200);
  });
});

describe('the length of a session', () => {
  const times = (browser: TestBrowser) => browser.read<SessionTimes>('/api/v1/session');
  const minutes = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;
  /** A session is lengthened while the response is already on its way: it may take a moment to be seen. */
  const untilLong = (browser: TestBrowser): Promise<void> =>
    until('the session is lengthened', async () => {
      const { now, idleEndsAt } = await times(browser);
      return minutes(now, idleEndsAt) > 29;
    });
  const shorten = (interval: string): Promise<unknown> =>
    app.pool.query(`UPDATE session SET expire = now() + $1::interval WHERE sess->'person' IS NOT NULL`, [interval]);

  test('is half an hour idle and ten hours at most', async () => {
    const browser = newBrowser();
    await browser.signIn('viewer');
    const { now, idleEndsAt, endsAt } = await times(browser);
    expect(minutes(now, idleEndsAt)).toBeCloseTo(30, 0);
    expect(minutes(now, endsAt)).toBeCloseTo(600, 0);
  });

  test('does not grow by asking for it, but by extending it and by any other request', async () => {
    const browser = newBrowser();
    await browser.signIn('viewer');
    await shorten('2 minutes');
    for (let asked = 0; asked < 2; asked += 1) {
      const { now, idleEndsAt } = await times(browser);
      expect(minutes(now, idleEndsAt)).toBeCloseTo(2, 0);
    }
    const extended = (await (await browser.post('/api/v1/session/extend')).json()) as Record<string, string>;
    expect(minutes(extended['now']!, extended['idleEndsAt']!)).toBeCloseTo(30, 0);
    await untilLong(browser);
    await shorten('2 minutes');
    await probe(browser);
    await untilLong(browser);
  });

  test('is not written again for what moves its end by a minute or less', async () => {
    const browser = newBrowser();
    await browser.signIn('viewer');
    const stored = async (): Promise<string> => (await times(browser))['idleEndsAt'];
    for (const { left, moves } of [
      { left: '29 minutes 30 seconds', moves: false },
      { left: '28 minutes 30 seconds', moves: true },
    ]) {
      await shorten(left);
      const before = await stored();
      await probe(browser);
      if (moves) await untilLong(browser);
      expect((await stored()) !== before).toBe(moves);
    }
    // Whoever asks for more time gets all of it, as the response says.
    await shorten('29 minutes 30 seconds');
    const extended = (await (await browser.post('/api/v1/session/extend')).json()) as Record<string, string>;
    expect(Math.abs(minutes(await stored(), extended['idleEndsAt']!))).toBeLessThan(0.1);
  });

  test('ends when it has been idle too long', async () => {
    const browser = newBrowser();
    await browser.signIn('viewer');
    await shorten('-1 second');
    expect(await probe(browser)).toBe(401);
    expect((await browser.request('/api/v1/session')).status).toBe(401);
  });

  test('ends after ten hours however busy it is', async () => {
    const browser = newBrowser();
    await browser.signIn('viewer');
    const sid = await browser.jar.getCookieString(app.origin);
    app.clock.ahead = 599 * 60_000;
    expect(await probe(browser)).toBe(200);
    const extended = (await (await browser.post('/api/v1/session/extend')).json()) as Record<string, string>;
    expect(extended['idleEndsAt']).toBe(extended['endsAt']);
    expect(minutes(extended['now']!, extended['endsAt']!)).toBeCloseTo(1, 0);
    app.clock.ahead = 600 * 60_000;
    expect(await probe(browser)).toBe(401);
    app.clock.ahead = 0;
    expect((await fetch(`${app.origin}/api/v1/probe`, { headers: { cookie: sid } })).status).toBe(401);
  });
});

test('too many attempts in vain are put off, and told for how long', async () => {
  // A database of its own: attempts are counted there for all who share it.
  const ownDatabase = await createTestDatabase();
  const limited = await startTestApp({ databaseUrl: ownDatabase.appUrl, attemptsPerMinute: 3 });
  try {
    for (let person = 0; person < 4; person += 1) {
      expect(await new TestBrowser(limited.origin).signIn('viewer')).toBe('/app/');
    }
    const browser = new TestBrowser(limited.origin);
    for (const address of ['/auth/login', '/auth/callback?code=x&state=y']) {
      for (let attempt = 0; attempt < 3; attempt += 1) expect((await browser.request(address)).status).toBe(302);
      const response = await browser.request(address);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  } finally {
    await limited.stop();
    await ownDatabase.drop();
  }
});
