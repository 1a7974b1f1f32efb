import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.js';

// What the public site answers when asked, walked without scripts; and its figures on somebody else's website.
const PAGES = [
  '/sok',
  '/sok?q=resor',
  '/en/sok?q=xyzzy',
  `/sok?q=${'o'.repeat(100)}`,
  `/sok?q=${'o'.repeat(101)}`,
  '/kontrollera',
  `/kontrollera?sha256=${'f'.repeat(64)}`,
  '/kontrollera?sha256=x',
  '/jamfor?fran=2024-Q3&till=2024-Q4.v2',
  '/jamfor?fran=2024-Q3&till=',
  '/badda-in/mal/R1',
  '/badda-in/malomrade/lakemedel',
  '/badda-in',
  '/en/badda-in',
];

const withoutScripts = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled: false })).newPage();

for (const path of PAGES) {
  test(`${path}: nothing for axe, no sideways scrolling, narrow and wide, light and dark`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    for (const [width, colorScheme] of [
      [320, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      expect({ width, faults: await axeFaults(page) }).toEqual({ width, faults: [] });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ width, overflow }).toEqual({ width, overflow: 0 });
    }
    expect(refused).toEqual([]);
  });
}

test('search, from any page to a text in a report, without scripts', async ({ browser }) => {
  const page = await withoutScripts(browser);
  await page.goto('/plan');
  await page.getByRole('link', { name: 'Sök', exact: true }).click();
  await page.getByLabel('Vad letar du efter?').fill('lakemedel');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /träff(ar)? på ”lakemedel”/ })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('Läkemedel');
  await page.getByLabel('Vad letar du efter?').fill('utfallet');
  await page.getByRole('button', { name: 'Sök' }).click();
  await page.getByRole('link', { name: /^Visa alla/ }).click();
  await expect(page.locator('.hits > li').nth(5)).toBeVisible();
  await page.locator('.hits a').first().click();
  await expect(page).toHaveURL(/\/rapporter\/\d{4}(-Q\d)?(\/v\d+)?#a\d$/);
  await page.context().close();
});

test('a file is checked without scripts: as published, corrected since, changed, and not chosen', async ({
  browser,
  request,
}) => {
  const page = await withoutScripts(browser);
  const fileOf = async (version: number) => {
    await page.goto(`/rapporter/2024-Q4/v${version}`);
    const href = await page.getByRole('link', { name: /JSON/ }).first().getAttribute('href');
    return Buffer.from(await (await request.get(href ?? '')).body());
  };
  const check = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Välj fil').setInputFiles({ name, mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Kontrollera filen' }).click();
  };
  const [first, second] = [await fileOf(1), await fileOf(2)];
  await page.getByRole('link', { name: 'Kontrollera om en fil är äkta' }).click();
  await check('min.json', second);
  await expect(page.locator('.answer')).toContainText('Ja, det här är publicerat hos oss');
  await expect(page.locator('.answer')).toContainText('Det är den nyaste versionen');
  await check('min.json', first);
  await expect(page.locator('.answer')).toContainText('Rapporten har rättats sedan dess');
  await check('min.json', Buffer.from(JSON.stringify(JSON.parse(second.toString()), null, 2)));
  await expect(page.locator('.answer')).toContainText('skriven på ett annat sätt');
  await check('<img src=x onerror=alert(1)>.json', Buffer.from(second.toString().replace('2024', '2042')));
  await expect(page.locator('.answer')).toContainText('känner vi inte igen');
  await expect(page.locator('.answer')).toContainText('<img src=x onerror=alert(1)>.json');
  await page.getByRole('button', { name: 'Kontrollera filen' }).click();
  await expect(page.getByRole('alert')).toContainText('Välj en fil först');
  await page.context().close();
});

test('what a checksum turns out to be is told without a fault', async ({ page }) => {
  await page.goto('/rapporter/2024-Q4/v1');
  const sha256 = await page.locator('dd code').first().textContent();
  await page.goto(`/kontrollera?sha256=${sha256 ?? ''}`);
  await expect(page.locator('.newer')).toContainText('version 2');
  expect(await axeFaults(page)).toEqual([]);
});

test('two reports are compared from the archive, without scripts; a fault keeps what was chosen', async ({
  browser,
}) => {
  const page = await withoutScripts(browser);
  await page.goto('/rapporter');
  await page.getByLabel('Från').selectOption({ label: 'Kvartal 4 2023, version 1' });
  await page.getByRole('button', { name: 'Jämför' }).click();
  await expect(page.getByRole('alert')).toContainText('Till: Välj en rapport.');
  await expect(page.getByLabel('Från')).toHaveValue('2023-Q4.v1');
  await page.getByLabel('Till').selectOption({ label: 'Kvartal 4 2024, version 2' });
  await page.getByRole('button', { name: 'Jämför' }).click();
  await expect(page.locator('ms-changes').first()).toBeVisible();
  await page.context().close();
});

test('a figure that was corrected says what it was, where; what was published before knows nothing of it', async ({
  page,
}) => {
  const origin = page.locator('.origin').first();
  for (const path of ['/mal/R1', '/malomraden/resor-och-transporter', '/rapporter/2024-Q4/v2', '/rapporter/2024']) {
    await page.goto(path);
    await origin.locator('summary').click();
    const earlier = origin.locator('div').filter({ hasText: 'Tidigare uppgift' });
    await expect(earlier.getByRole('link', { name: 'kvartal 4 2024, version 1' })).toBeVisible();
    await expect(origin).toContainText('målområdesansvarig');
  }
  await page.goto('/rapporter/2024-Q4/v1');
  await origin.locator('summary').click();
  await expect(origin).toContainText('Publicerat i');
  await expect(origin).not.toContainText('Tidigare uppgift');
});

test('nothing that is written in the address runs', async ({ page }) => {
  const ran: string[] = [];
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  for (const payload of [
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    '</title><script>alert(1)</script>',
    'javascript:alert(1)',
  ]) {
    const written = encodeURIComponent(payload);
    for (const path of [
      `/sok?q=${written}`,
      `/kontrollera?sha256=${written}`,
      `/jamfor?fran=${written}&till=${written}`,
    ]) {
      await page.goto(path);
      await expect(page.locator('main')).toBeVisible();
      expect(await page.locator('main script, main svg, main img').count()).toBe(0);
    }
  }
  expect(ran).toEqual([]);
});

test('the page that explains it shows the figure in a frame and as an element, the latter as high as it needs', async ({
  page,
}) => {
  await page.goto('/badda-in');
  await expect(page.frameLocator('iframe.framed').first().locator('svg').first()).toBeVisible();
  const element = page.locator('malspar-figur iframe');
  await element.scrollIntoViewIfNeeded();
  await expect(page.frameLocator('malspar-figur iframe').locator('figcaption')).toBeVisible();
  const overflow = async () => {
    const inside = await page.frameLocator('malspar-figur iframe').locator('html').boundingBox();
    const outside = await element.boundingBox();
    return Math.abs((inside?.height ?? 0) - (outside?.height ?? -99));
  };
  await expect.poll(overflow).toBeLessThan(4);
  // What is unfolded needs more room, and gets it.
  const before = (await element.boundingBox())?.height ?? 0;
  await page.frameLocator('malspar-figur iframe').getByText('Visa som tabell').click();
  await expect.poll(async () => (await element.boundingBox())?.height ?? 0).toBeGreaterThan(before + 100);
});

test.describe('on another website', () => {
  let elsewhere: Server;
  let address: string;
  let site: string;

  test.beforeAll(async () => {
    site = test.info().project.use.baseURL ?? '';
    const body = (): string => `<!doctype html><title>Elsewhere</title>
      <iframe id="target" src="${site}/badda-in/mal/R1" width="600" height="600"></iframe>
      <iframe id="area" src="${site}/en/badda-in/malomrade/lakemedel" width="250" height="600"></iframe>
      <iframe id="home" src="${site}/"></iframe>
      <iframe id="app" src="${site}/app/"></iframe>
      <script type="module" src="${site}/badda-in/v1/malspar.js"></script>
      <malspar-figure target="R1"></malspar-figure>`;
    elsewhere = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(body()));
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', () => listening()));
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => {
    elsewhere.closeAllConnections();
    elsewhere.close();
  });

  test('a figure and an area are seen in frames and as an element; other pages refuse', async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/frame-ancestors|X-Frame-Options/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(address);
    await expect(page.frameLocator('#target').locator('ms-chart:visible svg').first()).toBeVisible();
    await expect(page.frameLocator('#area').getByRole('heading', { name: 'Läkemedel' })).toBeVisible();
    const element = page.locator('malspar-figure iframe');
    await element.scrollIntoViewIfNeeded();
    await expect(element).toHaveAttribute('src', `${site}/en/badda-in/mal/R1`);
    await expect(page.frameLocator('malspar-figure iframe').locator('.source')).toContainText('Source:');
    await expect.poll(() => refused.length).toBe(2);
    const link = page.frameLocator('#target').getByRole('link', { name: 'Läs mer om mål R1' });
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await expect(opened).toHaveURL(`${site}/mal/R1`);
  });
});
