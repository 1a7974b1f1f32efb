// What a visitor fetches, and whether anything moves while it comes: in a real browser, with nothing kept from before.
import { chromium } from '@playwright/test';
import { findBrowser } from '../lib/browser.mjs';

// As text: they run in the page.
const COUNT_SHIFTS = `
  globalThis.moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;
const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/**
 * @param {string} origin
 * @param {readonly string[]} paths
 * @returns {Promise<Record<string, {html: number, css: number, 'html + css': number, js: number, fonts: number, cls: number}>>}
 *   compressed bytes, as they went over the wire
 */
export async function siteSizes(origin, paths) {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    /** @type {Awaited<ReturnType<typeof siteSizes>>} */
    const sizes = {};
    for (const path of paths) sizes[path] = await sizeOf(browser, origin + path);
    return sizes;
  } finally {
    await browser.close();
  }
}

async function sizeOf(/** @type {import('@playwright/test').Browser} */ browser, /** @type {string} */ url) {
  // Secure contexts, and so brotli: localhost counts as one.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.addInitScript({ content: COUNT_SHIFTS });
  const bytes = { document: 0, stylesheet: 0, script: 0, font: 0 };
  const encodings = new Set();
  /** @type {Promise<void>[]} */
  const counted = [];
  page.on('requestfinished', (request) => {
    counted.push(
      (async () => {
        const type = request.resourceType();
        if (!(type in bytes)) return;
        const { responseBodySize } = await request.sizes();
        bytes[/** @type {keyof typeof bytes} */ (type)] += responseBodySize;
        const response = await request.response();
        if (type === 'document' || type === 'stylesheet')
          encodings.add(await response?.headerValue('content-encoding'));
      })(),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.keyboard.press('End');
  await page.evaluate(TWO_FRAMES);
  await Promise.all(counted);
  const cls = Number(await page.evaluate('moved'));
  await context.close();
  if (![...encodings].every((encoding) => encoding === 'br'))
    throw new Error(`${url} came as ${[...encodings].join()}`);
  const { document, stylesheet, script, font } = bytes;
  return { html: document, css: stylesheet, 'html + css': document + stylesheet, js: script, fonts: font, cls };
}
