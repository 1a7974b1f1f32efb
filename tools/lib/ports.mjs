import net from 'node:net';

/**
 * A port that is free on 127.0.0.1 right now.
 * @param {number} [wanted] tried first, then the ports after it; without it any port will do
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  if (wanted === undefined) return listenOnce(0);
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    try {
      return await listenOnce(port);
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error;
    }
  }
  throw new Error(`Ingen ledig port från ${wanted} och uppåt.`);
}

// A browser may take "localhost" as ::1, so a port that something else holds there is not free either.
async function listenOnce(/** @type {number} */ port) {
  const found = await listenOn('127.0.0.1', port);
  if (port) await listenOn('::1', port).catch(ignoreMissingIpv6);
  return found;
}

function ignoreMissingIpv6(/** @type {NodeJS.ErrnoException} */ error) {
  if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code ?? '')) throw error;
}

/** @returns {Promise<number>} */
function listenOn(/** @type {string} */ host, /** @type {number} */ port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const found = /** @type {net.AddressInfo} */ (server.address()).port;
      server.close(() => resolve(found));
    });
  });
}
