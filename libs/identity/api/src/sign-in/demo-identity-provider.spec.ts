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
