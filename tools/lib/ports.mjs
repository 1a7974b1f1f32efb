import net from 'node:net';

/** Below what systems deal out by themselves: neither an outgoing connection nor `listen(0)` takes one of these. */
const DEALT_BY_HAND = { first: 16_000, count: 16_000 };

/**
 * A port that is free on 127.0.0.1.
 * @param {number} [wanted] tried first, then the ports after it. Without it any port will do, and it stays this
 *   process's: no other that asks for one gets it, however long it takes until somebody listens on it.
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  if (wanted === undefined) return ownPort();
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`Ingen ledig port från ${wanted} och uppåt.`);
}

async function ownPort() {
  const from = Math.floor(Math.random() * DEALT_BY_HAND.count);
  for (let nth = 0; nth < DEALT_BY_HAND.count; nth++) {
    const port = DEALT_BY_HAND.first + ((from + nth) % DEALT_BY_HAND.count);
    if ((await isFree(port)) && (await claim(port))) return port;
  }
  throw new Error('Ingen ledig port.');
}

/** Another loopback address than the one that is listened on: there the port shows who has been given it. */
const CLAIMS = '127.0.0.77';

/** @returns {Promise<boolean>} false when another process, or this one before, has been given the port */
async function claim(/** @type {number} */ port) {
  try {
    (await listenOn(CLAIMS, port)).unref();
    return true;
  } catch (error) {
    // Some systems have one loopback address only: there a port is rarely given twice, and nothing can be claimed.
    if (errorCode(error) === 'EADDRNOTAVAIL') return true;
    if (errorCode(error) === 'EADDRINUSE') return false;
    throw error;
  }
}

// A browser may take "localhost" as ::1, so a port that something else holds there is not free either.
async function isFree(/** @type {number} */ port) {
  try {
    await listenOnce('127.0.0.1', port);
    await listenOnce('::1', port).catch(ignoreMissingIpv6);
    return true;
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes(errorCode(error))) return false;
    throw error;
  }
}

function ignoreMissingIpv6(/** @type {unknown} */ error) {
  if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(errorCode(error))) throw error;
}

const errorCode = (/** @type {unknown} */ error) => /** @type {NodeJS.ErrnoException} */ (error).code ?? '';

async function listenOnce(/** @type {string} */ host, /** @type {number} */ port) {
  const server = await listenOn(host, port);
  await new Promise((resolve) => server.close(resolve));
}

/** @returns {Promise<net.Server>} */
function listenOn(/** @type {string} */ host, /** @type {number} */ port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });
}
