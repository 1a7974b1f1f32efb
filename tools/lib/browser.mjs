// A browser for the journeys: the one pointed out, the system's own, or the one that comes as an npm package.
import { accessSync, constants } from 'node:fs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * @returns {Promise<{executablePath: string, args: string[]}>} for Playwright's `launchOptions`
 */
export async function findBrowser() {
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const executablePath = process.env.CHROMIUM ?? SYSTEM.find(canRun);
  if (executablePath) return { executablePath, args };
  // Tells the package to unpack system libraries too; a bare machine lacks them.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  // Its own flags are not taken over: one of them turns web security off. It has no sandbox helper of its own.
  return { executablePath: await chromium.executablePath(), args: ['--disable-gpu', '--no-sandbox', '--headless'] };
}

function canRun(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
