import { KeptFiles } from './kept-files.js';
import type { Stored } from '../stored/stored.js';

const file = (sha256: string, bytes: number) => ({ sha256, bytes });

describe('files in memory', () => {
  let fetched: string[];
  let away: boolean;
  const fetch = (sha256: string): Promise<Stored> => {
    fetched.push(sha256);
    return away
      ? Promise.reject(new Error('away'))
      : Promise.resolve({ hash: sha256, mediaType: 'text/csv', identity: Buffer.of() });
  };
  beforeEach(() => {
    fetched = [];
    away = false;
  });

  it('are the first, as far as there is room; the rest is fetched each time', async () => {
    const files = new KeptFiles(fetch, 10);
    files.replace([file('a', 4), file('b', 6), file('c', 1)]);
    await files.fetchAll(fail);
    expect(fetched).toEqual(['a', 'b']);
    for (const sha256 of ['a', 'c', 'b', 'c']) expect((await files.get(sha256)).hash).toBe(sha256);
    await files.fetchAll(fail);
    expect(fetched).toEqual(['a', 'b', 'c', 'c']);
  });

  it('make room for newer ones', async () => {
    const files = new KeptFiles(fetch, 10);
    files.replace([file('a', 10)]);
    await files.fetchAll(fail);
    files.replace([file('b', 10), file('a', 10)]);
    await files.fetchAll(fail);
    await files.get('b');
    await files.get('a');
    expect(fetched).toEqual(['a', 'b', 'a']);
  });

  it('are fetched once for all who ask at the same time, and again after it failed', async () => {
    const files = new KeptFiles(fetch, 10);
    files.replace([file('a', 1)]);
    away = true;
    const failed: unknown[] = [];
    await files.fetchAll((error) => failed.push(error));
    expect(failed).toHaveLength(1);
    away = false;
    await Promise.all([files.get('a'), files.get('a'), files.get('a')]);
    expect(fetched).toEqual(['a', 'a']);
  });
});

function fail(error: unknown): void {
  throw error;
}
