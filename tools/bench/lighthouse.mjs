// Lighthouse on public pages. It is fetched when it is wanted (176 MB that nothing else needs) and kept in .cache.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../lib/browser.mjs';
import { cleanEnvironment } from '../lib/node24.mjs';
import { freePort } from '../lib/ports.mjs';
import { at } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';

const VERSION = '13.5.0';
const FOLDER = at('.cache', `lighthouse-${VERSION}`);
const MAIN = at('.cache', `lighthouse-${VERSION}`, 'node_modules', 'lighthouse', 'core', 'index.js');
const CATEGORIES = /** @type {const} */ (['performance', 'accessibility', 'best-practices', 'seo']);

/**
 * Scores from 0 to 100 and what fell short, as on a slow phone; null when Lighthouse could not be fetched.
 * @param {string} origin
 * @param {readonly string[]} paths
 * @returns {Promise<Record<string, {scores: Record<string, number>, fellShort: string[]}> | null>}
 */
export async function lighthouseScores(origin, paths) {
  if (!(await fetched())) return null;
  const { default: lighthouse } = await import(pathToFileURL(MAIN).href);
  const port = await freePort();
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${port}`] });
  try {
    /** @type {NonNullable<Awaited<ReturnType<typeof lighthouseScores>>>} */
    const found = {};
    for (const path of paths) {
      const { lhr } = await lighthouse(origin + path, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
      if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      found[path] = {
        scores: Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)])),
        fellShort: CATEGORIES.flatMap((name) =>
          lhr.categories[name].auditRefs
            .filter((/** @type {any} */ { id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
            .map((/** @type {any} */ { id }) => `${id} (${lhr.audits[id].displayValue ?? lhr.audits[id].title})`),
        ),
      };
    }
    return found;
  } finally {
    await browser.close();
  }
}

async function fetched() {
  if (existsSync(MAIN)) return true;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(at('.cache', `lighthouse-${VERSION}`, 'package.json'), '{"private":true}\n');
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  try {
    await run('npm', ['install', '--prefix', FOLDER, ...flags, `lighthouse@${VERSION}`], {
      cwd: FOLDER,
      env: cleanEnvironment(),
      shell: process.platform === 'win32',
    });
    return true;
  } catch (error) {
    console.log(`Lighthouse gick inte att hämta: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}
