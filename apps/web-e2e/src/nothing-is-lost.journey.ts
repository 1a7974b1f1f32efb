import { expect, type Page, test } from '@playwright/test';
import { browserOf } from './people.js';

// Läkemedel is untouched from the start; these journeys write in it and never submit.
const comment = (page: Page) => page.getByRole('textbox', { name: /Vad har hänt/ });
const saved = (page: Page) =>
  page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());

async function openForm(page: Page, target: string): Promise<void> {
  const response = await page.request.get('/api/v1/reports?mine=true&state=draft');
  const { items } = (await response.json()) as { items: { id: string }[] };
  await page.goto(`/app/rapporter/${items[0]!.id}?mal=${target}`);
  await comment(page).waitFor();
}

test('what is written is there after the tab was closed at once', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'owner-6');
  await openForm(page, 'L1');
  await comment(page).fill('Skrivet strax innan fliken stängdes.');
  // It returns before the page has said its farewell.
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  const again = await context.newPage();
  await openForm(again, 'L1');
  await expect(comment(again)).toHaveValue('Skrivet strax innan fliken stängdes.');
  await context.close();
});

test('what is written without a connection is sent when there is one', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'owner-6');
  await openForm(page, 'L2');
  await context.setOffline(true);
  await comment(page).fill('Skrivet på tåget.');
  await expect(page.getByText(/inte uppkopplad/).first()).toBeVisible();
  const sent = saved(page);
  await context.setOffline(false);
  await sent;
  await page.reload();
  await expect(comment(page)).toHaveValue('Skrivet på tåget.');
  await context.close();
});

test('two tabs that write the same field are shown both texts, and neither is lost', async ({ browser }) => {
  const { page: mine, context } = await browserOf(browser, 'owner-6');
  await openForm(mine, 'L3');
  const theirs = await context.newPage();
  await openForm(theirs, 'L3');
  const sent = saved(theirs);
  await comment(theirs).fill('Texten från den andra fliken.');
  await sent;
  await comment(mine).fill('Min egen text.');
  await expect(mine.getByText('Texten från den andra fliken.').first()).toBeVisible();
  await expect(mine.getByText('Min egen text.').first()).toBeVisible();
  await context.close();
});

test('a slip of a decimal is pointed out while typing', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'owner-6');
  await openForm(page, 'L1');
  await page.getByRole('textbox', { name: /kvartal 4 2025/ }).fill('2 600');
  await expect(page.getByText(/tio gånger/)).toBeVisible();
  await page.getByRole('textbox', { name: /kvartal 4 2025/ }).fill('260');
  await expect(page.getByText(/tio gånger/)).toBeHidden();
  await context.close();
});
