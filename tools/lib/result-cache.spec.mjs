import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedCheck } from './cached-tests.mjs';
import { readCheckout, shapeOf } from './checkout-files.mjs';
import { ResultCache } from './result-cache.mjs';

let folder;
let file;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'malspar-spec-'));
  file = join(folder, 'passed.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('results that are kept', () => {
  const keep = (name, key, passed) => new ResultCache({ file }).keep([{ name, key, passed }]);

  it('are known in the next run, under the same key alone', () => {
    keep('a.spec.ts', 'k1', 7);
    keep('b.spec.ts', 'k2', 1);
    const next = new ResultCache({ file });
    expect(next.passedBefore('a.spec.ts', 'k1')).toBe(7);
    expect(next.passedBefore('a.spec.ts', 'k2')).toBe(0);
    expect(next.passedBefore('c.spec.ts', 'k1')).toBe(0);
  });

  it('are not asked for in a fresh run, and none is known when the file is broken', () => {
    keep('a.spec.ts', 'k1', 7);
    expect(new ResultCache({ file, isRead: false }).passedBefore('a.spec.ts', 'k1')).toBe(0);
    writeFileSync(file, '{"a.spec.ts"');
    expect(new ResultCache({ file }).passedBefore('a.spec.ts', 'k1')).toBe(0);
  });
});

describe('a check', () => {
  const passes = { passed: 1, failures: [] };
  const fails = { passed: 0, failures: [{ name: 'lint', detail: 'wrong' }] };
  let key = 'k1';
  let ran = 0;
  const check = (outcome, during = () => undefined) =>
    cachedCheck(
      new ResultCache({ file }),
      'lint',
      () => key,
      async () => {
        ran += 1;
        during();
        return outcome;
      },
    );
  beforeEach(() => {
    key = 'k1';
    ran = 0;
  });

  it('that passed is not run again, and counts, until what it depends on has changed', async () => {
    expect(await check(passes)).toEqual(passes);
    expect(await check(fails)).toEqual({ ...passes, unchanged: 1 });
    expect(ran).toBe(1);
    key = 'k2';
    expect(await check(fails)).toEqual(fails);
  });

  it('that failed is run again', async () => {
    expect(await check(fails)).toEqual(fails);
    expect(await check(passes)).toEqual(passes);
    expect(ran).toBe(2);
  });

  it('during which a file was edited is run again', async () => {
    await check(passes, () => (key = 'k2'));
    await check(passes);
    expect(ran).toBe(2);
  });
});

describe('files of the checkout', () => {
  it('are told apart by their content, and catalogues also by which texts they have', () => {
    const write = (name, text) => writeFileSync(join(folder, name), text);
    const digest = (name, part) => readCheckout(folder).digest(name, part);
    write('sv.json', '{"a":{"b":"Spara"}}');
    const [content, shape] = [digest('sv.json', 'content'), digest('sv.json', 'shape')];
    write('sv.json', '{"a":{"b":"Skicka"}}');
    expect([digest('sv.json', 'content') === content, digest('sv.json', 'shape') === shape]).toEqual([false, true]);
    write('sv.json', '{"a":{"c":"Skicka"}}');
    expect(digest('sv.json', 'shape')).not.toBe(shape);
    expect(shapeOf('{"a"')).toBe('{"a"');
  });

  it('are those that somebody wrote', () => {
    const { paths } = readCheckout();
    expect(paths).toEqual(expect.arrayContaining(['.ci/run', 'package-lock.json', 'tools/lib/result-cache.spec.mjs']));
    expect(paths.filter((path) => /(^|\/)(node_modules|dist|\.cache|\.git)\//.test(path))).toEqual([]);
  });
});
