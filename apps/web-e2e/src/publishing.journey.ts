import { expect, test } from '@playwright/test';
import { browserOf } from './people.js';

const PERIOD = '2023-Q2';
const FOREWORD = 'Det här kvartalet bytte vi ut de sista dieselbilarna.';

test('the coordinator writes, looks at the very page, publishes, and the public reads it', async ({ browser }) => {
  const { page: coordinator, context } = await browserOf(browser, 'coordinator');
  await coordinator.goto(`/app/publicering/${PERIOD}`);
  const preview = coordinator.frameLocator('iframe');
  await expect(preview.locator('h1')).toContainText('kvartal 2 2023');

  await test.step('what is written shows in the preview when it is asked to', async () => {
    await coordinator.getByLabel('Varför kommer en ny version?').fill('Förordet saknades.');
    await coordinator.getByLabel('Förord', { exact: true }).fill(FOREWORD);
    await expect(coordinator.getByText('Något har ändrats sedan förhandsgranskningen gjordes.')).toBeVisible();
    // What nobody has looked at is not published.
    await expect(coordinator.getByRole('button', { name: 'Publicera', exact: true })).toBeDisabled();
    await expect(coordinator.getByText('Inget hindrar publicering.')).toBeHidden();
    const publishing = coordinator.locator('ms-confirm-publish');
    await publishing.getByRole('button', { name: 'Visa med ändringarna' }).click();
    await expect(coordinator.getByRole('heading', { name: 'Förhandsgranskning' })).toBeFocused();
    await expect(preview.getByText(FOREWORD)).toBeVisible();
    await expect(coordinator.getByText('Förhandsgranskningen visar det som publiceras.')).toBeVisible();
    await expect(coordinator.getByText('Inget hindrar publicering.')).toBeVisible();
    await coordinator.getByRole('button', { name: 'Engelska' }).click();
    await expect(preview.locator('html')).toHaveAttribute('lang', 'en');
  });

  await test.step('a link in the preview opens beside the app, a file is the preview’s own', async () => {
    const opened = context.waitForEvent('page');
    await preview.getByRole('link', { name: 'About the figures' }).first().click();
    await expect((await opened).locator('h1')).toBeVisible();
    const fetched = context.waitForEvent('response', (response) => /\/previews\/.+-v2\.pdf$/.test(response.url()));
    await preview.getByRole('link', { name: /PDF/ }).first().click();
    expect((await fetched).status()).toBe(200);
  });

  await test.step('nothing of it is public yet', async () => {
    expect((await coordinator.request.get(`/rapporter/${PERIOD}/v2`)).status()).toBe(404);
  });

  await test.step('the period typed, it is published', async () => {
    await coordinator.getByLabel(/Skriv 2023-Q2/).fill(PERIOD);
    await coordinator.getByRole('button', { name: 'Publicera', exact: true }).click();
    await expect(coordinator.locator('h1')).toHaveText('Rapporten är publicerad');
  });

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await test.step('everybody can read it, and the old version leads to the new', async () => {
    await visitor.goto(`/rapporter/${PERIOD}`);
    await expect(visitor.getByText(FOREWORD)).toBeVisible();
    await visitor.goto(`/rapporter/${PERIOD}/v1`);
    await expect(visitor.getByText(FOREWORD)).toHaveCount(0);
    await visitor.getByRole('link', { name: 'Till den nyaste versionen' }).first().click();
    await expect(visitor.getByText('Förordet saknades.')).toBeVisible();
    await visitor.getByRole('link', { name: 'Se vad som har ändrats' }).first().click();
    await expect(visitor.getByText(FOREWORD)).toBeVisible();
  });
});
