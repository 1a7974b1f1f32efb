import { expect, type Page, test } from '@playwright/test';
import { browserOf } from './people.js';

const AREA = 'Resor och transporter';

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kontrollera och skicka in' }).click();
  await page.getByRole('button', { name: 'Skicka in till granskning' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inskickad till granskning' })).toBeVisible();
}

test('a quarter from the first figure to the approval, by three people', async ({ browser }) => {
  const { page: owner } = await browserOf(browser, 'owner-1');

  await test.step('the owner fills in what is missing', async () => {
    await owner.getByRole('link', { name: /Fortsätt/ }).click();
    await expect(owner.getByRole('heading', { level: 1, name: AREA })).toBeVisible();
    await owner.getByRole('radio', { name: /På rätt väg/ }).check();
    await owner.getByRole('textbox', { name: /kvartal 4 2025/ }).fill('89,0');
    await owner.getByRole('textbox', { name: /Vad har hänt/ }).fill('Fler elbilar har levererats under hösten.');
    // 89,0 is short of the target in its last quarter: that is asked about.
    await expect(owner.getByText(/målåret 2025 är slut/)).toBeVisible();
    await owner
      .getByRole('textbox', { name: /förklaring till granskaren/ })
      .fill('De sista leveranserna räknas in i januari.');
    await owner.getByRole('button', { name: 'Spara och gå till R4' }).click();

    await owner.getByRole('radio', { name: /Uppnått/ }).check();
    await owner.getByRole('textbox', { name: /2025/ }).fill('34');
    await owner.getByRole('textbox', { name: /Vad har hänt/ }).fill('Resvaneundersökningen visar att målet är nått.');
    await owner.keyboard.press('Control+Enter');

    await owner.getByRole('radio', { name: /Till stor del enligt plan/ }).check();
    await owner
      .getByRole('textbox', { name: /Varför bedömer du så/ })
      .fill('Tre av fyra mål är nått eller på rätt väg.');
    await owner.getByRole('button', { name: 'Spara och gå till Hela 2025' }).click();

    // The year is asked about by itself, with the quarter's answers beside: all of them in one click, one of them changed.
    await owner
      .getByRole('button', { name: /kvartal 4 2025/ })
      .first()
      .click();
    const year = owner.getByRole('group', { name: /Målbedömning av R3 för hela 2025/ });
    await expect(year.getByRole('radio', { name: 'På rätt väg' })).toBeChecked();
    await year.getByRole('radio', { name: 'Osäkert' }).check();
    await owner.getByRole('textbox', { name: /Kommentar till året, R3/ }).fill('Leveranserna kom sent på året.');
    await expect(owner.getByRole('status').filter({ hasText: /Sparat \d/ })).toBeVisible();
    await submit(owner);
  });

  const { page: manager } = await browserOf(browser, 'manager-1');
  await test.step('the manager asks about a figure and returns the report', async () => {
    await manager.goto('/app/granskning');
    await manager.getByRole('link', { name: new RegExp(AREA) }).click();
    await expect(manager.getByRole('heading', { level: 1, name: AREA })).toBeVisible();
    await manager.getByRole('button', { name: 'Kommentera R3 Utfall' }).click();
    await manager.getByRole('textbox', { name: 'Din kommentar' }).fill('Ingår de leasade bilarna?');
    await manager.getByRole('button', { name: 'Återsänd med 1 kommentar' }).click();
    await expect(manager.getByRole('textbox', { name: /Skäl för att återsända/ })).toBeFocused();
    await manager.getByRole('textbox', { name: /Skäl för att återsända/ }).fill('En fråga om utfallet för R3.');
    await manager.getByRole('button', { name: 'Återsänd med 1 kommentar' }).click();
    await expect(manager.getByText(/återsän/i).first()).toBeVisible();
    await expect(manager.locator('ms-page-header ms-state-badge')).toHaveText('Återsänd');
    await expect(manager.getByRole('region', { name: 'Beslut' })).toHaveCount(0);
  });

  await test.step('the owner answers and submits again', async () => {
    await owner.goto('/app/');
    await expect(owner.getByText('Återsänd av Lars Bergström: En fråga om utfallet för R3.')).toBeVisible();
    await owner.getByRole('link', { name: /Besvara/ }).click();
    await expect(owner.getByRole('region', { name: /Återsänd av Lars Bergström/ })).toContainText(
      'En fråga om utfallet för R3.',
    );
    await expect(owner.getByText('Ingår de leasade bilarna?').first()).toBeVisible();
    await owner.getByRole('textbox', { name: /svar/i }).fill('Ja, alla leasade bilar ingår.');
    await owner.getByRole('button', { name: /Svara/ }).click();
    await expect(owner.getByText('Ja, alla leasade bilar ingår.').first()).toBeVisible();
    await submit(owner);
  });

  await test.step('the manager endorses', async () => {
    await manager.goto('/app/granskning');
    await manager.getByRole('link', { name: new RegExp(AREA) }).click();
    await expect(manager.getByText('Ja, alla leasade bilar ingår.')).toBeVisible();
    await manager.getByRole('button', { name: 'Kommentera R3 Utfall' }).click();
    await manager.getByRole('textbox', { name: 'Din kommentar' }).fill('Tack, då är det klart.');
    await manager.getByRole('button', { name: 'Tillstyrk med 1 kommentar' }).click();
    await expect(manager.getByText(/tillstyrk/i).first()).toBeVisible();
  });

  const { page: coordinator } = await browserOf(browser, 'coordinator');
  await test.step('the coordinator approves', async () => {
    await coordinator.goto('/app/oversikt');
    const row = coordinator.getByRole('row', { name: new RegExp(AREA) });
    await row.getByRole('link', { name: /Godkänn/ }).click();
    await coordinator.getByRole('button', { name: 'Godkänn', exact: true }).click();
    await expect(coordinator.getByText(/godkän/i).first()).toBeVisible();
    await coordinator.goto('/app/oversikt');
    await expect(row.getByText('Godkänd', { exact: true })).toBeVisible();
  });

  await test.step('the history tells all of it', async () => {
    await coordinator
      .getByRole('row', { name: new RegExp(AREA) })
      .getByRole('link', { name: /Historik/ })
      .click();
    for (const name of ['Anna Lindqvist', 'Lars Bergström', 'Ingrid Wallin']) {
      await expect(coordinator.getByText(name).first()).toBeVisible();
    }
    for (const said of ['En fråga om utfallet för R3.', 'Tack, då är det klart.']) {
      await expect(coordinator.getByText(said)).toBeVisible();
    }
  });
});
