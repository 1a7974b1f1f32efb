import { expect, test } from '@playwright/test';
import { browserOf, signIn } from './people.js';

test('somebody without a role is told so on a clear page, and not sent in a circle', async ({ page }) => {
  await signIn(page, 'no-role');
  await expect(page).toHaveURL(/\/app\/ingen-behorighet$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('sign-in leads back to the page that was asked for', async ({ page }) => {
  await page.goto('/app/mal/R1');
  await page.locator('button[name="person"][value="viewer"]').click();
  await expect(page).toHaveURL(/\/app\/mal\/R1$/);
});

test('sign-out ends the session at both ends', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'viewer');
  await page.getByText('Emma Sandström').click();
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.waitForURL(/\/app\/utloggad/);
  expect((await page.request.get('/api/v1/me')).status()).toBe(401);
  await page.goto('/app/');
  await expect(page.locator('button[name="person"][value="viewer"]')).toBeVisible();
  await context.close();
});

test('the end of a session is said two minutes ahead, and can be put off', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'viewer');
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  await page.route('**/api/v1/session', (route) =>
    route.fulfill({ json: { now: soon(0), idleEndsAt: soon(1.5), endsAt: soon(300) } }),
  );
  await page.goto('/app/plan');
  await expect(page.getByRole('alert').getByText(/loggas snart ut/)).toBeVisible();
  await page.getByRole('button', { name: 'Fortsätt vara inloggad' }).click();
  await expect(page.getByRole('alert').getByText(/loggas snart ut/)).toBeHidden();
  await context.close();
});

test('a session that ends under a page leaves the page as it is', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'owner-6');
  const response = await page.request.get('/api/v1/reports?mine=true&state=draft');
  const { items } = (await response.json()) as { items: { id: string }[] };
  await page.goto(`/app/rapporter/${items[0]!.id}?mal=L2`);
  const text = page.getByRole('textbox', { name: /Vad har hänt/ });
  await text.waitFor();
  await context.clearCookies();
  await text.fill('Skrivet efter att sessionen tog slut.');
  await expect(page.getByRole('heading', { name: 'Du har loggats ut' })).toBeVisible();
  await expect(page.locator('#field-comment')).toHaveValue('Skrivet efter att sessionen tog slut.');
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Logga in i en ny flik' }).click(),
  ]);
  await other.locator('button[name="person"][value="owner-6"]').or(other.locator('h1')).first().waitFor();
  const picker = other.locator('button[name="person"][value="owner-6"]');
  if (await picker.isVisible()) await picker.click();
  await other.waitForURL(/\/app\//);
  const sent = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await page.getByRole('button', { name: /Jag har loggat in/ }).click();
  await sent;
  await page.reload();
  await expect(text).toHaveValue('Skrivet efter att sessionen tog slut.');
  await context.close();
});
