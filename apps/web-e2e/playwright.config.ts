import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/lib/browser.mjs';

const browser = await findBrowser();

/** Journeys in a real browser, on the whole of Målspår with its demo plan. One at a time: they share its reports. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.journey.ts',
  outputDir: '../../test-results/journeys',
  globalSetup: './src/global-setup.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  forbidOnly: true,
  use: {
    baseURL: process.env['MALSPAR_ORIGIN'],
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    launchOptions: browser,
    screenshot: 'only-on-failure',
  },
});
