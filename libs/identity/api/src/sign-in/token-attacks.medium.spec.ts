import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { TestBrowser } from './testing/test-browser.js';

// What a tenant's token could be made to say, whether by a fault, a thief of keys or a confused library.

type Claims = Record<string, unknown>;
type Header = Record<string, unknown>;

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp({ databaseUrl: database.appUrl });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});
afterEach(() => {
  const { knobs } = app.tenant;
  for (const knob of Object.keys(knobs)) Reflect.deleteProperty(knobs, knob);
});

const now = (): number => Math.floor(Date.now() / 1000);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (claims: Claims, name: string): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

async function expectRefused(reason: string): Promise<void> {
  const browser = new TestBrowser(app.origin);
  expect(await browser.signIn('owner-1')).toBe(`/app/inloggning-misslyckades?reason=${reason}`);
  expect((await browser.request('/api/v1/probe')).status).toBe(401);
  expect(app.people.records).toEqual([]);
}

describe('claims', () => {
  const lies: [string, string, (claims: Claims) => Claims][] = [
    ['another issuer', 'token-refused', (c) => ({ ...c, iss: 'https://localhost:1/other/v2.0' })],
    [
      'the issuer of version 1',
      'token-refused',
      (c) => ({ ...c, iss: `https://sts.windows.net/${String(c['tid'])}/` }),
    ],
    ['another audience', 'token-refused', (c) => ({ ...c, aud: randomUUID() })],
    ['two audiences', 'token-refused', (c) => ({ ...c, aud: [c['aud'], randomUUID()] })],
    ['the audience as a service principal', 'token-refused', (c) => ({ ...c, aud: `spn:${String(c['aud'])}` })],
    ['expired two minutes ago', 'token-refused', (c) => ({ ...c, exp: now() - 120, nbf: now() - 600 })],
    ['valid from tomorrow', 'token-refused', (c) => ({ ...c, nbf: now() + 1800, exp: now() + 3600 })],
    ['no expiry', 'token-refused', (c) => without(c, 'exp')],
    ['expiry as text', 'token-refused', (c) => ({ ...c, exp: String(c['exp']) })],
    ['issued years ago', 'token-refused', (c) => ({ ...c, iat: 1_400_000_000 })],
    ['not issued at any time', 'token-refused', (c) => without(c, 'iat')],
    ['another nonce', 'token-refused', (c) => ({ ...c, nonce: 'another' })],
    ['no nonce', 'token-refused', (c) => without(c, 'nonce')],
    ['a hash of another access token', 'token-refused', (c) => ({ ...c, at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' })],
    ['no subject', 'token-refused', (c) => without(c, 'sub')],
    ['a number as subject', 'token-refused', (c) => ({ ...c, sub: 5 })],
    ['no object id', 'token-refused', (c) => without(c, 'oid')],
    ['an object id that is none', 'token-refused', (c) => ({ ...c, oid: "'; DROP TABLE person" })],
    ['version 1', 'token-refused', (c) => ({ ...c, ver: '1.0' })],
    ['another tenant', 'wrong-tenant', (c) => ({ ...c, tid: randomUUID() })],
    ['no tenant', 'wrong-tenant', (c) => without(c, 'tid')],
    ['too many groups to list', 'groups-overage', (c) => ({ ...c, _claim_names: { groups: 'src1' } })],
    ['groups it does not list', 'groups-overage', (c) => ({ ...c, hasgroups: true })],
  ];
  test.each(lies)('%s', async (_name, reason, mutate) => {
    app.tenant.knobs.mutate = mutate;
    app.people.records.length = 0;
    await expectRefused(reason);
  });

  const powerless: [string, unknown][] = [
    ['missing', undefined],
    ['empty', []],
    ['text', 'Owner'],
    ['an object', { 0: 'Admin', length: 1 }],
    ['unknown', ['Root', 'admin', 'ADMIN']],
    ['names of the language', ['__proto__', 'constructor', 'toString']],
    ['lists in a list', [['Admin']]],
  ];
  test.each(powerless)('roles that are %s give none', async (_name, roles) => {
    app.tenant.knobs.mutate = (claims: Claims) => ({ ...claims, roles });
    const browser = new TestBrowser(app.origin);
    expect(await browser.signIn('admin')).toBe('/app/ingen-behorighet');
    expect((await browser.request('/api/v1/probe')).status).toBe(401);
  });

  test('roles we do not know stand beside those we do without effect', async () => {
    app.tenant.knobs.mutate = (claims: Claims) => ({ ...claims, roles: ['Root', 'Viewer', 'Viewer', 7] });
    const browser = new TestBrowser(app.origin);
    expect(await browser.signIn('viewer')).toBe('/app/');
    expect(await (await browser.request('/api/v1/probe')).json()).toMatchObject({ roles: ['viewer'] });
  });

  test('a clock half a minute off is forgiven', async () => {
    app.tenant.knobs.mutate = (claims: Claims) => ({ ...claims, exp: now() - 30, nbf: now() - 600 });
    expect(await new TestBrowser(app.origin).signIn('viewer')).toBe('/app/');
  });

  test('control characters in a name are not kept', async () => {
    app.tenant.knobs.mutate = (claims: Claims) => ({ ...claims, name: 'Eva\u202e\u0000\nEk' });
    await new TestBrowser(app.origin).signIn('viewer');
    expect(app.people.records.at(-1)?.name).toBe('Eva Ek');
  });
});

describe('signatures', () => {
  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signedBy =
    (key: typeof otherKey.privateKey, header: Header = {}) =>
    (claims: Claims, given: Header): string => {
      const input = `${encode({ ...given, ...header })}.${encode(claims)}`;
      return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
    };
  const withPublicKeyAsSecret = (claims: Claims, given: Header): string => {
    const input = `${encode({ ...given, alg: 'HS256' })}.${encode(claims)}`;
    const secret = JSON.stringify(app.tenant.signingKey().privateJwk.n);
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const forgeries: [string, (claims: Claims, header: Header) => string][] = [
    ['none at all', (c, h) => `${encode({ ...h, alg: 'none' })}.${encode(c)}.`],
    ['alg none with something as signature', (c, h) => `${encode({ ...h, alg: 'none' })}.${encode(c)}.AAAA`],
    ['HS256 with the public key', withPublicKeyAsSecret],
    ['another key under the same id', signedBy(otherKey.privateKey)],
    [
      'a key of its own in the header',
      signedBy(otherKey.privateKey, { jwk: otherKey.publicKey.export({ format: 'jwk' }) }),
    ],
    ['an unknown key id', signedBy(otherKey.privateKey, { kid: 'unknown' })],
    ['no key id', signedBy(otherKey.privateKey, { kid: undefined })],
    ['a key id that is no text', signedBy(otherKey.privateKey, { kid: { a: 1 } })],
    ['another type of token', signedBy(otherKey.privateKey, { typ: 'at+jwt' })],
  ];
  test.each(forgeries)('%s', async (_name, forge) => {
    app.tenant.knobs.sign = forge;
    app.people.records.length = 0;
    await expectRefused('token-refused');
  });

  test('claims changed after signing', async () => {
    app.tenant.knobs.tokenResponse = (body: { id_token: string }) => {
      const [header, payload, signature] = body.id_token.split('.');
      const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as Claims;
      return { ...body, id_token: [header, encode({ ...claims, roles: ['Admin'] }), signature].join('.') };
    };
    app.people.records.length = 0;
    await expectRefused('token-refused');
  });
});
