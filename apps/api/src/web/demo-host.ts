import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { isLocalHostHeader } from '@malspar/shared-api';

const OTHER_LOOPBACK = '::1';
/** Pages that need the session, which a browser keeps for one name of the machine only. */
const NEEDS_SESSION = /^\/(?:app|auth)(?:[/?]|$)/;

/**
 * Answers requests to a demo that do not name this very machine, and says whether it did. A demo lets anybody in as
 * anybody; a page from elsewhere whose name has been pointed at this machine (DNS rebinding) still sends that name.
 * By another name of the machine the app is sent on to `origin`, where sign-in leads back to.
 */
export function demoHostGate(origin: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const own = new URL(origin).host;
  return ({ method, headers: { host }, url = '/' }, response) => {
    if (!isLocalHostHeader(host)) {
      response
        .writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
        .end(`The demo answers only on this machine itself: ${origin}\n`);
      return true;
    }
    if (host === own || method !== 'GET' || !NEEDS_SESSION.test(url)) return false;
    response.writeHead(307, { Location: origin + url, 'Cache-Control': 'no-store' }).end();
    return true;
  };
}

/** Lets the server be reached by IPv6's name of this machine too, where there is one: browsers may prefer it. */
export function listenOnOtherLoopback(server: Server, port: number): void {
  const other = createServer((socket) => server.emit('connection', socket));
  // A machine without IPv6, or somebody else's port there: the demo is reached by its own address all the same.
  other.on('error', () => undefined).listen(port, OTHER_LOOPBACK);
  server.on('close', () => other.close());
}
