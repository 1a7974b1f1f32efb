import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.js';
import { expectFocusKept } from './focus.js';
import { browserOf } from './people.js';

/** What is written faster than anybody writes is put aside. */
const HUMAN = { delay: 80 };

async function expectSound(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const seen = `${name}, ${width} px, ${colorScheme}`;
      const found = await axeFaults(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ seen, found, overflow }).toEqual({ seen, found: [], overflow: 0 });
    }
  }
}

test('a visitor without scripts answers, writes, is thanked; the coordinator reads it and puts it away', async ({
  browser,
}) => {
  const words = `Vad är ett basår? (${Date.now().toString(36)}) Ring 070-123 45 67.`;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await context.newPage();
  await visitor.goto('/rapporter/2024-Q4/v1');
  await expect(visitor.getByRole('group', { name: 'Hjälpte sidan dig?' })).toBeVisible();
  await expect(visitor.locator('[name=subject]')).toBeHidden();
  await visitor.getByRole('button', { name: 'Nej' }).click();
  await expect(visitor).toHaveURL(/\/tack\?kvitto=/);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Tack för ditt svar');
  await visitor.getByLabel(/Vad kan bli bättre/).pressSequentially(words, HUMAN);
  await visitor.getByRole('button', { name: 'Skicka synpunkten' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Tack för din synpunkt');
  await expect(visitor.getByText('ett telefonnummer')).toBeVisible();
  await visitor.getByRole('link', { name: 'Tillbaka till sidan' }).click();
  await expect(visitor).toHaveURL(/\/rapporter\/2024-Q4\/v1$/);
  expect(await context.cookies()).toEqual([]);
  await context.close();

  const { page, context: own } = await browserOf(browser, 'coordinator');
  await page.getByRole('link', { name: 'Synpunkter' }).click();
  const kept = words.replace('070-123 45 67', '[telefonnummer]');
  const comment = page.getByRole('listitem').filter({ hasText: kept });
  await expect(comment.getByRole('link', { name: 'Rapport kvartal 4 2024, version 1' })).toBeVisible();
  await comment.getByRole('button', { name: 'Markera som läst' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'markerad som läst' })).toBeVisible();
  await expect(comment).toHaveCount(0);
  await expectFocusKept(page);
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expectFocusKept(page);
  await comment.getByRole('button', { name: 'Markera som läst' }).click();
  await expect(comment).toHaveCount(0);
  await page.getByRole('link', { name: /^Lästa/ }).click();
  await expect(comment).toContainText('Läst av');
  await own.close();
});

test('the question and what follows on it: nothing for axe, no sideways scrolling, not in print', async ({ page }) => {
  await page.goto('/en/mal/R1');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Did this page help you?')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Yes' }).click();
  await expectSound(page, 'thanks, with a field');
  await page.getByRole('link', { name: 'På svenska' }).click();
  await page.getByLabel(/Vad kan bli bättre/).pressSequentially('Mejla mig: anna@example.org', HUMAN);
  await page.getByRole('button', { name: 'Skicka synpunkten' }).click();
  await expectSound(page, 'thanks for words');
  await expect(page.getByRole('link', { name: 'Tillbaka till sidan' })).toHaveAttribute('href', '/en/mal/R1');
  await page.goto('/tack');
  await expectSound(page, 'thanks for nothing');
});

test('somebody who pastes too much is told and keeps it all, and the keyboard is enough', async ({ page }) => {
  await page.goto('/plan');
  await page.getByRole('button', { name: 'Ja' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByLabel(/Vad kan bli bättre/);
  const words = `${'Ett ord till. '.repeat(80)}Slut.`;
  await field.fill(words);
  await field.focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skicka synpunkten' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/kan ha högst 1\s000 tecken/)).toBeVisible();
  await expect(page.getByLabel(/Vad kan bli bättre/)).toHaveValue(words);
});
