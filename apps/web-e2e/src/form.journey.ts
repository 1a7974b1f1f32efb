import { expect, type Page, test } from '@playwright/test';
import { focusedId } from './focus.js';
import { browserOf } from './people.js';

const SAVES_PER_STEP = 4;

/** Where the focused control stands on the screen, in whole pixels. */
const focusedTop = (page: Page): Promise<number> =>
  page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? Number.NaN));

/** Counts the drafts that have reached the server. */
function savesOf(page: Page): { more(than: number): Promise<void>; readonly count: number } {
  let count = 0;
  page.on('response', (response) => {
    if (response.request().method() === 'PUT' && response.ok()) count += 1;
  });
  return {
    get count() {
      return count;
    },
    more: (than) => expect.poll(() => count).toBeGreaterThan(than),
  };
}

async function reportOf(page: Page, state: string): Promise<string> {
  const response = await page.request.get(`/api/v1/reports?mine=true&state=${state}`);
  const { items } = (await response.json()) as { items: { id: string }[] };
  return `/app/rapporter/${items[0]!.id}`;
}

/** Types with real keys until several saves have been seen; the field keeps the focus, its words and its place. */
async function typeAcrossSaves(page: Page, saves: ReturnType<typeof savesOf>, field: string): Promise<void> {
  const top = await focusedTop(page);
  let typed = '';
  for (let save = 0; save < SAVES_PER_STEP; save += 1) {
    const before = saves.count;
    typed += `ord ${save} `;
    await page.keyboard.type(`ord ${save} `, { delay: 30 });
    await saves.more(before);
    expect(await focusedId(page)).toBe(field);
    expect(await focusedTop(page)).toBe(top);
  }
  expect((await page.locator(`#${field}`).inputValue()).endsWith(typed)).toBe(true);
}

test('every link to a field leads there once, and what is typed afterwards stays where it is', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'owner-4');
  const saves = savesOf(page);
  const report = await reportOf(page, 'returned');

  await page.goto(`${report}/kontroll`);
  const links = page.locator('ms-entry-reading .change a, ms-verdict-reading .change a, ms-open-checks a');
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const seen = new Set<string>();
  for (const address of addresses) {
    const [, step = '', field = ''] = /mal=([^#]+)#(.+)$/.exec(address) ?? [];
    await test.step(`${step} ${field}`, async () => {
      await page.locator(`a[href="${address}"]`).first().click();
      await page.locator('#step-title').waitFor();
      // Of a question with choices, the chosen one.
      await expect
        .poll(() =>
          page.evaluate((id) => document.activeElement?.closest(`#${id}, fieldset:has(#${id})`) !== null, field),
        )
        .toBe(true);
      if (!seen.has(step)) {
        seen.add(step);
        const chosen = await page.locator('input[type="radio"]:checked').first().getAttribute('value');
        const text = step === 'bedomning' ? 'field-explanation' : 'field-comment';
        await page.locator(`#${text}`).click();
        await page.keyboard.press('Control+End');
        await typeAcrossSaves(page, saves, text);
        expect(await page.locator('input[type="radio"]:checked').first().getAttribute('value')).toBe(chosen);
      }
      await page.goBack();
      await links.first().waitFor();
    });
  }
  expect(seen.size).toBe(5);
  await context.close();
});

test('the focus is never lost, and the field in which one types never moves', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'owner-4');
  const saves = savesOf(page);
  const report = await reportOf(page, 'returned');
  await page.goto(`${report}?mal=I1`);
  const value = page.getByRole('textbox', { name: /kvartal 4 2025/ });
  await value.waitFor();

  await test.step('a warning that comes and goes while one types, and under Tab', async () => {
    await value.click();
    const [top, was] = [await focusedTop(page), await value.inputValue()];
    await page.keyboard.press('Control+A');
    await page.keyboard.type('99', { delay: 30 });
    const warning = page.locator('ms-soft-check').first();
    await warning.waitFor();
    expect(await focusedTop(page)).toBe(top);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(was, { delay: 30 });
    await page.keyboard.press('Tab');
    await expect(warning).toHaveCount(0);
    expect(await focusedId(page)).not.toBe('nothing');
    await page.locator('#field-comment').click();
    const place = await focusedTop(page);
    const before = saves.count;
    await page.keyboard.type('.', { delay: 30 });
    await saves.more(before);
    expect(await focusedTop(page)).toBe(place);
  });

  await test.step('a warning that comes above the field one has gone on to', async () => {
    await value.click();
    const was = await value.inputValue();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('99');
    await page.locator('#field-comment').click();
    const place = await focusedTop(page);
    await page.locator('ms-soft-check').first().waitFor();
    expect(await focusedTop(page)).toBe(place);
    await value.fill(was);
  });

  await test.step('every act that takes its own control away', async () => {
    const act = async (name: RegExp | string): Promise<void> => {
      const button = await page.getByRole('button', { name }).first().elementHandle();
      await button?.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => button?.evaluate((element) => element.isConnected)).toBe(false);
      expect(await focusedId(page)).not.toBe('nothing');
    };
    await value.fill('');
    await act('Utfallet saknas');
    await expect.poll(() => focusedId(page)).toBe('field-noValueReason');
    await act(/^Samma som förra kvartalet Utfall/);
    await act(/Stämmer fortfarande/);
    const reply = page.getByRole('textbox', { name: 'Ditt svar' }).first();
    await reply.fill('Det är rättat.');
    await act('Svara');
    await expect(page.getByText('Det är rättat.').first()).toBeVisible();
  });
  await context.close();
});

test('a target takes three clicks at most, besides what is typed', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'owner-6');
  await page.addInitScript(() => {
    // Those that the keyboard makes have no detail.
    addEventListener(
      'click',
      ({ detail }) => {
        const { dataset } = document.documentElement;
        dataset['clicks'] = String(Number(dataset['clicks'] ?? 0) + Number(detail > 0));
      },
      true,
    );
  });
  const clicks = (): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset['clicks'] ?? 0));
  const report = await reportOf(page, 'draft');
  await page.goto(`${report}?mal=L1`);
  await page.locator('#step-title').waitFor();
  const counts: string[] = [];
  for (const target of ['L1', 'L2', 'L3']) {
    const before = await clicks();
    await expect(page.locator('#step-title')).toContainText(target);
    await page.getByRole('radio', { name: /På rätt väg/ }).click();
    const number = page.getByRole('textbox', { name: /kvartal 4 2025/ });
    for (let tabs = 0; tabs < 4 && !(await number.evaluate((field) => field === document.activeElement)); tabs += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1');
    await page.locator('#field-comment').click();
    await page.keyboard.type('Arbetet går vidare.');
    await page.getByRole('button', { name: /^Spara och/ }).click();
    const next = target === 'L3' ? 'field-verdict' : 'field-assessment';
    await expect
      .poll(() => page.evaluate((id) => document.activeElement?.closest(`fieldset:has(#${id})`) !== null, next))
      .toBe(true);
    counts.push(`${target}: ${(await clicks()) - before}`);
    expect((await clicks()) - before).toBeLessThanOrEqual(3);
  }
  console.log(`clicks besides typing: ${counts.join(', ')}`);
  await context.close();
});
