import { expect, test } from '@playwright/test';

test('a figure is fetched as CSV, named for what it is', async ({ page }) => {
  await page.goto('/mal/R1');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Ladda ner som CSV Klimatpåverkan/ }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('mal-r1-utfall.csv');
  const text = await (await page.request.get(download.url())).text();
  const figure = page.locator('figure').filter({ has: page.locator('ms-csv-link') });
  await figure.getByText('Visa som tabell').click();
  const shown = await figure.locator('td.number').allTextContents();
  const rows = text.trim().split('\r\n').slice(1);
  expect(rows).toHaveLength(shown.length);
  shown.forEach((value, index) => expect(rows[index]).toContain(`,${value.trim().replace(',', '.')},`));
});

test('from the foot of any page to the open data and its description', async ({ page }) => {
  await page.goto('/rapporter');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Öppna data' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Öppna data');
  const addresses = await page
    .locator('main a[href^="/public/"]')
    .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses)
    expect([address, (await page.request.get(address)).status()]).toEqual([address, 200]);
  await page.getByRole('link', { name: 'In English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open data');
});

test('a page on another origin may read the figures', async ({ browser, baseURL }) => {
  // Browsers ask before a page elsewhere may reach this very machine, which is where the test's server is.
  // Older ones neither ask nor know the permission.
  const context = await browser.newContext({ permissions: ['local-network-access'] }).catch(() => browser.newContext());
  const page = await context.newPage();
  const elsewhere = 'https://nagon.annanstans.test/';
  await page.route(elsewhere, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Någon annan</title>' }),
  );
  await page.goto(elsewhere);
  const read = await page.evaluate(async (address) => {
    // A header that browsers ask about first.
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const response = await fetch(address, { headers: { traceparent } });
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: (await response.json()) as { code: string },
    };
  }, `${baseURL}/public/v1/indicators/r1`);
  expect(read).toMatchObject({ status: 200, body: { code: 'R1' } });
  expect(read.etag).toMatch(/^"/);
  await context.close();
});
