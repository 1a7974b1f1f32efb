// How long things take on this machine: from nothing to ready, and per answer. Prints a table, judges nothing.
import { startStack } from '../lib/stack.mjs';

const ROUNDS = 200;
const PATHS = ['/health/live', '/health/ready', '/app/', '/api/v1/me'];

/**
 * @param {string[]} args more paths to ask for
 * @returns {Promise<number>} exit code
 */
export async function bench(args) {
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
    /** @type {Record<string, object>} */
    const answers = {};
    for (const path of [...PATHS, ...args]) answers[path] = await measure(stack.origin + path);
    console.table(answers);
  } finally {
    await stack.stop();
  }
  return 0;
}

async function measure(/** @type {string} */ url) {
  /** @type {number[]} */
  const times = [];
  let status = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const answer = await fetch(url, { redirect: 'manual' });
    await answer.arrayBuffer();
    times.push(performance.now() - began);
    status = answer.status;
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (times[Math.floor(share * (ROUNDS - 1))] ?? 0).toFixed(1);
  return { status, 'median ms': at(0.5), '95 % ms': at(0.95), 'slowest ms': at(1) };
}
