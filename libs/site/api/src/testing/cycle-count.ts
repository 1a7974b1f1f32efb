import type { PublishedChange, PublishedDifference } from '@malspar/publication-model';
import { BothLanguages, PeriodCode, PlainDate, Sha256 } from '@malspar/shared-model';
import {
  type DrawnKind,
  type DrawnPublished,
  drawnByTheSite,
  type KindOpenData,
  OPEN_DATA_ROOT,
  openLink,
  openListOf,
  openVersionPath,
  type OpenDataPlace,
  type SiteName,
} from '@malspar/site-model';
import * as z from 'zod';

/** How many cycled past: two fields and one table, and what every publication says of itself. */
export const CycleCount = z
  .strictObject({
    slug: z.string(),
    title: BothLanguages,
    period: PeriodCode,
    version: z.number().int(),
    correction: z.strictObject({ reason: z.string(), date: PlainDate, ofVersion: z.number().int() }).nullable(),
    publishedAt: z.iso.datetime(),
    publishedOn: z.strictObject({ date: PlainDate, ...BothLanguages.shape }),
    auditHead: Sha256,
    weather: z.string(),
    countedBy: z.string(),
    places: z.array(z.strictObject({ place: z.string(), count: z.string() })),
  })
  .describe('A counting, as it was frozen.');
export type CycleCount = z.infer<typeof CycleCount>;

type Published = DrawnPublished<CycleCount>;

const dataPath = (period: string, version: number): string => openVersionPath('/cyklister', period, version);

/** The version that an address names. */
const versionAt = ({ published, parameters }: OpenDataPlace<Published>) =>
  published?.versions.find(
    ({ content }) =>
      content.period.toLowerCase() === parameters['period'] && String(content.version) === parameters['version'],
  );

const openData: KindOpenData<Published> = {
  title: { sv: 'Räknade cyklister', en: 'Counted cyclists' },
  summary: 'Counted cyclists',
  description: 'Hur många som har cyklat förbi. How many cycled past.',
  limitations: 'Bara vissa platser. Only some places.',
  tags: [{ name: 'counts', description: 'Countings, version by version.' }],
  parameters: {
    period: { description: 'The year.', example: '2027' },
    version: { description: 'The version’s number, from 1.', example: '1' },
  },
  schemas: {
    CycleCount: { schema: CycleCount },
    CycleCountList: { schema: openListOf(CycleCount), description: 'A page of countings.' },
  },
  resources: [
    {
      ...{ path: '/cyklister', operationId: 'listCounts', summary: 'Every counting', tag: 'counts' },
      ...{ description: 'Every version.', frozen: false, mayBeMissing: false, kind: 'list', schema: 'CycleCount' },
      of: ({ published }) => published?.versions.map(({ content }) => content) ?? [],
    },
    {
      ...{ path: '/cyklister/{period}/versions/{version}', operationId: 'getCount', summary: 'A version' },
      ...{ description: 'Byte for byte.', tag: 'counts', frozen: true, mayBeMissing: true },
      ...{ kind: 'json-text', schema: 'CycleCount' },
      of: (at) => versionAt(at)?.canonical ?? null,
    },
  ],
  links: (at) => [openLink(at, 'counts', `${OPEN_DATA_ROOT}/cyklister`)],
  addresses: () => [{ path: `${OPEN_DATA_ROOT}/cyklister`, text: { sv: 'Räkningarna.', en: 'The countings.' } }],
  samplePath: (published) => {
    const [first] = published?.versions ?? [];
    return first ? dataPath(first.content.period, first.content.version) : null;
  },
  example: () => {
    const content = cycleCount();
    const version = { content, canonical: JSON.stringify(content), sha256: 'c'.repeat(64), files: [] };
    const made = drawnByTheSite(shownCycleCount).read([version]);
    if (!made) throw new Error('The example is empty');
    return made;
  },
  examplePaths: { there: dataPath('2027', 1), missing: dataPath('1999', 1) },
  examples: ({ published }) => {
    const items = published.versions.map(({ content }) => content);
    return {
      CycleCount: items[0],
      CycleCountList: { items, page: 1, limit: 20, total: 1, notice: null, links: [] },
    };
  },
};

/** A counting, made up; `change` what is otherwise. */
export const cycleCount = (change: Partial<CycleCount> = {}): CycleCount => ({
  slug: 'cyklister-2027',
  title: { sv: 'Cyklister 2027', en: 'Cyclists 2027' },
  period: '2027',
  version: 1,
  correction: null,
  publishedAt: '2028-01-10T09:00:00.000Z',
  publishedOn: { date: '2028-01-10', sv: '10 januari 2028', en: '10 January 2028' },
  auditHead: 'a'.repeat(64),
  weather: 'Ihållande regn hela veckan.',
  countedBy: 'Cykelfrämjandet',
  places: [
    { place: 'Älvgatan', count: '1204' },
    { place: 'Bron', count: '87' },
  ],
  ...change,
});

/** How a made-up kind is shown: all that it hands over to the site. */
export const shownCycleCount: DrawnKind<CycleCount> = {
  name: 'cycle-count',
  content: CycleCount,
  root: 'cyklister',
  title: { sv: 'Cykelräkningar', en: 'Cycle counts' },
  openData,

  siteName: ({ countedBy }): SiteName => ({
    ...{ organisation: countedBy, title: 'Cykelräkning', language: 'sv', contact: null },
  }),

  body({ weather, places }) {
    const table = {
      caption: 'Räknade cyklister',
      columns: [
        { text: 'Plats', isNumber: false, plansWords: 'cells' as const },
        { text: 'Antal', isNumber: true, plansWords: null },
      ],
      rows: places.map(({ place, count }) => [place, count]),
    };
    return { lead: null, sections: [{ heading: 'Räkningen', paragraphs: [weather], tables: [table] }] };
  },

  searched: ({ weather, places }) => [weather, ...places.map(({ place }) => place)],

  difference(before, after): PublishedDifference {
    const versionOf = ({ period, version, title }: CycleCount) => ({ period, version, title });
    const changes = after.places.flatMap(({ place, count }): PublishedChange[] => {
      const was = before.places.find((each) => each.place === place)?.count ?? null;
      return was === count ? [] : [changeOf(place, was, count)];
    });
    return {
      before: versionOf(before),
      after: versionOf(after),
      general: [],
      plansWords: [],
      sections: changes.length === 0 ? [] : [{ key: 'counts', title: 'Räknade', presence: 'both', changes, items: [] }],
    };
  },
};

const changeOf = (place: string, before: string | null, after: string): PublishedChange => ({
  field: `counts/${place}`,
  label: { sv: place, en: place },
  kind: 'number',
  before: before === null ? null : { sv: before, en: before },
  after: { sv: after, en: after },
  numbers: { before, after },
  tokens: null,
  isExample: { before: false, after: false },
});
