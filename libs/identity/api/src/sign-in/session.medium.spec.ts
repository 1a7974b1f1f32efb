import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SystemClock } from '@malspar/shared-api';
import { createTestDatabase } from '@malspar/shared-testing';
import express from 'express';
import pg from 'pg';
import { sessionMiddleware } from './session.js';

test('over TLS the cookie is Secure and bound to the host', async () => {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.appUrl, options: '-c TimeZone=UTC' });
  pool.on('error', () => undefined);
  const config = { publicOrigin: 'https://malspar.example.org', sessionSecrets: ['x'.repeat(32)], pool } as const;
  const server = express()
    .set('trust proxy', 1)
    .use(sessionMiddleware(config, new SystemClock()))
    .use((request, response) => {
      request.session.person = { personId: randomUUID(), roles: [], loginAt: 0 };
      response.sendStatus(204);
    })
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const behindTls = await fetch(url, { headers: { 'x-forwarded-proto': 'https' } });
    expect(behindTls.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-malspar\.sid=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect((await fetch(url)).headers.getSetCookie()).toEqual([]);

    // A session that holds a role there is not is nobody's: it is refused, and not believed.
    const cookie = behindTls.headers.getSetCookie()[0]!.split(';')[0]!;
    const again = () => fetch(url, { headers: { 'x-forwarded-proto': 'https', cookie } });
    expect((await again()).status).toBe(204);
    await pool.query(`UPDATE session SET sess = jsonb_set(sess::jsonb, '{person,roles}', '["chief"]')`);
    const refused = await again();
    expect(refused.status).toBe(500);
    expect(await refused.text()).toMatch(/A row is not as SELECT s\.sess[^]*→ at sess\.person\.roles\[0\]/);
  } finally {
    server.closeAllConnections();
    server.close();
    await pool.end();
    await database.drop();
  }
});
