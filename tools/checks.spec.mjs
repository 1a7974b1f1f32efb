import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { overBudget } from './checks/bundle-budget.mjs';
import { missingBinaries } from './checks/lock-platforms.mjs';
import { amissIn } from './checks/portable-texts.mjs';
import { at } from './lib/root.mjs';

const noise = (kilobytes) => randomBytes(kilobytes * 1000).toString('base64');

describe('the lock', () => {
  const outer = { optionalDependencies: { 'a-linux': '1.0.0' } };

  it('holds each binary package that something names', () => {
    expect(missingBinaries({ 'node_modules/a': outer, 'node_modules/a-linux': {} })).toEqual([]);
    expect(missingBinaries({ 'node_modules/b/node_modules/a': outer, 'node_modules/a-linux': {} })).toEqual([]);
  });

  it('is faulted for one that is missing, or out of reach', () => {
    expect(missingBinaries({ 'node_modules/a': outer })).toEqual([
      'node_modules/a names a-linux, which the lock lacks.',
    ]);
    expect(missingBinaries({ 'node_modules/a': outer, 'node_modules/b/node_modules/a-linux': {} })).toHaveLength(1);
  });
});

describe('the budget', () => {
  const index = '<script src="main-A.js" type="module"></script>';

  it('counts what the first page pulls in, directly or not', () => {
    const files = new Map([
      ['main-A.js', 'import{a}from"./chunk-B.js";import("./chunk-C.js")'],
      ['chunk-B.js', noise(160)],
      ['chunk-C.js', noise(30)],
    ]);
    expect(overBudget(index, files)).toEqual([expect.stringContaining('Initial scripts')]);
  });

  it('limits each page that is fetched later', () => {
    const files = new Map([
      ['main-A.js', 'import("./chunk-C.js")'],
      ['chunk-C.js', noise(60)],
    ]);
    expect(overBudget(index, files)).toEqual([expect.stringContaining('chunk-C.js')]);
  });
});

describe('the containers', () => {
  const { services } = parse(readFileSync(at('docker', 'compose.yaml'), 'utf8'), { merge: true });
  /** Who is given a value that holds the secret. */
  const holders = (secret) =>
    Object.entries(services)
      .filter(([, { environment }]) => JSON.stringify(environment).includes('${' + secret))
      .map(([name]) => name);

  it('are given no file with everybody’s settings', () => {
    expect(Object.values(services).filter((service) => service.env_file !== undefined)).toEqual([]);
    for (const { environment } of Object.values(services)) expect(Object.keys(environment ?? {})).not.toEqual([]);
  });

  it.each([
    ['POSTGRES_PASSWORD', ['database']],
    ['MALSPAR_OWNER_PASSWORD', ['database', 'migrate']],
    ['MALSPAR_APP_PASSWORD', ['database', 'api', 'worker']],
    ['SESSION_SECRET', ['api']],
    ['AZURE_CLIENT_SECRET', ['api']],
  ])('hold %s only where it is used', (secret, expected) => expect(holders(secret)).toEqual(expected));

  it('are given every setting of the example', () => {
    const lines = readFileSync(at('docker', 'example.env'), 'utf8').matchAll(/^(\w+)=/gm);
    for (const [, name] of lines) expect([name, holders(name).length > 0]).toEqual([name, true]);
  });
});

describe('a portable text', () => {
  // Taken apart, or the check would find them here.
  it.each([
    ['/root', '/.npm/x'],
    ['see /home', '/eva/plan.json'],
    ['"resolved": ', '"https://a/b"'],
    ['TO', 'DO: later'],
  ])('does not say %s%s', (start, end) => expect(amissIn('a.md', start + end)).toHaveLength(1));

  it.each(['/home', 'https://example.se/work/item', './work/a', '/health/ready'])('may say %s', (text) =>
    expect(amissIn('a.md', text)).toEqual([]),
  );
});
