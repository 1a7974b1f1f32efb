import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/lib/browser.mjs';

const browser = await findBrowser();

/** Journeys that only look: they can go two at a time, and before those that change what there is to see. */
const LOOKING = /(accessibility|asking|charts|hostile-texts|open-data|public-site)\.journey\.ts$/;

/** Journeys in a real browser, on the whole of Målspår with its demo plan; those that act share its reports. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.journey.ts',
  outputDir: '../../test-results/journeys',
  globalSetup: './src/global-setup.ts',
  workers: 2,
  projects: [
    { name: 'looking', testMatch: LOOKING, fullyParallel: true },
    { name: 'acting', testIgnore: LOOKING, dependencies: ['looking'], workers: 1 },
  ],
  // For a machine that is slow and busy; what hangs is found all the same.
  timeout: 300_000,
  expect: { timeout: 60_000 },
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
