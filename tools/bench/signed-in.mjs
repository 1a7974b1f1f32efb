// What is asked by those who are signed in: against a bare handler, and with ten times the data.
import { median, startChild } from './children.mjs';
import { addPlans } from './more-plans.mjs';
import { signIn } from './sign-in.mjs';
import { everythingIsRendered } from './site-speed.mjs';

const CONNECTIONS = 16;
const MS = 1_000;
const WARM_UP_MS = 300;
/** For the compilers, before anything is measured: much code is run by one request. */
const FIRST_MS = 10_000;
const ACCOUNT = 'coordinator';
const PREVIEW = 'preview of a publication';

/** @typedef {import('../lib/stack.mjs').Stack} Stack */
/** @typedef {{question: Question, bytes: number, referenceBytes: number, product: number, reference: number, ratio: number}} Speed */
/** @typedef {{question: string, once: number, tenfold: number, ratio: number}} Growth */

/** The questions by what they are called, with the aim of each against the bare handler. */
export const QUESTIONS = /** @type {const} */ ({
  'plan tree': 0.8,
  'one report': 0.4,
  'one report, read anew': 0.4,
  'all results': 0.4,
  'one series': 0.4,
});
/** @typedef {keyof typeof QUESTIONS} Question */

/** A preview takes so long that more askers would only wait, and fewer than this would be no percentile. */
const OF_PREVIEW = { connections: 4, ms: 5_000 };

/**
 * In turn, so that whatever else the machine does meets both sides of a round.
 * @param {Stack} stack
 * @param {number} count of rounds
 * @returns {Promise<Speed[]>}
 */
export async function speedOfQuestions(stack, count) {
  const [load, reference] = ['load.mjs', 'reference-server.mjs'].map(startChild);
  if (!load || !reference) throw new Error('no children');
  try {
    await everythingIsRendered(stack.origin);
    const { port } = await reference.ask({ databaseUrl: stack.appUrl });
    const asking = await askingOf(stack);
    const speeds = [];
    for (const [question, path] of asking.questions) {
      const product = { ...asking.side, path };
      const bare = { port, path, headers: asking.side.headers };
      for (const side of [bare, product]) await speed(load, side, FIRST_MS);
      const rounds = [];
      for (let round = 0; round < count; round++) {
        rounds.push({
          reference: (await speed(load, bare)).perSecond,
          product: (await speed(load, product)).perSecond,
        });
      }
      speeds.push({
        question,
        bytes: (await body(product)).length,
        referenceBytes: (await body(bare)).length,
        product: median(rounds.map((round) => round.product)),
        reference: median(rounds.map((round) => round.reference)),
        ratio: median(rounds.map((round) => round.product / round.reference)),
      });
    }
    return speeds;
  } finally {
    load.end();
    reference.end();
  }
}

/**
 * The 99th percentile of the time to a response with ten times the data against what `stack` has, in turn.
 * @param {Stack} stack
 * @param {Stack} other which gets nine more plans
 * @param {number} count of rounds
 * @returns {Promise<Growth[]>}
 */
export async function growthOfQuestions(stack, other, count) {
  if (!other.ownerUrl) throw new Error('more plans are for the owner of the schema to add');
  await addPlans(other.ownerUrl);
  const load = startChild('load.mjs');
  try {
    for (const { origin } of [stack, other]) await everythingIsRendered(origin);
    const [once, tenfold] = [await askingOf(stack), await askingOf(other)];
    const growths = [];
    const ofOther = new Map([...tenfold.questions, ...tenfold.growing]);
    for (const [question, path] of [...once.questions, ...once.growing]) {
      const how = question === PREVIEW ? OF_PREVIEW : {};
      const sides = [
        { ...once.side, ...how, path },
        { ...tenfold.side, ...how, path: ofOther.get(question) ?? path },
      ];
      const p99 = async (/** @type {Side | undefined} */ side) => (side ? (await speed(load, side)).p99 : NaN);
      for (const side of sides) await speed(load, side, FIRST_MS);
      const rounds = [];
      for (let round = 0; round < count; round++)
        rounds.push({ once: await p99(sides[0]), tenfold: await p99(sides[1]) });
      growths.push({
        question,
        once: median(rounds.map((round) => round.once)),
        tenfold: median(rounds.map((round) => round.tenfold)),
        ratio: median(rounds.map((round) => round.tenfold / round.once)),
      });
    }
    return growths;
  } finally {
    load.end();
  }
}

/** @typedef {{port: number, path: string, headers: Record<string, string>, connections?: number, ms?: number}} Side */

/** @returns {Promise<{perSecond: number, p99: number}>} */
const speed = (/** @type {import('./children.mjs').Child} */ load, /** @type {Side} */ side, ms = side.ms ?? MS) =>
  load.ask({ connections: CONNECTIONS, warmUpMs: WARM_UP_MS, ...side, ms });

const body = async (/** @type {Side} */ { port, path, headers }) =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { ...headers, Host: `localhost:${port}` } })).text();

/** Somebody signed in, and where each question is asked; the report is the newest, with all that goes with it. */
async function askingOf(/** @type {Stack} */ { origin }) {
  const headers = { Cookie: await signIn(origin, ACCOUNT), Accept: 'application/json' };
  const read = async (/** @type {string} */ path) => {
    const response = await fetch(`${origin}/api/v1/${path}`, { headers });
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  const { focusAreas } = await read('plan');
  const { items } = await read('reports?limit=1');
  const [{ id, period }] = items;
  const [published] = await read('publications');
  const { code } = focusAreas[0].targets[0];
  // Read anew: at another address each time, so that nothing is sent as it was before.
  /** @type {[Question, string][]} */
  const questions = [
    ['plan tree', '/api/v1/plan'],
    ['one report', `/api/v1/reports/${id}`],
    ['one report, read anew', `/api/v1/reports/${id}?n={n}`],
    ['all results', '/api/v1/results'],
    ['one series', `/api/v1/targets/${code}/results`],
  ];
  /** @type {[string, string][]} */
  const growing = [
    ['all results, read anew', '/api/v1/results?n={n}'],
    ['one series, read anew', `/api/v1/targets/${code}/results?n={n}`],
    ['review board', `/api/v1/reports?period=${period}&limit=100`],
    [PREVIEW, `/api/v1/publications/${published.period}/preview`],
  ];
  return { questions, growing, side: { port: Number(new URL(origin).port), path: '', headers } };
}
