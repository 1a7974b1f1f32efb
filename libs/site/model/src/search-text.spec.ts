import { closenessIn, excerpt, marked, type MarkedText, queryWords, searchable } from './search-text.js';

const hitTexts = (parts: readonly MarkedText[]): string[] => parts.filter(({ hit }) => hit).map(({ text }) => text);
const closeness = (text: string, query: string): number => closenessIn(searchable(text), queryWords(query)[0] ?? '');

describe('letters', () => {
  it.each([
    ['Miljö', 'miljo', 3],
    ['miljo', 'miljö', 0],
    ['Miljö', 'miljö', 3],
    ['båt', 'bät', 0],
    ['båt och bat', 'bat', 3],
    ['räksmörgås', 'räksmorgas', 3],
    ['räksmörgås', 'raksmörgås', 3],
    ['raksmörgås', 'räksmörgås', 0],
    ['CO₂e', 'co2e', 3],
    ['Café', 'cafe', 3],
    ['İstanbul', 'istanbul', 3],
  ])('%s sought as %s', (text, query, expected) => expect(closeness(text, query)).toBe(expected));

  it.each([
    ['klimatbokslut', 'klimat', 2],
    ['klimatbokslut', 'bokslut', 1],
    ['klimatbokslut', 'bo', 0],
    ['klimatbokslutet och bokslut', 'bokslut', 3],
    ['R12', 'R1', 0],
    ['eller', 'el', 0],
    ['enkel', 'kel', 0],
    ['el och gas', 'el', 3],
    ['bilarna', 'bil', 2],
    ['målets', 'mål', 2],
    ['bilder', 'bil', 0],
    ['R1', 'r1', 3],
    ['enkel', 'k', 0],
  ])('a whole word, its beginning or a part of it: %s, %s', (text, query, expected) =>
    expect(closeness(text, query)).toBe(expected),
  );

  it('stand in the folded text where they stand in the text, whatever they are', () => {
    for (const text of ['ﬁskar İ Å ß 🌱 A\u030angström', 'e\u0301te\u0301', '\ud800x']) {
      const { text: whole, dotted, plain } = searchable(text);
      expect([dotted.length, plain.length]).toEqual([whole.length, whole.length]);
    }
  });
});

describe('what is shown of a text', () => {
  it('has its words marked, overlapping ones as one', () => {
    expect(marked(searchable('Klimatmålet nås'), queryWords('klimat klimatmål'))).toEqual([
      { text: 'Klimatmål', hit: true },
      { text: 'et nås', hit: false },
    ]);
    expect(hitTexts(marked(searchable('ab ab'), queryWords('ab')))).toEqual(['ab', 'ab']);
  });

  it.each([
    ['12 500', 'Vi körde 12\u00a0500 mil.', '12\u00a0500'],
    ['12500', 'Vi körde 12 500 mil.', '12 500'],
    ['12\u202f500', 'Vi körde 12500 mil.', '12500'],
    ['1 234 567', 'Av 1’234’567 kronor', '1’234’567'],
    ['miljömål', 'Våra miljö\u00admål och mer', 'miljö\u00admål'],
    ['miljö\u200bmål', 'Våra miljömål', 'miljömål'],
  ])('folds what is not seen, and the spaces within numbers: %j in %j', (query, text, hit) => {
    expect(hitTexts(marked(searchable(text), queryWords(query)))).toEqual([hit]);
  });

  it('leaves numbers beside one another as they are', () => {
    expect(queryWords('2021 2025')).toEqual(['2021', '2025']);
    expect(queryWords('K4 250')).toEqual(['k4', '250']);
  });

  it('is a window around the best hit, cut between words, and nothing is lost or made up', () => {
    const long = `${'början av texten '.repeat(40)}här står nålen${' slutet av texten'.repeat(40)}`;
    const parts = excerpt(searchable(long), queryWords('nålen'));
    const shown = parts.map(({ text }) => text).join('');
    expect(hitTexts(parts)).toEqual(['nålen']);
    expect(shown).toMatch(/^… \S.*\S …$/);
    expect(shown.length).toBeLessThan(240);
    expect(long).toContain(shown.slice(2, -2));
  });
});
