import { expect, type Page, test } from '@playwright/test';
import { browserOf } from './people.js';

interface Reports {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

/** The reports with which somebody has come as far as to a review, as the person sees them. */
async function underReview(page: Page): Promise<string[]> {
  const response = await page.request.get('/api/v1/reports?mine=true&limit=100');
  const { items } = (await response.json()) as Reports;
  return items.filter(({ state }) => ['submitted', 'endorsed', 'returned'].includes(state)).map(({ id }) => id);
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/app/rapporter/${id}/granska`);
  await expect(page.locator('ms-review-subject').first()).toBeAttached();
}

/** How high the page is, and what there is on it to read: targets and comments, and fields that are not folded away. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const seen = (selector: string): number =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
    return {
      height: document.documentElement.scrollHeight,
      parts: document.querySelectorAll('ms-review-subject').length + seen('ms-field-comment'),
      fields: seen('ms-review-field'),
      folded: document.querySelectorAll('ms-review-field').length - seen('ms-review-field'),
    };
  });

// What a page may take up: its frame, each target or comment, and each field. It was more than twice as much when every
// field stood open, with its chart below.
const ROOM = [
  { width: 1280, frame: 400, part: 160, field: 70 },
  { width: 360, frame: 480, part: 190, field: 115 },
];

test('a review is as long as what there is to read', async ({ browser }) => {
  const { page } = await browserOf(browser, 'coordinator');
  const ids = await underReview(page);
  expect(ids.length).toBeGreaterThan(2);
  for (const { width, frame, part, field } of ROOM) {
    await page.setViewportSize({ width, height: 800 });
    for (const id of ids) {
      await open(page, id);
      const { height, parts, fields, folded } = await measured(page);
      expect(folded).toBeGreaterThan(0);
      expect({ width, id, height: height <= frame + part * parts + field * fields ? 'fits' : height }).toEqual({
        width,
        id,
        height: 'fits',
      });
    }
  }
});

test('a manager’s comments survive a closed browser, and the focus is never lost or covered', async ({ browser }) => {
  const { page, context } = await browserOf(browser, 'manager-1');
  const [id] = await page.request
    .get('/api/v1/reports?mine=true&limit=100&state=submitted')
    .then(async (response) => ((await response.json()) as Reports).items.map((report) => report.id));
  await open(page, id ?? '');

  await test.step('j and k walk the changes, and the decision comes last', async () => {
    const changes = page.locator('section > ms-review-subject h2');
    await page.keyboard.press('j');
    await expect(changes.first()).toBeFocused();
    await page.keyboard.press('j');
    await expect(changes.nth(1)).toBeFocused();
    await expect(page.getByRole('checkbox', { name: /^Läst/ }).first()).toBeChecked();
    await page.keyboard.press('k');
    await expect(changes.first()).toBeFocused();
    for (let left = await changes.count(); left > 0; left--) await page.keyboard.press('j');
    await expect(page.getByRole('heading', { name: 'Beslut', exact: true })).toBeFocused();
  });

  await test.step('whatever takes the focus is clear of the foot', async () => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.locator('h1').evaluate((heading: HTMLElement) => heading.focus());
    const covered: string[] = [];
    for (let at = ''; at !== 'foot';) {
      await page.keyboard.press('Tab');
      at = await page.evaluate(() => {
        const focused = document.activeElement!;
        const foot = document.querySelector('ms-decision-panel')!;
        if (foot.contains(focused)) return 'foot';
        const { top, bottom } = focused.getBoundingClientRect();
        const isClear = top >= 0 && bottom <= foot.getBoundingClientRect().top + 1;
        return isClear ? 'clear' : `covered: ${focused.textContent?.trim().slice(0, 40)}`;
      });
      if (at.startsWith('covered')) covered.push(at);
    }
    expect(covered).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  const comment = page.getByRole('button', { name: /^Kommentera \w+ Kommentar$/ }).first();
  await test.step('each act on a comment leaves the focus where the work goes on', async () => {
    await comment.click();
    await expect(page.getByRole('textbox', { name: 'Din kommentar' })).toBeFocused();
    await page.getByRole('button', { name: 'Föreslå en lydelse' }).click();
    await expect(page.getByRole('textbox', { name: 'Föreslagen lydelse' })).toBeFocused();
    await page.getByRole('button', { name: 'Ta bort kommentaren' }).click();
    await expect(comment).toBeFocused();
    await comment.click();
    const field = page.getByRole('textbox', { name: 'Din kommentar' });
    const place = async () => Math.round((await field.boundingBox())!.y);
    const before = await place();
    await field.pressSequentially('Vilka mottagare saknas?');
    expect(await place()).toBe(before);
    await page.getByRole('button', { name: /^Återsänd/ }).click();
    await expect(page.getByRole('textbox', { name: /^Skäl/ })).toBeFocused();
    await page.keyboard.type('En fråga.');
  });

  await test.step('it is there again, for the one who wrote it and nobody else', async () => {
    const state = await context.storageState();
    await context.close();
    const again = await (await browser.newContext({ storageState: state })).newPage();
    await open(again, id ?? '');
    await expect(again.getByRole('textbox', { name: 'Din kommentar' })).toHaveValue('Vilka mottagare saknas?');
    await expect(again.getByRole('textbox', { name: /^Skäl/ })).toHaveValue('En fråga.');
    const { origins } = state;
    const other = await browserOf(browser, 'coordinator', { cookies: [], origins });
    await open(other.page, id ?? '');
    await expect(other.page.getByRole('region', { name: 'Beslut' })).toBeVisible();
    await expect(other.page.getByRole('textbox', { name: 'Din kommentar' })).toHaveCount(0);
    await expect(other.page.getByText('Läst 0 av')).toBeVisible();
  });
});
