import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import { comparePeriods } from '@malspar/shared-model';
import {
  type MarkedText,
  publicPath,
  publicSite,
  search,
  type SearchHit,
  type SearchIndex,
  searchIndex,
  type SiteWords,
  type StoredVersion,
  tidyQuery,
} from '@malspar/site-model';
import { composePublishedReport } from '../composing/compose.js';
import type { PublishedReport } from '../published-report.js';
import { sampleComposition } from '../testing/index.js';
import { shownReport } from './shown-report.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;

const version = (
  period: string,
  change: Parameters<typeof sampleComposition>[2] = {},
): StoredVersion<PublishedReport> => ({
  content: composePublishedReport(sampleComposition(plan, period, change)),
  canonical: '',
  sha256: period.padEnd(64, '0'),
  files: [],
});
const correction = { reason: 'Ett tal om kalkylen var fel.', date: '2026-03-01', ofVersion: 1 };
const versions = [
  version('2024'),
  version('2024-Q3'),
  version('2024-Q4', { foreword: 'Havregryn åt alla.' }),
  version('2024-Q4', { version: 2, correction, foreword: 'Havregryn åt nästan alla.' }),
];
const site = publicSite([{ kind: shownReport, versions }]);
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

describe('searching', () => {
  it('finds an area, its targets and what the site says, by group', () => {
    expect(hitsOf('läkemedel')[0]).toMatchObject({
      group: 'area',
      version: { place: { path: '/malomraden/lakemedel' } },
    });
    expect(hitsOf('lakemedel')[0]).toEqual(hitsOf('läkemedel')[0]);
    expect(hitsOf('r1')[0]).toMatchObject({ group: 'target', version: { place: { path: '/mal/R1' } } });
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
    expect(hit).toMatchObject({
      group: 'report',
      field: 'foreword',
      version: { in: { version: 2 } },
      also: [{ in: { version: 1 } }],
    });
    expect(publicPath(hit!.version.place, 'sv')).toBe('/rapporter/2024-Q4');
    expect(publicPath(hit!.also[0]!.place, 'en')).toBe('/en/rapporter/2024-Q4/v1');
  });

  it("finds a period's words once, though its year says them too, with the period's own report first", () => {
    const hits = hitsOf('arbetet med R1', 'report');
    expect(new Set(hits.map(({ period }) => period)).size).toBe(hits.length);
    const fourth = hits.find(({ period }) => period === '2024-Q4');
    expect(fourth?.version).toMatchObject({ in: { period: '2024-Q4', version: 2 } });
    expect(fourth?.also).toMatchObject([
      { in: { period: '2024-Q4', version: 1 } },
      { in: { period: '2024', version: 1 } },
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
