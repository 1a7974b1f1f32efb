import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

export type PersonKey =
  | `owner-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `manager-${1 | 2}`
  | 'coordinator'
  | 'coordinator-deputy'
  | 'manager-coordinator'
  | 'admin'
  | 'viewer'
  | 'no-role';

/** Picks the account on the identity provider's own page, as a person would. */
export async function signIn(page: Page, key: PersonKey, to = '/app/'): Promise<void> {
  await page.goto(`/auth/login?returnTo=${encodeURIComponent(to)}`);
  await page.locator(`button[name="person"][value="${key}"]`).click();
  await page.waitForURL(/\/app\//);
  await page.locator('h1').first().waitFor();
}

/** A browser of its own for each person, signed in; with what somebody else has left in it, where that is given. */
export async function browserOf(
  browser: Browser,
  key: PersonKey,
  storageState?: BrowserContextOptions['storageState'],
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext(storageState ? { storageState } : {});
  const page = await context.newPage();
  await signIn(page, key);
  return { page, context };
}
