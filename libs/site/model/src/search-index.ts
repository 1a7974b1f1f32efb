import {
  entriesSaid,
  type PublishedEntry,
  type PublishedTarget,
  type SaidOfArea,
  verdictsSaid,
} from '@malspar/environmental-report-model';
import type { Language } from '@malspar/figures-model';
import { comparePeriods, type PeriodCode, type Provenance, UNSTATED_LANGUAGE } from '@malspar/shared-model';
import type { PublishedDocument } from './plan-document.js';
import type { PlainPlace, PublicPlace } from './public-address.js';
import type { PublicSite, PublishedVersion } from './public-site.js';
import type { ShownPublication } from './shown-kind.js';
import { type Searchable, searchable } from './search-text.js';
import { type Vocabulary, vocabularyOf } from './search-vocabulary.js';

/** What is found, in the order in which it is shown. */
export const searchGroups = ['area', 'target', 'plan', 'report', 'document', 'term', 'page'] as const;
export type SearchGroup = (typeof searchGroups)[number];

/** What kind of text the words were found in. */
export type SearchField =
  | 'title'
  | 'aim'
  | 'department'
  | 'indicator'
  | 'method'
  | 'goal'
  | 'climate-goal'
  | 'driver'
  | 'amendment'
  | 'verdict'
  | 'comment'
  | 'measure'
  | 'no-value'
  | 'foreword'
  | 'correction'
  | 'gap'
  | 'meaning'
  | 'text';

/** The site's own words in one language: what is not in any report. */
export interface SiteWords {
  readonly terms: readonly (readonly [term: string, meaning: string])[];
  readonly pages: readonly { readonly at: PlainPlace; readonly title: string; readonly text: string }[];
}

/** A text of an entry. The weight says how much it counts to find something just there. */
export interface IndexedText {
  readonly field: SearchField;
  readonly text: Searchable;
  readonly weight: number;
  /** Whether the text is an example. */
  readonly isExample: boolean;
}

/** Where a text has been published. */
export interface IndexedVersion {
  readonly period: PeriodCode;
  readonly version: number;
  readonly title: string;
  readonly place: PublicPlace;
  /** The number of the area on the report's page; null for the page as a whole. */
  readonly area: number | null;
  readonly texts: readonly IndexedText[];
}

/** One thing that can be found. */
export interface IndexedEntry {
  readonly group: SearchGroup;
  readonly code: string | null;
  readonly title: IndexedText;
  /** Of the title (BCP 47): the plan's own words are in its language on every page. */
  readonly language: string;
  /** A file of the plan; null for what has a page. */
  readonly document: PublishedDocument | null;
  /** What period the texts are about; only for reports. */
  readonly period: PeriodCode | null;
  /** First the one that speaks for the period: what is not in it is not found. Outside reports there is one. */
  readonly versions: readonly IndexedVersion[];
}

export interface SearchIndex {
  readonly language: Language;
  /** Within a group in the order of the plan, or the latest first. */
  readonly entries: readonly IndexedEntry[];
  /** Every word that stands in the entries. */
  readonly vocabulary: Vocabulary;
}

type Written = readonly [field: SearchField, text: string | null | undefined, of: Provenance | null, weight?: number];

interface Titled {
  /** Where the title comes from; null for words of the site's own. */
  readonly of?: Provenance | null;
}

const titled = (
  fold: (text: string) => Searchable,
  title: string,
  code: string | null,
  of: Provenance | null,
): IndexedText => ({
  field: 'title',
  text: fold(code ? `${code} ${title}` : title),
  weight: 3,
  isExample: of === 'illustrative',
});

/** Everything that is published, ready to be searched; made once and asked often. */
export function searchIndex(site: PublicSite, words: SiteWords, language: Language): SearchIndex {
  const fold = folder();
  const textsOf = (written: readonly Written[]): IndexedText[] =>
    written.flatMap(([field, text, of, weight = 1]) =>
      text ? [{ field, text: fold(text), weight, isExample: of === 'illustrative' }] : [],
    );
  const single = (
    group: SearchGroup,
    place: PublicPlace,
    title: string,
    texts: readonly Written[],
    { of = null, ...more }: Partial<Pick<IndexedEntry, 'code' | 'language' | 'document'>> & Titled = {},
  ): IndexedEntry => ({
    group,
    code: null,
    language,
    document: null,
    ...more,
    period: null,
    title: titled(fold, title, more.code ?? null, of),
    versions: [{ ...versionRef(site.latest, language), place, area: null, texts: textsOf(texts) }],
  });
  const report = site.current;
  const { language: plansLanguage = UNSTATED_LANGUAGE } = report.plan;
  const entries = [
    ...report.areas.map((area) =>
      single(
        'area',
        { at: 'area', slug: area.slug },
        area.title,
        [
          ['aim', area.aim.text, area.aim.provenance],
          ['department', area.department.title, area.department.provenance],
        ],
        { language: plansLanguage, of: area.provenance },
      ),
    ),
    ...report.areas.flatMap(({ targets }) =>
      targets.map(({ code, title, indicator, note, provenance }) =>
        single(
          'target',
          { at: 'target', code },
          title,
          [
            ['indicator', indicator.name, indicator.provenance, 2],
            ['method', indicator.method, indicator.provenance],
            ['text', note, provenance],
          ],
          { language: plansLanguage, code, of: provenance },
        ),
      ),
    ),
    single(
      'plan',
      { at: 'plan' },
      report.plan.title,
      [
        ...report.goals.map(({ title, provenance }): Written => ['goal', title, provenance]),
        ...report.climateGoals.map(({ year, text, provenance }): Written => [
          'climate-goal',
          `${year} – ${text}`,
          provenance,
        ]),
        ...(report.drivers ?? []).map(({ title, provenance }): Written => ['driver', title, provenance]),
        ...report.amendments.map(({ text, provenance }): Written => ['amendment', text, provenance]),
      ],
      { language: plansLanguage },
    ),
    ...reportEntries(site, language, fold, textsOf),
    ...site.others.map((publication) => shownEntry(publication, language, fold, textsOf)),
    ...site.documents.map((document) =>
      single('document', { at: 'home' }, document.title, [], { language: document.language, document }),
    ),
    ...words.terms.map(([term, meaning]) => single('term', { at: 'glossary' }, term, [['meaning', meaning, null]])),
    ...words.pages.map(({ at, title, text }) => single('page', { at }, title, [['text', text, null]])),
  ];
  return { language, entries, vocabulary: vocabularyOf(foldedIn(entries)) };
}

/** Every text of the entries, each once. */
const foldedIn = (entries: readonly IndexedEntry[]): Set<Searchable> =>
  new Set(
    entries.flatMap(({ title, versions }) => [
      title.text,
      ...versions.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ]),
  );

/** The same text is folded once, however often it has been published. */
function folder(): (text: string) => Searchable {
  const known = new Map<string, Searchable>();
  return (text) => {
    const found = known.get(text) ?? searchable(text);
    known.set(text, found);
    return found;
  };
}

const versionRef = ({ report }: PublishedVersion, language: Language) => ({
  period: report.period,
  version: report.version,
  title: report.title[language],
});

interface BuildingVersion extends IndexedVersion {
  /** Whether it says what holds now; of what has been corrected, only the correction is found. */
  readonly holds: boolean;
}

interface Building extends IndexedEntry {
  readonly period: PeriodCode;
  readonly versions: BuildingVersion[];
}

/** What has been published of another kind for one period: found by what its newest version says. */
function shownEntry(
  { versions }: ShownPublication,
  language: Language,
  fold: (text: string) => Searchable,
  textsOf: (written: readonly Written[]) => IndexedText[],
): IndexedEntry {
  const [newest] = versions;
  return {
    group: 'report',
    code: null,
    title: titled(fold, newest.title[language], null, null),
    language,
    document: null,
    period: newest.period,
    versions: versions.map(({ root, period, version, title, correction, searched }, nth) => ({
      period,
      version,
      title: title[language],
      place: { at: 'published', root, period, version: nth === 0 ? null : version },
      area: null,
      texts: textsOf([
        ['correction', correction?.reason, null],
        ...searched[language].map((text): Written => ['text', text, null]),
      ]),
    })),
  };
}

/** What reports say, by what it is about: however often it was published, it is found once. */
function reportEntries(
  { archive, word }: PublicSite,
  language: Language,
  fold: (text: string) => Searchable,
  textsOf: (written: readonly Written[]) => IndexedText[],
): IndexedEntry[] {
  const entries = new Map<string, Building>();
  for (const { versions } of archive) {
    versions.forEach((version, nth) => {
      const { report } = version;
      const place: PublicPlace = { at: 'report', period: report.period, version: nth === 0 ? null : report.version };
      const add = (
        about: Titled & {
          key: string;
          period: PeriodCode;
          title: string;
          code?: string;
          titleIn: string;
          area?: number;
        },
        written: readonly Written[],
        holding: readonly Written[] = written,
      ): void => {
        const { key, period, title, code = null, titleIn, area = null, of = null } = about;
        const name = titled(fold, title, code, of);
        const building: Building = entries.get(key) ?? {
          group: 'report',
          code,
          title: name,
          language: titleIn,
          document: null,
          period,
          versions: [],
        };
        entries.set(key, building);
        const holds = JSON.stringify(written) === JSON.stringify(holding);
        building.versions.push({ ...versionRef(version, language), place, area, texts: textsOf(written), holds });
      };
      add({ key: `report ${report.period}`, period: report.period, title: report.title[language], titleIn: language }, [
        ['foreword', report.foreword, null],
        ['correction', report.correction?.reason, null],
        ...report.gaps.map((gap): Written => ['gap', gap.reason, null]),
      ]);
      report.areas.forEach((area, index) => {
        const here = { titleIn: report.plan.language ?? UNSTATED_LANGUAGE, area: index + 1 };
        for (const said of verdictsSaid(area)) {
          const key = `${area.slug} ${said.period}`;
          const now = word.verdict(area.slug, said.period)?.said;
          if (now)
            add(
              { key, period: said.period, title: area.title, of: area.provenance, ...here },
              saidOf(said),
              saidOf(now),
            );
        }
        for (const [target, answer] of area.targets.flatMap(saidOfTarget)) {
          const { code, title, provenance: of } = target;
          const about = { key: `${code} ${answer.period}`, period: answer.period, title, code, of, ...here };
          const now = word.entry(code, answer.period)?.said;
          if (now) add(about, writtenIn(answer), writtenIn(now));
        }
      });
    });
  }
  return [...entries.values()]
    .sort((a, b) => comparePeriods(b.period, a.period))
    .map(({ versions, ...entry }) => ({
      ...entry,
      // Among those that say what holds, the period's own report before a year's that gathers it.
      versions: versions.sort(
        (a, b) =>
          Number(b.holds) - Number(a.holds) || Number(b.period === entry.period) - Number(a.period === entry.period),
      ),
    }));
}

const saidOfTarget = (target: PublishedTarget): [PublishedTarget, PublishedEntry][] =>
  entriesSaid(target).map((answer) => [target, answer]);

const saidOf = ({ explanation, provenance }: SaidOfArea): Written[] => [['verdict', explanation, provenance]];

const writtenIn = (answer: PublishedEntry): Written[] => [
  ['comment', answer.comment, answer.provenance],
  ['measure', answer.measure?.text, answer.provenance],
  ['no-value', answer.noValueReason, answer.provenance],
];
