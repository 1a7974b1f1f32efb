import { basename } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/lib/browser.mjs';
import { LEFT_OUT, LOOKING, ON_THE_SECOND } from '../../tools/lib/journey-groups.mjs';

const browser = await findBrowser();

/** These have passed as they are. */
const leftOut = (process.env[LEFT_OUT] ?? '').split(' ').filter(Boolean);
const isLeftOut = leftOut.map((path) => `**/${basename(path)}`);

/** Set by the global setup before any journey is read; whoever names one that runs has one for all. */
const [first = '', second = first] = (process.env['MALSPAR_ORIGIN'] ?? '').split(' ');

/**
 * Journeys in a real browser, on the whole of Målspår with its demo plan. Those that act on the same stack share its
 * reports, and go one after the other in a given order.
 */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.journey.ts',
  outputDir: '../../test-results/journeys',
  globalSetup: './src/global-setup.ts',
  workers: first && first === second ? 1 : 2,
  projects: [
    { name: 'looking', testMatch: LOOKING, testIgnore: isLeftOut, fullyParallel: true },
    { name: 'acting', testIgnore: [LOOKING, ON_THE_SECOND, ...isLeftOut], dependencies: ['looking'], workers: 1 },
    {
      name: 'acting on the second',
      testMatch: ON_THE_SECOND,
      testIgnore: isLeftOut,
      dependencies: ['looking'],
      workers: 1,
      use: { baseURL: second },
    },
  ],
  // For a machine that is slow and busy; what hangs is found all the same.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: 'line',
  forbidOnly: true,
  use: {
    baseURL: first,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    launchOptions: browser,
    screenshot: 'only-on-failure',
  },
});
