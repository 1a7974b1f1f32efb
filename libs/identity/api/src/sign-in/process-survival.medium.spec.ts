import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import type { Spoiled } from './testing/survival-app.js';
import { TestBrowser } from './testing/test-browser.js';

// Each of these ends a process that runs the library as it comes. Ours has to stay up and go on signing people in.

const RUN_TYPESCRIPT = new URL('../../../../../tools/lib/run-typescript.mjs', import.meta.url).href;
const inTesting = (name: string): string => fileURLToPath(new URL(`./testing/${name}`, import.meta.url));

let database: TestDatabase;
let child: ChildProcess;
let origin: string;
let output = '';

beforeAll(async () => {
  database = await createTestDatabase();
  child = fork(inTesting('survival-app.ts'), {
    execArgv: ['--import', RUN_TYPESCRIPT, '--conditions=@malspar/source'],
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.appUrl },
    silent: true,
  });
  child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const started = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`The app did not start: ${output}`);
  ({ origin } = (started as [{ origin: string }])[0]);
});
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill();
    await once(child, 'exit');
  }
  await database.drop();
});

async function tell(order: Spoiled | 'mended' | 'new keys'): Promise<void> {
  child.send(order);
  await once(child, 'message');
}

async function expectAlive(): Promise<void> {
  const browser = new TestBrowser(origin);
  expect(await browser.signIn('owner-1')).toBe('/app/');
  expect((await browser.request('/api/v1/probe')).status).toBe(200);
  expect({ exitCode: child.exitCode, signal: child.signalCode, output }).toMatchObject({
    exitCode: null,
    signal: null,
  });
}

const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const unreadable = `${base64('{"typ":"JWT","alg":"RS256","kid":"a"}')}.${base64('hello')}.AAAA`;
const encrypted = [base64('{"alg":"dir","enc":"A128CBC-HS256"}'), '', 'AAAA', 'AAAA', 'AAAA'].join('.');

// First, while the app has never yet seen its tenant: these are what it finds.
const firstSights: [string, Spoiled][] = [
  ['metadata that is a page', { route: '/openid-configuration', status: 200, body: '<h1>Maintenance</h1>' }],
  ['keys that are a page', { route: '/keys', status: 503, body: '<h1>Maintenance</h1>' }],
  ['keys that are cut off', { route: '/keys', status: 200, body: '{"keys":[' }],
];
test.each(firstSights)('%s', async (_name, spoiled) => {
  await tell(spoiled);
  const browser = new TestBrowser(origin);
  expect(await browser.openCallback('/auth/login')).toBe('/app/inloggning-misslyckades?reason=provider-unavailable');
  expect(child.exitCode).toBeNull();
});

test('a tenant that is well again', async () => {
  await tell('mended');
  await expectAlive();
});

const callbacks: [string, string][] = [
  ['an id token that cannot be read', `id_token=${unreadable}`],
  ['an encrypted id token', `id_token=${encrypted}`],
  ['an id token given twice', `id_token=${unreadable}&id_token=${unreadable}`],
  ['an id token as an object', `id_token[a]=b`],
  ['an error outside ASCII', 'error=%E2%82%AC'],
  ['a code given twice', 'code=a&code=b'],
];
test.each(callbacks)('%s', async (_name, parameters) => {
  const browser = new TestBrowser(origin);
  const begun = await browser.request('/auth/login');
  const state = new URL(begun.headers.get('location')!).searchParams.get('state')!;
  await browser.request(`/auth/callback?${parameters}&state=${state}`).catch(() => undefined);
  await browser.request(`/auth/callback?state=${state}&state=${state}&${parameters}`).catch(() => undefined);
  await expectAlive();
});

const responses: [string, Spoiled][] = [
  ['a page for a token', { route: '/token', status: 200, body: '<h1>Maintenance</h1>' }],
  ['null for a token', { route: '/token', status: 200, body: 'null' }],
  ['an id token that is a number', { route: '/token', status: 200, body: '{"id_token":5,"token_type":"Bearer"}' }],
  [
    'an unreadable id token',
    { route: '/token', status: 200, body: `{"id_token":"${unreadable}","token_type":"Bearer"}` },
  ],
  [
    'an encrypted id token',
    { route: '/token', status: 200, body: `{"id_token":"${encrypted}","token_type":"Bearer"}` },
  ],
];
test.each(responses)('the tenant answers with %s', async (_name, spoiled) => {
  await tell(spoiled);
  expect(await new TestBrowser(origin).signIn('owner-1')).toMatch(/^\/app\/inloggning-misslyckades\?reason=/);
  await tell('mended');
  await expectAlive();
});

test('new keys while their address is out of order', async () => {
  await tell('new keys');
  await tell({ route: '/keys', status: 503, body: '<h1>Maintenance</h1>' });
  expect(await new TestBrowser(origin).signIn('owner-1')).toBe(
    '/app/inloggning-misslyckades?reason=provider-unavailable',
  );
  expect(child.exitCode).toBeNull();
});
