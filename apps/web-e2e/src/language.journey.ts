import { expect, test } from '@playwright/test';
import { browserOf } from './people.js';

test('the language is changed without a reload and remembered', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'viewer');
  await page.goto('/app/mal/R1');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('link', { name: 'The plan' }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'The plan' }).first()).toBeVisible();
  await context.close();
});

test('Ctrl+K finds a target by a few letters', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'viewer');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('matsv');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/app\/mal\/M3$/);
  await context.close();
});
