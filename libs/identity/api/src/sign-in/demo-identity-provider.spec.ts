import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request, Response } from 'express';
import { startDemoIdentityProvider } from './demo-identity-provider.js';
import { demoModule, demoModuleFile as moduleFile } from './testing/demo-tenant.js';

const local = 'http://localhost:4200';

test.each([
  ['production', local],
  ['development', 'https://malspar.example.org'],
  ['test', 'http://localhost.evil.example'],
  ['test', 'http://127.0.0.1.evil.example:4200'],
  [undefined, 'http://10.0.0.5:4200'],
])('with NODE_ENV %s on %s it does not start', async (environment, publicOrigin) => {
  await expect(startDemoIdentityProvider({ moduleFile, publicOrigin, environment })).rejects.toThrow(/localhost/);
  await expect(demoModule.startDemoIdentityProvider({ publicOrigin, environment })).rejects.toThrow(
    /demo identity provider/,
  );
});

test('it answers to the names of this machine alone', async () => {
  const started = await startDemoIdentityProvider({ moduleFile, publicOrigin: local, environment: 'test' });
  const server = createServer(
    (request, response) => void started.browserHandler(request as Request, response as Response, () => undefined),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const path = `${started.mountPath}/account/x`;
      const request = get({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
    });
  try {
    for (const host of ['localhost:4200', '127.0.0.1', '[::1]:4200']) expect(await ask(host)).toBe(400);
    for (const host of ['evil.example:4200', 'localhost.evil.example', '10.0.0.5']) expect(await ask(host)).toBe(421);
  } finally {
    server.close();
    await started.stop();
  }
});

test('on this machine it starts, also twice, each with a secret and a certificate authority of its own', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(() => startDemoIdentityProvider({ moduleFile, publicOrigin: local, environment: 'development' })),
  );
  try {
    expect(first!.settings.issuer).toMatch(/^https:\/\/localhost:\d+\/[0-9a-f-]{36}\/v2\.0$/);
    expect(first!.settings.tenantId).toBe(second!.settings.tenantId);
    expect(first!.settings.clientSecret).not.toBe(second!.settings.clientSecret);
    for (const { settings } of [first!, second!]) {
      const metadata = await fetch(`${settings.issuer}/.well-known/openid-configuration`);
      expect(await metadata.json()).toMatchObject({ issuer: settings.issuer });
    }
  } finally {
    await Promise.all([first!.stop(), second!.stop()]);
  }
});
