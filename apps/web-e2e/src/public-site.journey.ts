import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

// The demo plan's past periods are published from the start; one of them has been corrected.
const PAGES = [
  '/',
  '/plan',
  '/malomraden/lakemedel',
  '/mal/R1',
  '/mal/B2',
  '/rapporter',
  '/rapporter/2024',
  '/rapporter/2024-Q4/v1',
  '/rapporter/2024-Q4/v2/andringar',
  '/om-siffrorna',
  '/tillganglighet',
  '/en/tillganglighet',
  '/kakor',
  '/ordlista',
  '/webbkarta',
  '/en',
  '/finns-inte',
];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

for (const path of PAGES) {
  test(`${path}: complete without scripts, nothing for axe, no sideways scrolling`, async ({ browser }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) asked.push('csp violation');
    });
    for (const [width, colorScheme] of [
      [320, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      expect({ path, width, faults: await faultsOf(page) }).toEqual({ path, width, faults: [] });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ path, width, overflow }).toEqual({ path, width, overflow: 0 });
    }
    expect(asked).not.toContain('script');
    expect(asked).not.toContain('csp violation');
    await context.close();
  });
}

test('from the first page to a figure and how it came about', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Läkemedel' }).click();
  await page.getByRole('link', { name: 'Allt om mål L1' }).click();
  await page.getByText('Hur är siffran framtagen?').first().click();
  await expect(page.getByText(/Exempelvärde/).first()).toBeVisible();
});

test('a corrected report says so, keeps its old address and shows the difference', async ({ page }) => {
  await page.goto('/rapporter/2024-Q4/v1');
  await expect(page.getByRole('link', { name: 'Till den nyaste versionen' }).first()).toBeVisible();
  await page.goto('/rapporter/2024-Q4/v2/andringar');
  await expect(page.locator('ins, del').first()).toBeVisible();
});

test('a file is what its hash says', async ({ page, request }) => {
  await page.goto('/rapporter/2024-Q4/v2');
  const href = await page.getByRole('link', { name: /JSON/ }).first().getAttribute('href');
  const answer = await request.get(href ?? '');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['cache-control']).toContain('immutable');
  expect(answer.headers()['etag']).toMatch(/^"/);
});

test('a document of the plan stands on the first page with form, size and date, and an example is labelled', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const link = page.getByRole('link', { name: /i korthet \(exempel\)/ });
  await expect(page.getByRole('listitem').filter({ has: link })).toContainText(
    /Exempelvärde\s*PDF, \d+\skB, \d+ \w+ \d{4}/,
  );
  const answer = await request.get((await link.getAttribute('href')) ?? '');
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
});
