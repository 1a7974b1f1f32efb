import { expect, type Locator, type Page, test } from '@playwright/test';

const shown = (page: Page, figure: number): Locator => page.locator('figure').nth(figure).locator('ms-chart:visible');
const walkOf = (chart: Locator): Locator => chart.getByRole('application');
const saidIn = async (chart: Locator): Promise<string> =>
  ((await chart.getByRole('status').textContent()) ?? '').replaceAll('\u00a0', ' ');

/** The boxes of two elements of a drawing, as the screen has them. */
const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not shown');
  return box;
};

for (const width of [360, 1280]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('a series is one tab stop, walked with arrow keys, each value said', async ({ page }) => {
      await page.goto('/mal/L1');
      await page.locator('figure').nth(0).locator('summary').focus();
      await page.keyboard.press('Tab');
      const chart = shown(page, 1);
      await expect(walkOf(chart)).toBeFocused();
      await expect(chart.getByText('Gå mellan värdena med piltangenterna.')).toBeVisible();
      const press = async (key: string): Promise<string> => {
        await page.keyboard.press(key);
        return saidIn(chart);
      };
      expect(await press('ArrowRight')).toMatch(/^Kvartal 1 2021: [\d ,]+ recept/);
      expect(await press('ArrowRight')).toMatch(/^Kvartal 2 2021: /);
      expect(await press('ArrowLeft')).toMatch(/^Kvartal 1 2021: /);
      expect(await press('End')).toMatch(/^Kvartal \d 202[5-9]: .*; /);
      expect(await press('Home')).toMatch(/^Kvartal 1 2021: /);
      const [cursor, svg] = [await boxOf(chart.locator('.cursor')), await boxOf(chart.locator('svg'))];
      expect(cursor.x + cursor.width).toBeLessThan(svg.x + svg.width / 2);
      expect(await press('Escape')).toBe('');
      await expect(chart.locator('.cursor')).toHaveCount(0);
      await page.keyboard.press('End');
      await page.keyboard.press('Tab');
      await expect(page.locator('figure').nth(1).locator('summary')).toBeFocused();
      expect(await saidIn(chart)).toBe('');
    });

    test('in the verdicts, up and down lead to the same period of another area', async ({ page }) => {
      await page.goto('/rapporter/2024');
      const chart = shown(page, 0);
      await walkOf(chart).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      const first = await saidIn(chart);
      await page.keyboard.press('ArrowDown');
      const below = await saidIn(chart);
      const periodIn = (said: string): string => /, ([^:]+): /.exec(said)?.[1] ?? '';
      expect(periodIn(first)).toMatch(/20\d\d/);
      expect(periodIn(below)).toBe(periodIn(first));
      expect(below.split(',')[0]).not.toBe(first.split(',')[0]);
      await page.keyboard.press('ArrowUp');
      expect(await saidIn(chart)).toBe(first);
      await page.keyboard.press('ArrowUp');
      expect(await saidIn(chart)).toBe(first);
    });

    test('the parts of a figure are said with their share, also under the pointer', async ({ page }) => {
      await page.goto('/mal/L3');
      const chart = shown(page, 2);
      const part = chart.locator('.part-1').first();
      await part.scrollIntoViewIfNeeded();
      const { x, y, width: wide, height } = await boxOf(part);
      await page.mouse.move(x + wide / 2, y + height / 2);
      expect(await saidIn(chart)).toMatch(/^B, .+: [\d ]+ kg, \d+ % av [\d ]+ kg$/);
      await page.locator('h1').hover();
      expect(await saidIn(chart)).toBe('');
    });

    test('nothing moves when the script has come', async ({ browser }) => {
      const tops: number[][] = [];
      for (const javaScriptEnabled of [false, true]) {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
        const page = await context.newPage();
        await page.goto('/malomraden/lakemedel');
        if (javaScriptEnabled) await page.locator('.walk').first().waitFor({ state: 'attached' });
        const boxes = await Promise.all((await page.locator('summary, h2').all()).map(boxOf));
        tops.push(boxes.map(({ y }) => Math.round(y)));
        await context.close();
      }
      expect(tops[1]).toEqual(tops[0]);
      expect(tops[0]?.length).toBeGreaterThan(5);
    });
  });
}

test('in system colours no part looks like its neighbour', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/mal/L3');
  const chart = shown(page, 2);
  const looks = await chart.locator('svg').evaluate((svg) =>
    [...svg.querySelectorAll('[class^="part-"]:not(.part-texture)')].map((part) => {
      const next = part.nextElementSibling;
      const texture = next?.classList.contains('part-texture') ? next.getAttribute('d') : '';
      // The way the lines run, whatever the size: of the first line, how far it goes across and down.
      const [, x = 0, y = 0, way = '', toX = 0, toY = 0] =
        /^M(-?[\d.]+) (-?[\d.]+)([LvhH])(-?[\d.]+)? ?(-?[\d.]+)?/.exec(texture ?? '') ?? [];
      const slope = way === 'L' ? Math.sign((Number(toX) - Number(x)) * (Number(toY) - Number(y))) : way;
      return `${getComputedStyle(part).fill} ${slope}`;
    }),
  );
  const bar = looks.slice(0, looks.length / 2);
  expect(bar.length).toBeGreaterThan(2);
  bar.forEach((look, index) => expect(look).not.toBe(bar[index + 1]));
});

test.describe('on paper', () => {
  for (const path of ['/rapporter/2024-Q4', '/malomraden/lakemedel', '/mal/L3']) {
    test(`${path}: dark on white, nothing cut off, what is folded where it matters`, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      // A4 less its margins.
      await page.setViewportSize({ width: 672, height: 986 });
      await page.goto(path);
      const seen = await page.evaluate(() => {
        const luminance = (colour: string): number => {
          const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
          return Math.round((0.2126 * r + 0.7152 * g + 0.0722 * b) / 2.55) / 100;
        };
        const width = document.documentElement.clientWidth;
        const visible = [...document.querySelectorAll('main *')].filter((each) => each.checkVisibility());
        return {
          ground: luminance(getComputedStyle(document.body).backgroundColor),
          pale: visible
            .filter((each) => each.matches('p, li, td, th, h1, h2, h3, figcaption'))
            .filter((each) => luminance(getComputedStyle(each).color) > 0.45)
            .map((each) => each.textContent.slice(0, 80)),
          paleText: visible
            .filter((each) => each.matches('ms-chart text'))
            .filter((each) => luminance(getComputedStyle(each).fill) > 0.45)
            .map((each) => each.textContent.slice(0, 80)),
          outside: visible
            .filter((each) => each.matches('p, li, td, th, h1, h2, h3, figcaption, svg'))
            .filter((each) => each.getBoundingClientRect().right > width + 1)
            .map((each) => each.textContent.slice(0, 80)),
          broken: [...document.querySelectorAll('ms-chart, figcaption')].filter(
            (each) => getComputedStyle(each).breakInside !== 'avoid',
          ).length,
          tables: visible.filter((each) => each.matches('figure table')).length,
          charts: visible.filter((each) => each.matches('ms-chart svg')).length,
          narrow: visible.filter((each) => each.matches('ms-chart.narrow')).length,
        };
      });
      expect(seen).toMatchObject({ ground: 1, pale: [], paleText: [], outside: [], broken: 0, narrow: 0 });
      expect(seen.charts).toBeGreaterThan(0);
      expect(seen.tables).toBe(path === '/mal/L3' ? 3 : 0);
    });
  }
});
