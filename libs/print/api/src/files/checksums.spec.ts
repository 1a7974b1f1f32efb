import { checksumsOf, couldBeReport } from './checksums.js';
import { canonicalOf } from './document-files.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** As large and as deep as what is published. */
const content = {
  title: 'Räknade ”cyklister” på Älvgatan',
  places: Array.from({ length: 900 }, (_, nth) => ({
    place: `Plats nummer ${nth}, med å, ä och ö {i} ”namnet”`,
    series: [{ period: '2024-Q3', value: String(nth), note: null }],
  })),
};
const { canonical, sha256 } = canonicalOf(content);
const { length } = encode(canonical);
const published = [
  {
    publication: 'x',
    period: '2024-Q3',
    version: 1,
    sha256,
    publishedAt: '2024-11-01T00:00:00Z',
    files: [{ name: 'x.json', format: 'json' as const, bytes: length, sha256 }],
  },
];

describe('what is read as the JSON of a report', () => {
  const report = JSON.parse(canonical) as object;
  const escaped = (text: string) =>
    text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  it.each([
    ['as it was published', canonical],
    ['with spaces', JSON.stringify(report, null, 4)],
    ['with signs by their numbers', escaped(JSON.stringify(report, null, 4))],
    ['as some editors save it', `\ufeff\r\n ${canonical}\n`],
  ])('is a report %s', (_, text) => expect(checksumsOf(encode(text), published).content).toBe(sha256));

  const filled = (piece: string) => piece.repeat(Math.floor(length / piece.length));
  it.each([
    ['more than ever was published', `{"a":"${'x'.repeat(4 * length)}"}`],
    ['a list', `[${canonical}]`],
    ['nothing', ''],
    ['blanks', ' \n'],
    ['objects without end', `{"a":[${filled('{},')}{}]}`],
    ['lists in lists', `{"a":${filled('[')}`],
    ['names alone', `{${filled('"":"",')}"":""}`],
    ['marks after a quote that is none', `{"a":"\\"","b":[${filled('1,')}1]}`],
  ])('is not %s', (_, text) => {
    expect(couldBeReport(encode(text), length)).toBe(false);
    expect(checksumsOf(encode(text), published).content).toBeNull();
  });

  it('does not depend on marks in what is said, nor on reports that are not there', () => {
    expect(couldBeReport(encode(`{"a":"\\\\\\"${'{'.repeat(length / 2)}"}`), length)).toBe(true);
    expect(checksumsOf(encode(canonical), []).content).toBeNull();
  });
});
