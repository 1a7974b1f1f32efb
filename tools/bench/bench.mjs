// How long things take on this machine, and what published pages cost. Prints tables; what it aims at stands beside.
// Ratios are measured in the same run, in turn: they hold on other machines, the figures do not.
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { startStack } from '../lib/stack.mjs';
import { lighthouseScores } from './lighthouse.mjs';
import { pdfSpeed } from './pdf-speed.mjs';
import { siteSizes } from './site-size.mjs';
import { siteSpeed } from './site-speed.mjs';
import { growthOfQuestions, QUESTIONS, speedOfQuestions } from './signed-in.mjs';
import { writeFigures } from './write-figures.mjs';

const ASKED = 200;
/** Of those who are signed in, unless told otherwise. */
const ROUNDS = 9;
const PATHS = ['/health/live', '/health/ready', '/app/', '/api/v1/me'];
/** A home, an area, a target and a report, as the demo plan has them. */
const PAGES = ['/', '/malomraden/lakemedel', '/mal/L1', '/rapporter/2024'];
const REPORT = '/rapporter/2024/v1';
const OTHER_REPORT = '/rapporter/2023/v1';

/** @typedef {import('../lib/stack.mjs').Stack} Stack */

/** @type {Record<string, (stack: Stack, asked: {paths: string[], rounds: number}) => Promise<void>>} */
const PARTS = {
  responses: async (stack, { paths }) => {
    /** @type {Record<string, object>} */
    const responses = {};
    for (const path of [...PATHS, ...paths]) responses[path] = await measure(stack.origin + path);
    console.table(responses);
  },
  site: async (stack) => {
    /** @type {Record<string, object>} */
    const speeds = {};
    for (const path of ['/', REPORT]) {
      const { bytes, published, bare, live, againstBare, againstLive } = await siteSpeed(stack, path);
      speeds[path] = {
        bytes,
        'published/s': Math.round(published),
        'bare/s': Math.round(bare),
        'rendered/s': Number(live.toFixed(1)),
        'against bare (aim ≥ 0.9)': Number(againstBare.toFixed(2)),
        'against rendered (aim ≥ 20)': Math.round(againstLive),
      };
    }
    console.table(speeds);
  },
  'signed-in': async (stack, { rounds }) => {
    const other = await startStack({});
    try {
      const speeds = await speedOfQuestions(stack, rounds);
      const growths = await growthOfQuestions(stack, other, rounds);
      console.table(
        speeds.map(({ question, bytes, referenceBytes, product, reference, ratio }) => ({
          question,
          bytes,
          'bytes of the reference': referenceBytes,
          'product/s': Math.round(product),
          'reference/s': Math.round(reference),
          ratio: Number(ratio.toFixed(2)),
          aim: `≥ ${QUESTIONS[question]}`,
        })),
      );
      console.table(
        growths.map(({ question, once, tenfold, ratio }) => ({
          question,
          'p99 ms': Number(once.toFixed(1)),
          'p99 ms, 10 × data': Number(tenfold.toFixed(1)),
          'ratio (aim ≤ 1.5)': Number(ratio.toFixed(2)),
        })),
      );
      writeFigures(speeds, growths, rounds);
    } finally {
      await other.stop();
    }
  },
  pdf: async (stack) => {
    const { alone, unseen, changed, bytes } = await pdfSpeed(stack, REPORT, OTHER_REPORT);
    const row = (/** @type {{typst: number, chromium: number, ratio: number}} */ { typst, chromium, ratio }) => ({
      'Typst ms': Math.round(typst),
      'Chromium ms': Math.round(chromium),
      'ratio (aim ≤ 0.05)': Number(ratio.toFixed(3)),
    });
    console.table({
      'started for one document': row(alone),
      'already running, another report': row(unseen),
      'already running, changed words': row(changed),
    });
    console.log(`PDF of ${REPORT}: ${bytes.typst} bytes by Typst, ${bytes.chromium} by Chromium`);
  },
  size: async (stack) => console.table(await siteSizes(stack.origin, PAGES)),
  lighthouse: async (stack) => {
    const found = await lighthouseScores(stack.origin, PAGES);
    if (!found) return;
    console.table(Object.fromEntries(Object.entries(found).map(([path, { scores }]) => [path, scores])));
    for (const [path, { fellShort }] of Object.entries(found)) {
      if (fellShort.length > 0) console.log(`${path} fell short: ${fellShort.join(', ')}`);
    }
  },
};

/**
 * @param {string[]} args more paths to ask for; `--only responses|site|signed-in|pdf|size|lighthouse` for a part of it,
 *   `--rounds 3` for fewer of those who are signed in
 * @returns {Promise<number>} exit code
 */
export async function bench(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: Object.keys(PARTS) },
      rounds: { type: 'string', default: String(ROUNDS) },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds är ett antal');
  const unknown = values.only.filter((name) => !(name in PARTS));
  if (unknown.length) throw new Error(`--only känner till: ${Object.keys(PARTS).join(', ')}`);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory`);
  /** @type {Record<string, {ms: string}>} */
  const steps = {};
  const stack = await startStack({
    step: async (label, work) => {
      const began = performance.now();
      const result = await work();
      steps[label] = { ms: (performance.now() - began).toFixed(0) };
      return result;
    },
  });
  try {
    console.table(steps);
    for (const name of values.only) await PARTS[name]?.(stack, { paths: positionals, rounds });
  } finally {
    await stack.stop();
  }
  return 0;
}

async function measure(/** @type {string} */ url) {
  /** @type {number[]} */
  const times = [];
  let status = 0;
  for (let round = 0; round < ASKED; round++) {
    const began = performance.now();
    const response = await fetch(url, { redirect: 'manual' });
    await response.arrayBuffer();
    times.push(performance.now() - began);
    status = response.status;
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (times[Math.floor(share * (ASKED - 1))] ?? 0).toFixed(1);
  return { status, 'median ms': at(0.5), '95 % ms': at(0.95), 'slowest ms': at(1) };
}
