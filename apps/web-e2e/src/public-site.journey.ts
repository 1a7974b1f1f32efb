import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

// The demo plan's past periods are published from the start; one of them has been corrected.
const PAGES = [
  '/',
  '/plan',
  '/malomraden/lakemedel',
  '/mal/R1',
  '/mal/R2',
  '/mal/L3',
  '/mal/B2',
  '/rapporter',
  '/rapporter/2024',
  '/rapporter/2024-Q4/v1',
  '/rapporter/2024-Q4/v2/andringar',
  '/om-siffrorna',
  '/tillganglighet',
  '/kakor',
  '/ordlista',
  '/webbkarta',
  '/en',
  '/finns-inte',
];

/** Every width, scheme and system colour that a page must bear. Each is looked at once, alike with and without scripts. */
const LOOKS = [
  { width: 320, colorScheme: 'light', forcedColors: 'none' },
  { width: 320, colorScheme: 'dark', forcedColors: 'none' },
  { width: 320, colorScheme: 'light', forcedColors: 'active' },
  { width: 1280, colorScheme: 'light', forcedColors: 'none' },
  { width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { width: 1280, colorScheme: 'light', forcedColors: 'active' },
] as const;

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** What can differ between two looks at the same page: colours, and what is there at this width. Structure does not. */
async function faultsOfColours(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withRules(['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

for (const path of PAGES) {
  for (const javaScriptEnabled of [true, false]) {
    test(`${path} ${javaScriptEnabled ? 'with' : 'without'} scripts: whole, nothing for axe, no sideways scrolling`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') asked.push(new URL(request.url()).pathname);
      });
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) asked.push('csp violation');
      });
      page.on('pageerror', (error) => asked.push(error.message));
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      for (const { width, ...look } of LOOKS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia(look);
        const seen = `${path} ${width} px ${look.colorScheme} ${look.forcedColors}`;
        const isFirst = look.colorScheme === 'light' && look.forcedColors === 'none';
        expect({ seen, faults: await (isFirst ? faultsOf : faultsOfColours)(page) }).toEqual({ seen, faults: [] });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ seen, overflow }).toEqual({ seen, overflow: 0 });
      }
      const charts = await page.locator('ms-chart').count();
      const walkable = await page.locator('ms-chart .walk').count();
      expect(walkable).toBe(javaScriptEnabled ? charts : 0);
      // One script, and only where there is something to walk.
      expect(asked.filter((each) => !/^\/assets\/chart\.[\w-]+\.js$/.test(each))).toEqual([]);
      expect(asked.length).toBe(javaScriptEnabled && charts > 0 ? 1 : 0);
      await context.close();
    });
  }
}

test('without scripts every drawing has its values in words, a table away', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/mal/L3');
  for (const figure of await page.locator('figure').all()) {
    await figure.getByText('Visa som tabell').click();
    await expect(figure.locator('tbody tr').first()).toBeVisible();
    await expect(figure.locator('figcaption')).toContainText(/\d/);
  }
  await expect(page.getByText('Opererande vård').last()).toBeVisible();
  await context.close();
});

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
