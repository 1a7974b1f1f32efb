import { expect, type Page, test } from '@playwright/test';
import { expectFocusKept } from './focus.js';
import { browserOf } from './people.js';

/** A whole PDF of one empty page; `text` makes it another one. */
function samplePdf(text: string): Buffer {
  const body = `%PDF-1.4\n% ${text}\n1 0 obj\n<</Type/Catalog>>\nendobj\n`;
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n${Buffer.byteLength(body)}\n%%EOF\n`,
  );
}

const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
/** Asked for anew: the browser may keep a public page for some minutes. */
const publicPage = async (page: Page, path: string) => page.goto(`${path}?${Date.now()}`);

test('an administrator uploads a document, sees it on the first page, replaces it and takes it off', async ({
  browser,
}) => {
  const title = `Bilaga ${Date.now()}`;
  const { page: admin } = await browserOf(browser, 'admin');
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await admin.getByRole('link', { name: 'Webbplatsen', exact: true }).click();
  await expect(admin.getByRole('heading', { level: 1, name: 'Webbplatsen' })).toBeVisible();
  const form = admin.getByRole('region', { name: 'Lägg upp ett dokument' });

  await test.step('what is missing or no PDF is told, and nothing written is lost', async () => {
    await form.getByRole('button', { name: 'Lägg upp dokumentet' }).click();
    await expect(form.getByRole('link', { name: 'Välj en PDF-fil' })).toBeVisible();
    await form.getByLabel('Titel').fill(title);
    await form.getByLabel('PDF-fil').setInputFiles(chosen('plan.pdf', Buffer.from('<html>')));
    await expect(form.getByText(/Filen är ingen PDF/).first()).toBeVisible();
    const half = samplePdf('half').subarray(0, 50);
    await form.getByLabel('PDF-fil').setInputFiles(chosen('plan.pdf', half));
    await form.getByRole('button', { name: 'Lägg upp dokumentet' }).click();
    await expect(form.getByRole('alert')).toContainText('PDF-filen är inte hel');
    await expect(form.getByLabel('Titel')).toHaveValue(title);
  });

  await test.step('a double click makes one document', async () => {
    await form.getByLabel('PDF-fil').setInputFiles(chosen('plan.pdf', samplePdf(title)));
    await form.getByLabel('Dokumentets datum').fill('2026-03-04');
    await form.getByRole('button', { name: 'Lägg upp dokumentet' }).dblclick();
    await expect(admin.getByRole('status').filter({ hasText: `${title} är upplagt` })).toBeVisible();
    await expect(admin.getByRole('heading', { name: title })).toHaveCount(1);
    await expect(form.getByLabel('Titel')).toHaveValue('');
    await expectFocusKept(admin);
  });

  let first: string | null;
  await test.step('everybody finds it on the first page', async () => {
    await publicPage(visitor, '/');
    const link = visitor.getByRole('link', { name: title });
    await expect(link).toHaveCount(1);
    await expect(visitor.getByRole('listitem').filter({ has: link })).toContainText('PDF, 1 kB, 4 mars 2026');
    first = await link.getAttribute('href');
    const file = await visitor.request.get(first ?? '');
    expect([file.status(), (await file.body()).equals(samplePdf(title))]).toEqual([200, true]);
  });

  await test.step('a new file gets a new address, and the old one stays', async () => {
    const row = admin.getByRole('listitem').filter({ has: admin.getByRole('heading', { name: title }) });
    await row.getByRole('button', { name: /^Byt fil/ }).click();
    await row.getByLabel('PDF-fil').setInputFiles(chosen('ny.pdf', samplePdf(`${title} ny`)));
    await row.locator('form').getByRole('button', { name: 'Byt fil' }).click();
    await expect(admin.getByRole('status').filter({ hasText: 'har en ny fil' })).toBeVisible();
    await expect(row.getByText('Tidigare versioner (1)')).toBeVisible();
    await expectFocusKept(admin);
    await publicPage(visitor, '/plan');
    const now = await visitor.getByRole('link', { name: title }).getAttribute('href');
    expect(now).not.toBe(first);
    for (const path of [first, now]) expect((await visitor.request.get(path ?? '')).status()).toBe(200);
  });

  await test.step('taken off, it is gone from the site but not from here', async () => {
    const row = admin.getByRole('listitem').filter({ has: admin.getByRole('heading', { name: title }) });
    await row.getByRole('button', { name: /^Ta bort från webbplatsen/ }).click();
    await expect(admin.getByRole('region', { name: 'Borttagna från webbplatsen' })).toContainText(title);
    await expectFocusKept(admin);
    await publicPage(visitor, '/');
    await expect(visitor.getByRole('link', { name: title })).toHaveCount(0);
    expect((await visitor.request.get(first ?? '')).status()).toBe(404);
    await admin.getByRole('button', { name: 'Ångra' }).click();
    await expect(admin.getByRole('region', { name: 'På webbplatsen' })).toContainText(title);
    await expectFocusKept(admin);
    await row.getByRole('button', { name: /^Ta bort från webbplatsen/ }).click();
    await expect(admin.getByRole('region', { name: 'Borttagna från webbplatsen' })).toContainText(title);
  });
});

test('an administrator goes through the accessibility statement, and both languages show it', async ({ browser }) => {
  const { page: admin } = await browserOf(browser, 'admin');
  const words = `Blanketten fungerar inte med tangentbord (${Date.now()}).`;
  await admin.goto('/app/webbplatsen/tillganglighet');
  const failures = admin.getByRole('group', { name: /^Brist \d+$/ });
  await expect(failures.first()).toBeVisible();
  const known = await failures.count();
  await admin.getByRole('button', { name: 'Lägg till en brist' }).click();
  await expect(failures).toHaveCount(known + 1);
  const added = failures.last();
  await added.getByLabel('Kriterier i WCAG').fill('2.1.1; tangentbord');
  await admin.getByRole('button', { name: 'Spara och visa på webbplatsen' }).click();
  await expect(admin.getByRole('link', { name: /Vad fungerar inte\?: Fyll i fältet/ })).toBeVisible();
  await expect(admin.getByRole('link', { name: /Skriv kriterier som 1\.3\.1/ })).toBeVisible();

  await added.getByLabel('Svenska').first().fill(words);
  await added.getByLabel('Svenska').nth(1).fill('Under Kontakt');
  await added.getByLabel('Kriterier i WCAG').fill('2.1.1');
  await admin.reload();
  await expect(added.getByLabel('Svenska').first()).toHaveValue(words);
  await admin.getByRole('button', { name: 'Spara och visa på webbplatsen' }).click();
  await expect(admin.getByRole('status').filter({ hasText: /Sparad som version \d/ })).toBeVisible();

  await admin.getByRole('link', { name: 'Se redogörelsen på webbplatsen' }).click();
  await expect(admin.getByText(words)).toBeVisible();
  await expect(admin.getByRole('link', { name: 'Anmäl bristande tillgänglighet till Digg' })).toBeVisible();
  await publicPage(admin, '/en/tillganglighet');
  await expect(admin.locator('[lang="sv"]').filter({ hasText: words }).first()).toBeVisible();
});
