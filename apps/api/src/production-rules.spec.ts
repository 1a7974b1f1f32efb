import { createHash, randomBytes } from 'node:crypto';
import { readCommandConfig, readConfig, readMigrationConfig } from './config.js';
import { isWeakSecret } from './production-rules.js';

const sound = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://malspar_app:x@database/malspar',
  PUBLIC_ORIGIN: 'https://miljo.region.test',
  SESSION_SECRET: randomBytes(36).toString('base64'),
  AZURE_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  AZURE_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  AZURE_CLIENT_SECRET: 'x',
};
const OWNER = 'postgres://malspar_owner:x@database/malspar';

describe('production', () => {
  it('takes what is sound, and is what is meant when nothing is said', () => {
    expect(readConfig(sound)).toMatchObject({ NODE_ENV: 'production' });
    expect(() => readConfig({ ...sound, NODE_ENV: undefined, SESSION_SECRET: 'x'.repeat(40) })).toThrow(
      'SESSION_SECRET',
    );
    expect(readConfig({ ...sound, PUBLIC_ORIGIN: 'http://localhost:4200' })).toBeDefined();
  });

  it.each([
    ['DATABASE_MIGRATION_URL', { DATABASE_MIGRATION_URL: OWNER }],
    ['DATABASE_MIGRATION_URL', { DATABASE_MIGRATION_URL: sound.DATABASE_URL }],
    ['MIGRATE_ON_START', { MIGRATE_ON_START: 'true' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'http://miljo.region.test' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'http://localhost.region.test' }],
    ['AUTH_MODE', { AUTH_MODE: 'demo', PUBLIC_ORIGIN: 'http://localhost', DEMO_IDP_MODULE: 'x' }],
    ['SESSION_SECRET', { SESSION_SECRET: 'y'.repeat(64) }],
    ['AZURE_ROLE_VIEWER', { AZURE_ROLE_VIEWER: 'Admin' }],
  ])('refuses %s as in %j, which is taken in development', (setting, change: Record<string, string>) => {
    expect(() => readConfig({ ...sound, ...change })).toThrow(new RegExp(`^  ${setting}: .{20,}`, 'm'));
    expect(readConfig({ ...sound, ...change, NODE_ENV: 'development' })).toBeDefined();
  });

  it('says all that is wrong at once', () => {
    const faulty = {
      ...sound,
      PUBLIC_ORIGIN: 'http://miljo.region.test',
      SESSION_SECRET: 'y'.repeat(64),
      DATABASE_MIGRATION_URL: OWNER,
    };
    expect(() => readConfig(faulty)).toThrow(/PUBLIC_ORIGIN[\s\S]*SESSION_SECRET|SESSION_SECRET[\s\S]*PUBLIC_ORIGIN/);
    expect(() => readConfig(faulty)).toThrow('DATABASE_MIGRATION_URL');
  });

  it("keeps the owner's key from the worker and the commands too", () => {
    const { DATABASE_URL, PUBLIC_ORIGIN } = sound;
    expect(readCommandConfig({ DATABASE_URL, PUBLIC_ORIGIN })).toBeDefined();
    expect(() => readCommandConfig({ DATABASE_URL, DATABASE_MIGRATION_URL: OWNER })).toThrow('DATABASE_MIGRATION_URL');
    expect(readCommandConfig({ DATABASE_URL, DATABASE_MIGRATION_URL: OWNER, NODE_ENV: 'development' })).toBeDefined();
  });
});

describe('migrations', () => {
  it("are run with the owner's login, which in production is another than the app's", () => {
    const { DATABASE_URL } = sound;
    expect(readMigrationConfig({ DATABASE_MIGRATION_URL: OWNER }).url).toBe(OWNER);
    expect(readMigrationConfig({ DATABASE_URL, DATABASE_MIGRATION_URL: OWNER }).url).toBe(OWNER);
    expect(readMigrationConfig({ DATABASE_URL, NODE_ENV: 'development' }).url).toBe(DATABASE_URL);
    const same = 'postgres://malspar_app:other@elsewhere/malspar';
    for (const faulty of [{}, { DATABASE_URL }, { DATABASE_URL, DATABASE_MIGRATION_URL: same }]) {
      expect(() => readMigrationConfig(faulty)).toThrow(/DATABASE_MIGRATION_URL: .{20,}/);
    }
  });
});

describe('a demo', () => {
  const demo = { ...sound, NODE_ENV: 'development', AUTH_MODE: 'demo', DEMO_IDP_MODULE: 'x' };
  it.each(['127.0.0.1', 'localhost', '::1'])('listens on this machine alone: %s', (HOST) => {
    expect(readConfig({ ...demo, HOST, PUBLIC_ORIGIN: 'http://localhost:4200' }).HOST).toBe(HOST);
  });
  it.each(['0.0.0.0', '::', '192.0.2.1', 'malspar.test'])('does not listen on %s', (HOST) => {
    expect(() => readConfig({ ...demo, HOST, PUBLIC_ORIGIN: 'http://localhost:4200' })).toThrow(/^  HOST: /m);
  });
});

describe('a secret', () => {
  it.each([
    'x'.repeat(64),
    'abab'.repeat(16),
    '0123456789abcdef0123456789abcdef',
    'a secret that is used in tests and nowhere else',
    'change-me-change-me-change-me-please',
    'ReplaceThisWithSomethingLongAndRandom!',
    'hemlighetensomingenkangissa-eller-hur',
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbcccccccc',
    randomBytes(12).toString('hex'),
  ])('is weak: %s', (secret) => expect(isWeakSecret(secret)).toBe(true));

  // As random as any, and the same in every run: one in some ten thousands that are drawn looks as if it were not.
  const drawn = (nth: number, length: number): Buffer =>
    createHash('sha512').update(String(nth)).digest().subarray(0, length);

  it('is strong when it is random, however it is written', () => {
    for (let nth = 0; nth < 2000; nth++) {
      const made = [
        drawn(nth, 36).toString('base64'),
        drawn(nth, 32).toString('hex'),
        drawn(nth, 24).toString('base64url'),
      ];
      expect(made.filter((secret) => isWeakSecret(secret))).toEqual([]);
    }
  });
});
