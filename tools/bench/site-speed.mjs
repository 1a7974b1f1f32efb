// Published pages against a bare server that sends the same bytes, and against the same page rendered for each request.
import { get } from 'node:http';
import { median, startChild } from './children.mjs';

// Many and short: what else the machine does then meets both sides of a round alike.
const ROUNDS = 11;
const MS = 1_000;
const WARM_UP_MS = 200;
const CONNECTIONS = 32;
/** Some pages take a third of a second to render, one after the other: more askers would only wait longer. */
const LIVE_CONNECTIONS = 2;
const LIVE_MS = 5_000;
const LIVE_ROUNDS = 3;

/** @typedef {import('../lib/stack.mjs').Stack} Stack */

/**
 * Rounds in turn, so that whatever else the machine does meets all of them; the ratio is within each round.
 * @param {Stack} stack
 * @param {string} path
 */
export async function siteSpeed(stack, path) {
  const published = Number(new URL(stack.origin).port);
  await everythingIsRendered(stack.origin);
  const page = await fetched(published, path);
  const [load, bare, live] = ['load.mjs', 'static-server.mjs', 'live-server.mjs'].map(startChild);
  if (!load || !bare || !live) throw new Error('no children');
  try {
    const { port: barePort } = await bare.ask(page);
    const { port: livePort } = await live.ask({
      databaseUrl: stack.appUrl,
      path,
      ...(await partsOf(stack.origin, path)),
    });
    const speed = async (/** @type {number} */ port, ms = MS, connections = CONNECTIONS) =>
      (await load.ask({ port, path, ms, warmUpMs: WARM_UP_MS, connections })).perSecond;
    const liveSpeed = () => speed(livePort, LIVE_MS, LIVE_CONNECTIONS);
    // The first of each is for the compilers.
    for (const port of [barePort, published]) await speed(port);
    await liveSpeed();
    /** @type {{bare: number, published: number}[]} */
    const rounds = [];
    /** @type {{live: number, published: number}[]} */
    const liveRounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({ bare: await speed(barePort), published: await speed(published) });
      if (round >= LIVE_ROUNDS) continue;
      liveRounds.push({ live: await liveSpeed(), published: await speed(published) });
    }
    return {
      path,
      bytes: Buffer.from(page.body, 'base64').length,
      published: median(rounds.map((round) => round.published)),
      bare: median(rounds.map((round) => round.bare)),
      live: median(liveRounds.map((round) => round.live)),
      againstBare: median(rounds.map((round) => round.published / round.bare)),
      againstLive: median(liveRounds.map((round) => round.published / round.live)),
    };
  } finally {
    for (const child of [load, bare, live]) child.end();
  }
}

/** A server that has just started renders its pages beside answering. */
export async function everythingIsRendered(/** @type {string} */ origin) {
  const map = await (await fetch(`${origin}/sitemap.xml`)).text();
  for (const [, address = ''] of map.matchAll(/<loc>([^<]+)<\/loc>/g)) await (await fetch(address)).arrayBuffer();
}

/** @returns {Promise<{headers: string[], body: string}>} a response as it goes over the wire; what Node adds itself left out */
function fetched(/** @type {number} */ port, /** @type {string} */ path) {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const { rawHeaders } = response;
        const own = rawHeaders.filter(
          (_, index) => !/^(date|connection|keep-alive)$/i.test(rawHeaders[index - (index % 2)] ?? ''),
        );
        resolve({ headers: own, body: Buffer.concat(chunks).toString('base64') });
      });
    }).on('error', reject);
  });
}

async function partsOf(/** @type {string} */ origin, /** @type {string} */ path) {
  const html = await (await fetch(origin + path)).text();
  return {
    origin,
    assets: {
      stylesheet: /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '',
      script: /<script [^>]*src="([^"]+)"/.exec(html)?.[1] ?? '',
      fonts: [...html.matchAll(/<link rel="preload"[^>]* href="([^"]+)"/g)].map(([, font]) => font ?? ''),
    },
  };
}
