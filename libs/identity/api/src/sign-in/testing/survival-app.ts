// The test app in a process of its own, so that a test can see whether it stays alive. Nothing catches what escapes.
import type { ServerResponse } from 'node:http';
import { startTestApp } from './test-app.js';

/** How the tenant is told to answer: every address that ends so gets this status and body. */
export interface Spoiled {
  readonly route: string;
  readonly status: number;
  readonly body: string;
}

const app = await startTestApp({ databaseUrl: process.env['DATABASE_URL'] ?? '' });
process.on('message', (spoiled: Spoiled | 'mended' | 'new keys') => {
  void obey(spoiled).then(() => process.send?.('done'));
});
process.send?.({ origin: app.origin });

async function obey(order: Spoiled | 'mended' | 'new keys'): Promise<void> {
  if (order === 'new keys') return app.tenant.rotateKeys();
  if (order === 'mended') {
    app.tenant.knobs.intercept = undefined;
    return;
  }
  app.tenant.knobs.intercept = (_request: unknown, response: ServerResponse, url: URL) => {
    if (!url.pathname.endsWith(order.route)) return false;
    response.writeHead(order.status, { 'content-type': 'text/html' }).end(order.body);
    return true;
  };
}
