import { type KnownVersion, readChecksum, recognise } from './recognise.js';

const sum = (sign: string): string => sign.repeat(64);
const version = (number: number, change: Partial<KnownVersion> = {}): KnownVersion => ({
  publication: '2024-Q4',
  period: '2024-Q4',
  version: number,
  sha256: sum(String(number)),
  publishedAt: `2025-0${number}-01T00:00:00Z`,
  files: [{ name: `rapport-v${number}.pdf`, format: 'pdf', bytes: 1000, sha256: sum('ab'[number - 1] ?? 'c') }],
  ...change,
});
const known = [
  version(2),
  version(1),
  version(1, { publication: '2024-Q3', period: '2024-Q3', sha256: sum('9'), files: [] }),
];

describe('recognising what was published', () => {
  it('tells the file, the version and whether there is a newer one', () => {
    expect(recognise(known, { bytes: sum('a'), content: null })).toEqual({
      outcome: 'published',
      match: 'bytes',
      publication: '2024-Q4',
      period: '2024-Q4',
      version: 1,
      file: 'rapport-v1.pdf',
      publishedAt: '2025-01-01T00:00:00Z',
      newestVersion: 2,
    });
    expect(recognise(known, { bytes: sum('9'), content: null })).toMatchObject({ newestVersion: 1, file: null });
  });

  it('knows the content of JSON that is written otherwise, and prefers the very bytes', () => {
    expect(recognise(known, { bytes: sum('f'), content: sum('2') })).toMatchObject({ match: 'content', version: 2 });
    expect(recognise(known, { bytes: sum('1'), content: sum('2') })).toMatchObject({ match: 'bytes', version: 1 });
  });

  it('says what it does not know, with its checksum', () => {
    const unknown = { outcome: 'unknown', sha256: sum('f') };
    expect(recognise(known, { bytes: sum('f'), content: sum('e') })).toEqual(unknown);
    expect(recognise([], { bytes: sum('f'), content: null })).toEqual(unknown);
  });
});

describe('a checksum as pasted', () => {
  const good = 'ab12'.repeat(16);
  it.each([
    good,
    good.toUpperCase(),
    `  ${good}\n`,
    `SHA-256: ${good}`,
    `sha256=${good}`,
    `${good}  rapport.pdf`,
    `${good} *rapport.pdf`,
    (good.match(/.{8}/g) ?? []).join(' '),
    (good.match(/../g) ?? []).join(':'),
  ])('is read: %s', (text) => expect(readChecksum(text)).toBe(good));

  it.each(['', 'rapport.pdf', good.slice(1), `${good}a`, good.replace('a', 'g'), `x${good}`])('is none: %s', (text) =>
    expect(readChecksum(text)).toBeNull(),
  );
});
