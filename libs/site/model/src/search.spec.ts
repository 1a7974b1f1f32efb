import { readFileSync } from 'node:fs';
import { composePublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { comparePeriods } from '@malspar/shared-model';
import { publicPath } from './public-address.js';
import { publicSite, type PublishedVersion } from './public-site.js';
import { type SearchIndex, searchIndex, type SiteWords } from './search-index.js';
import { search, type SearchHit, tidyQuery } from './search.js';
import { closenessIn, excerpt, marked, type MarkedText, queryWords, searchable } from './search-text.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;

const version = (period: string, change: Parameters<typeof sampleComposition>[2] = {}): PublishedVersion => ({
  report: composePublishedReport(sampleComposition(plan, period, change)),
  sha256: period.padEnd(64, '0'),
  files: [],
});
const correction = { reason: 'Ett tal om kalkylen var fel.', date: '2026-03-01', ofVersion: 1 };
const site = publicSite([
  version('2024'),
  version('2024-Q3'),
  version('2024-Q4', { foreword: 'Havregryn åt alla.' }),
  version('2024-Q4', { version: 2, correction, foreword: 'Havregryn åt nästan alla.' }),
]);
const words: SiteWords = {
  terms: [['Basår', 'Det år som utvecklingen jämförs med.']],
  pages: [{ at: 'about', title: 'Om siffrorna', text: 'Så kommer en siffra hit. Kontrollsumman räknas fram.' }],
};
const index: SearchIndex = searchIndex(site!, words, 'sv');
const withWords = searchIndex(
  site!,
  { terms: [['Klimatpåverkan', 'Det som transporter eller annat gör med klimatet.']], pages: [] },
  'sv',
);
const hitsOf = (query: string, group?: SearchHit['group']): SearchHit[] =>
  search(index, query, group ?? null).groups.flatMap(({ hits }) => hits);
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

describe('searching', () => {
  it('finds an area, its targets and what the site says, by group', () => {
    expect(hitsOf('läkemedel')[0]).toMatchObject({ group: 'area', version: { place: { slug: 'lakemedel' } } });
    expect(hitsOf('lakemedel')[0]).toEqual(hitsOf('läkemedel')[0]);
    expect(hitsOf('r1')[0]).toMatchObject({ group: 'target', version: { place: { code: 'R1' } } });
    expect(hitsOf('basår').at(-1)).toMatchObject({ group: 'term' });
    expect(hitsOf('kontrollsumman')).toMatchObject([{ group: 'page', field: 'text' }]);
  });

  it('wants every word, and something that the text itself says', () => {
    expect(search(index, 'havregryn nästan').total).toBe(1);
    expect(search(index, 'havregryn finnsinte').total).toBe(0);
    const reports = search(index, plan.focusAreas[0]!.title.split(' ')[0]!, 'report');
    expect(reports.groups.flatMap(({ hits }) => hits).every(({ excerpt: text }) => hitTexts(text).length > 0)).toBe(
      true,
    );
  });

  it('shows the newest version and folds the older ones', () => {
    const [hit, ...others] = hitsOf('havregryn');
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ group: 'report', field: 'foreword', version: { version: 2 }, also: [{ version: 1 }] });
    expect(publicPath(hit!.version.place, 'sv')).toBe('/rapporter/2024-Q4');
    expect(publicPath(hit!.also[0]!.place, 'en')).toBe('/en/rapporter/2024-Q4/v1');
  });

  it("finds a period's words once, though its year says them too, with the period's own report first", () => {
    const hits = hitsOf('arbetet med R1', 'report');
    expect(new Set(hits.map(({ period }) => period)).size).toBe(hits.length);
    const fourth = hits.find(({ period }) => period === '2024-Q4');
    expect(fourth?.version).toMatchObject({ period: '2024-Q4', version: 2 });
    expect(fourth?.also).toMatchObject([
      { period: '2024-Q4', version: 1 },
      { period: '2024', version: 1 },
    ]);
  });

  it('puts whole words and beginnings before parts, and reports with the latest first', () => {
    const periods = hitsOf('arbetet', 'report').map(({ period }) => period);
    expect([...new Set(periods)].slice(0, 2)).toEqual(['2024', '2024-Q4']);
    expect([...periods].sort((a, b) => comparePeriods(b!, a!))).toEqual(periods);
    const texts = ['Om bokslut', 'Klimatbokslut'];
    const small = searchIndex(site!, { terms: texts.map((term) => [term, 'x']), pages: [] }, 'sv');
    const found = search(small, 'bokslut').groups.find(({ group }) => group === 'term');
    expect(found?.hits.map(({ title }) => title.map(({ text }) => text).join(''))).toEqual(texts);
  });

  it('shows a few of each group, and the whole of the one that is asked for', () => {
    const few = search(index, 'arbetet').groups.find(({ group }) => group === 'report');
    const all = search(index, 'arbetet', 'report').groups.find(({ group }) => group === 'report');
    expect(few?.hits).toHaveLength(5);
    expect(all?.hits).toHaveLength(Math.min(100, few!.count));
  });

  it.each([
    ['a letter missing', 'klimatpaverkn', 'klimatpåverkan'],
    ['a letter too many', 'transsporter', 'transporter'],
    ['a letter wrong', 'havregrym', 'havregryn'],
    ['two letters swapped', 'hvaregryn', 'havregryn'],
    ['one word of several misspelt', 'havregrym alla', 'havregryn alla'],
    ['a compound that is only there in parts', 'havregrynsnästan', 'havregryn nästan'],
    ['a beginning of three letters', 'hav', 'havregryn'],
  ])('finds what may have been meant: %s', (_what, query, instead) => {
    const result = search(withWords, query);
    expect(result).toMatchObject({ query, instead });
    expect(result.total).toBeGreaterThan(0);
    expect(search(withWords, instead)).toEqual({ ...result, query: instead, instead: null });
  });

  it.each(['el', 'xyzzy', 'havregryn xyzzy', 'havr', 'nästan havregrym'.repeat(6)])(
    'guesses at nothing where a word is known, too short or like no other: %s',
    (query) => expect(search(withWords, query).instead).toBeNull(),
  );

  it('takes whatever is written', () => {
    for (const query of ['', '   ', '!?', '"><script>', '.*(', '\u0000', 'å'.repeat(100), '🌱', '\\', '%']) {
      expect(search(index, tidyQuery(query)).total).toBeGreaterThanOrEqual(0);
    }
    expect(tidyQuery(' mil\u200bjo\u0308 \n mål ')).toBe('miljö mål');
  });
});
