import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';

// Which cookies a browser sends along when another site sends it back to us is its own rule, which no test without a
// browser shows. Azure AD is another site; the demo provider is not, so here a page on another site lies between.

let otherSite: Server;
let otherOrigin: string;

test.beforeAll(async () => {
  otherSite = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://any.invalid').searchParams;
    const to = (asked.get('to') ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><title>Another site</title><a href="${to}">Follow</a>
       <form method="post" action="${to}"><input name="code" value="x"><button>Post</button></form>`,
    );
  });
  await new Promise<void>((resolve) => otherSite.listen(0, '127.0.0.1', resolve));
  // To a browser, localhost and 127.0.0.1 are different sites.
  otherOrigin = `http://127.0.0.1:${(otherSite.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  otherSite.closeAllConnections();
  otherSite.close();
});

/** Lets the demo provider know this browser, so that it asks nothing the next time, and forgets the session here. */
async function becomeKnownToProvider(page: Page): Promise<void> {
  await page.goto('/auth/login');
  await page.getByRole('button', { name: 'Emma Sandström' }).click();
  await page.waitForURL(/\/app\//);
  await page.goto('about:blank');
  await page.context().clearCookies({ name: 'malspar.sid' });
}

/** Begins a sign-in, and opens a page on another site that leads on to the provider. */
async function beginByWayOfOtherSite(page: Page): Promise<void> {
  const begun = await page.request.get('/auth/login', { maxRedirects: 0 });
  const to = begun.headers()['location'] ?? '';
  expect(to).toContain('response_mode=query');
  await page.goto(`${otherOrigin}/?to=${encodeURIComponent(to)}`);
}

async function cookieNamed(context: BrowserContext, named: RegExp) {
  const found = (await context.cookies()).find(({ name }) => named.test(name));
  if (!found) throw new Error(`There is no cookie ${named}.`);
  return found;
}
const SESSION = /^malspar\.sid$/;
const UNDER_WAY = /^malspar\.sign-in\./;

test('a browser sent back by another site is signed in', async ({ page }) => {
  await becomeKnownToProvider(page);
  await beginByWayOfOtherSite(page);
  await page.getByRole('link', { name: 'Follow' }).click();
  await page.waitForURL(/\/app\//);
  expect(page.url()).not.toContain('inloggning-misslyckades');
  expect((await page.request.get('/api/v1/session')).status()).toBe(200);
});

test('the cookie is out of reach for scripts and bound to this site', async ({ page, context }) => {
  await becomeKnownToProvider(page);
  await page.goto('/auth/login');
  await page.waitForURL(/\/app\//);
  expect(await cookieNamed(context, SESSION)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('malspar');
});

test('with a Strict cookie the same way back would fail', async ({ page, context }) => {
  await becomeKnownToProvider(page);
  await beginByWayOfOtherSite(page);
  await context.addCookies([{ ...(await cookieNamed(context, UNDER_WAY)), sameSite: 'Strict' }]);
  await page.getByRole('link', { name: 'Follow' }).click();
  await page.waitForURL(/inloggning-misslyckades\?reason=unknown-state/);
});

test('a form posted by another site carries no session and no sign-in', async ({ page, context, baseURL }) => {
  await becomeKnownToProvider(page);
  await page.request.get('/auth/login', { maxRedirects: 0 });
  await cookieNamed(context, UNDER_WAY);
  await page.goto(`${otherOrigin}/?to=${encodeURIComponent(`${baseURL}/auth/callback`)}`);
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Post' }).click();
  expect((await (await posted).allHeaders())['cookie'] ?? '').not.toMatch(/malspar\.(sid|sign-in)/);
});
