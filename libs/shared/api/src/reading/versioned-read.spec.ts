import { UNCHANGED, VersionedRead } from './versioned-read.js';

describe('a read by version', () => {
  it('reads nothing where the version is the one that is held', async () => {
    const read = () => Promise.reject(new Error('Nothing is to be read'));
    expect(await new VersionedRead('one').of(() => Promise.resolve('one'), read)).toBe(UNCHANGED);
  });

  it.each([
    ['none is held', null, 'one'],
    ['another version is held', 'one', 'two'],
    ['there is no version to compare', null, null],
  ])('reads where %s, and knows by which version', async (_, held, now) => {
    const read = new VersionedRead(held);
    expect(read.version).toBeNull();
    expect(
      await read.of(
        () => Promise.resolve(now),
        () => Promise.resolve('data'),
      ),
    ).toBe('data');
    expect(read.version).toBe(now);
  });

  it('asks for the version first, so that what is read is as new or newer', async () => {
    const asked: string[] = [];
    const note = (what: string) => () => (asked.push(what), Promise.resolve(what));
    await new VersionedRead(null).of(note('version'), note('data'));
    expect(asked).toEqual(['version', 'data']);
  });
});
