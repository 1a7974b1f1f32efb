import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.js';
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

/** A page that is faulty in the dark, at 320 pixels and in its frame; each fault is there and nowhere else. */
const FAULTY = `<!doctype html><html lang="sv"><head><title>Fel</title><style>
  @media (prefers-color-scheme: dark) { #dim { color: #777; background: #666 } }
  button { display: block; width: 60px; height: 40px; margin: 0 }
  @media (max-width: 400px) { #small, #close { width: 12px; height: 12px; padding: 0 } }
</style></head><body><main><h1>Fel</h1><p id="dim">Text</p><button id="small">A</button><button id="close">B</button>
FRAME</main></body></html>`;
const FRAME = `<iframe title="Ram" srcdoc="<html lang='sv'><title>Ram</title><main aria-label='Ram'><h1>Ram</h1><img src='data:,'></main>"></iframe>`;

test('axe finds what is wrong in the dark alone, at 320 px alone, and in a frame', async ({ page }) => {
  const found: Record<string, string[]> = {};
  for (const frame of ['', FRAME]) {
    await page.setContent(FAULTY.replace('FRAME', frame));
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const faults = await axeFaults(page, { tags: STANDARDS });
        found[`${width} px, ${colorScheme}${frame && ', frame'}`] = [
          ...new Set(faults.map((fault) => fault.split(':')[0]!)),
        ].sort();
      }
    }
  }
  expect(found).toEqual({
    '320 px, light': ['target-size'],
    '1280 px, light': [],
    '320 px, dark': ['color-contrast', 'target-size'],
    '1280 px, dark': ['color-contrast'],
    '320 px, light, frame': ['image-alt', 'target-size'],
    '1280 px, light, frame': ['image-alt'],
    '320 px, dark, frame': ['color-contrast', 'image-alt', 'target-size'],
    '1280 px, dark, frame': ['color-contrast', 'image-alt'],
  });
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
        const found = await axeFaults(page, { tags: STANDARDS });
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
