import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildingAlone } from './build.mjs';
import { readLock } from './lock-file.mjs';
import { ROOT } from './root.mjs';

describe('building alone', () => {
  let folder;
  let lock;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'malspar-spec-'));
    lock = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets one build at a time', async () => {
    let running = 0;
    const most = [];
    const work = async () => {
      most.push(++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    await Promise.all(Array.from({ length: 3 }, () => buildingAlone(work, { lock })));
    expect(most).toEqual([1, 1, 1]);
    expect(readLock(lock)).toBeUndefined();
  });

  it('lets go of the lock when the build fails', async () => {
    await expect(buildingAlone(() => Promise.reject(new Error('no')), { lock })).rejects.toThrow('no');
    expect(readLock(lock)).toBeUndefined();
  });

  it.each([
    ['a process that has ended', { pid: 2 ** 30, folder: ROOT }],
    ['a checkout that this one was copied from', { pid: process.pid, folder: '/elsewhere' }],
  ])('is not held up by the lock of %s', async (_, holder) => {
    writeFileSync(lock, JSON.stringify(holder));
    expect(await buildingAlone(() => Promise.resolve('built'), { lock })).toBe('built');
  });
});
