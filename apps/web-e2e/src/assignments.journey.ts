import { expect, test } from '@playwright/test';
import { expectFocusKept } from './focus.js';
import { browserOf } from './people.js';

test('a coordinator adds a deputy, changes and ends the assignment, and takes that back; the focus is never lost', async ({
  browser,
}) => {
  const { page, context } = await browserOf(browser, 'coordinator');
  await page.goto('/app/uppdrag');
  const area = page.getByRole('article', { name: 'Läkemedel' });
  const said = (words: RegExp) => page.getByRole('status').filter({ hasText: words });

  await test.step('added by the keyboard alone', async () => {
    await area.getByRole('button', { name: /^Lägg till uppdrag för/ }).focus();
    await page.keyboard.press('Enter');
    const who = area.getByLabel('Vem');
    await expect(who).toBeFocused();
    await who.selectOption({ label: await who.locator('option', { hasText: 'Emma Sandström' }).innerText() });
    await area.getByLabel(/^Ersättare/).check();
    await area.getByRole('button', { name: 'Lägg till uppdraget' }).focus();
    await page.keyboard.press('Enter');
    await expect(said(/Emma Sandström/)).toBeVisible();
    await expectFocusKept(page);
  });

  await test.step('changed', async () => {
    await area.getByRole('button', { name: 'Ändra uppdraget för Emma Sandström' }).focus();
    await page.keyboard.press('Enter');
    await area.getByLabel('Sista dag').fill('2099-12-31');
    await area.getByRole('button', { name: 'Spara ändringen' }).focus();
    await page.keyboard.press('Enter');
    await expect(said(/är ändrat/)).toBeVisible();
    await expectFocusKept(page);
  });

  await test.step('ended, and taken back', async () => {
    await area.getByRole('button', { name: 'Avsluta uppdraget för Emma Sandström' }).focus();
    await page.keyboard.press('Enter');
    const undo = page.getByRole('button', { name: 'Ångra' });
    await expect(undo).toBeVisible();
    await expectFocusKept(page);
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect(area.getByRole('button', { name: 'Ändra uppdraget för Emma Sandström' })).toBeVisible();
    await expectFocusKept(page);
  });
  await context.close();
});
