// Published pages against a bare server that sends the same bytes, and against the same page rendered for each request.
import { get } from 'node:http';
import { median, startChild } from './children.mjs';

const ROUNDS = 5;
const MS = 2_000;
const WARM_UP_MS = 500;

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
    const speed = async (/** @type {number} */ port) =>
      (await load.ask({ port, path, ms: MS, warmUpMs: WARM_UP_MS })).perSecond;
    /** @type {{bare: number, published: number, live: number}[]} */
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const one = { bare: await speed(barePort), published: await speed(published), live: await speed(livePort) };
      // The first is for the compilers.
      if (round > 0) rounds.push(one);
    }
    return {
      path,
      bytes: Buffer.from(page.body, 'base64').length,
      published: median(rounds.map((round) => round.published)),
      bare: median(rounds.map((round) => round.bare)),
      live: median(rounds.map((round) => round.live)),
      againstBare: median(rounds.map((round) => round.published / round.bare)),
      againstLive: median(rounds.map((round) => round.published / round.live)),
    };
  } finally {
    for (const child of [load, bare, live]) child.end();
  }
}

/** A server that has just started renders its pages beside answering. */
async function everythingIsRendered(/** @type {string} */ origin) {
  const map = await (await fetch(`${origin}/sitemap.xml`)).text();
  for (const [, address = ''] of map.matchAll(/<loc>([^<]+)<\/loc>/g)) await (await fetch(address)).arrayBuffer();
}

/** @returns {Promise<{headers: string[], body: string}>} an answer as it goes over the wire; what Node adds itself left out */
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
