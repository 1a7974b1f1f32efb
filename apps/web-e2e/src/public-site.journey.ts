import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.js';
import { gluedTexts } from './glued-texts.js';

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
  '/oppna-data',
  '/tillganglighet',
  '/en/tillganglighet',
  '/kakor',
  '/ordlista',
  '/webbkarta',
  '/sok',
  '/kontrollera',
  '/jamfor',
  '/en',
  '/tack',
  '/finns-inte',
];

interface Look {
  readonly width: 320 | 1280;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
  /** Every rule of axe, or those alone whose outcome depends on colours and on what is there at this width. */
  readonly rules: 'all' | 'colours';
}

const LOOKS: readonly Look[] = ([320, 1280] as const).flatMap((width): Look[] => [
  { width, colorScheme: 'light', forcedColors: 'none', rules: 'all' },
  { width, colorScheme: 'dark', forcedColors: 'none', rules: 'colours' },
  { width, colorScheme: 'light', forcedColors: 'active', rules: 'colours' },
]);
const WHOLE = 'html';
/** A report's areas are made of the same parts: every rule looks at all of them once, colours are looked at in two. */
const FURTHER_AREAS = '.report-area ~ .report-area ~ .report-area';

const COLOURS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
const SCRIPT = /^\/assets\/chart\.[\w-]+\.js$/;

const faultsOf = (page: Page, rules: Look['rules'], within: string): Promise<string[]> =>
  axeFaults(page, {
    within,
    ...(rules === 'colours' && { rules: COLOURS }),
    ...((rules === 'colours' || within !== WHOLE) && { without: FURTHER_AREAS }),
  });

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What a reader has before them, without what differs by the moment. */
const wordsOf = async (page: Page): Promise<string> => (await page.locator('body').innerText()).replace(/\s+/g, ' ');

/** What does not fit on a sheet of A4, or in the box that it stands in. */
async function cutOffInPrint(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const cutOff = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((element) => {
        const { display, overflowX, overflowY } = getComputedStyle(element);
        // What is for screen readers alone is a dot.
        if (display === 'none' || element.clientWidth <= 1) return false;
        const hides = element === document.documentElement || overflowX !== 'visible' || overflowY !== 'visible';
        return hides && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`),
  );
  await page.emulateMedia({ media: 'screen' });
  return cutOff;
}

async function lookAt(page: Page, path: string, within = WHOLE): Promise<void> {
  for (const { width, rules, ...look } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia(look);
    const seen = `${path}, ${width} px, ${look.colorScheme}, forced colours ${look.forcedColors}`;
    expect({ seen, faults: await faultsOf(page, rules, within) }).toEqual({ seen, faults: [] });
    expect({ seen, overflow: await overflowOf(page) }).toEqual({ seen, overflow: 0 });
  }
}

for (const path of PAGES) {
  test(`${path}: whole, nothing for axe, no sideways scrolling, no words run together, with its script and without`, async ({
    page,
    context,
  }) => {
    const faults: string[] = [];
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    await lookAt(page, path);
    expect({ path, cutOff: await cutOffInPrint(page) }).toEqual({ path, cutOff: [] });
    const charts = await page.locator('ms-chart').count();
    await expect(page.locator('ms-chart .walk')).toHaveCount(charts);
    // One script, and only where there is something to walk.
    expect(scripts.filter((each) => !SCRIPT.test(each))).toEqual([]);
    expect(scripts).toHaveLength(charts > 0 ? 1 : 0);
    expect(faults).toEqual([]);
    expect({ path, glued: await gluedTexts(page) }).toEqual({ path, glued: [] });
    if (charts === 0) return;
    // Axe is itself a script, so it looks at what is there when the page's own does not come: that differs in figures.
    await context.route(
      ({ pathname }) => SCRIPT.test(pathname),
      (route) => route.abort(),
    );
    await page.goto(path);
    await expect(page.locator('ms-chart')).toHaveCount(charts);
    await expect(page.locator('ms-chart .walk')).toHaveCount(0);
    await lookAt(page, path, 'figure');
  });
}

test('every page says the same with scripts switched off, and asks for none', async ({ browser, page }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  const scripts: string[] = [];
  plain.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  for (const path of PAGES) {
    for (const each of [page, plain]) await each.goto(path);
    expect({ path, words: await wordsOf(plain) }).toEqual({ path, words: await wordsOf(page) });
    for (const width of [320, 1280]) {
      await plain.setViewportSize({ width, height: 900 });
      expect({ path, width, overflow: await overflowOf(plain) }).toEqual({ path, width, overflow: 0 });
    }
  }
  expect(scripts).toEqual([]);
  await context.close();
});

test('without scripts every drawing has its values in words, a table away', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/mal/L3');
  await expect(page.locator('figure')).toHaveCount(3);
  for (const figure of await page.locator('figure').all()) {
    await figure.getByText('Visa som tabell').click();
    await expect(figure.locator('tbody tr').first()).toBeVisible();
    await expect(figure.locator('figcaption')).toContainText(/\d/);
  }
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
  const response = await request.get(href ?? '');
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toContain('immutable');
  expect(response.headers()['etag']).toMatch(/^"/);
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
  const response = await request.get((await link.getAttribute('href')) ?? '');
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-');
});
