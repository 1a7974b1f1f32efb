import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { gluedTexts } from './glued-texts.js';
import { browserOf, type PersonKey } from './people.js';
import { goTo, places } from './places.js';

const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark'] as const;
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const visits = new Map<PersonKey, { page: Page; context: BrowserContext; faults: string[] }>();

test.afterAll(async () => {
  for (const { context } of visits.values()) await context.close();
});

for (const place of places) {
  test(`${place.name}: nothing for axe, no sideways scrolling, no words run together, no broken rule of the page's own`, async ({
    browser,
  }) => {
    let visit = visits.get(place.as);
    if (!visit) {
      const faults: string[] = [];
      const opened = await browserOf(browser, place.as);
      opened.page.on('console', (message) => {
        if (/Content Security Policy|violates/i.test(message.text())) faults.push(message.text());
      });
      opened.page.on('pageerror', (error) => faults.push(error.message));
      visit = { ...opened, faults };
      visits.set(place.as, visit);
    }
    const { page, faults } = visit;
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        if (colorScheme === 'light') await goTo(page, place);
        const seen = `${place.name}, ${width} px, ${colorScheme}`;
        const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
        expect({ seen, found }).toEqual({ seen, found: [] });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ seen, overflow }).toEqual({ seen, overflow: 0 });
      }
    }
    expect(await gluedTexts(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
}
