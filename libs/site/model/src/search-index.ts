import type { Language } from '@malspar/figures-model';
import type { PeriodCode } from '@malspar/shared-model';
import type { PublishedDocument } from './plan-document.js';
import type { PlainPlace, PublicPlace } from './public-address.js';
import { leadsSomewhere, siteFrame } from './public-pages.js';
import type { PublicSite } from './public-site.js';
import type { FoundEntry, FoundText, FoundVersion, SearchField, SearchGroup } from './search-entry.js';
import { type Searchable, searchable } from './search-text.js';
import { type Vocabulary, vocabularyOf } from './search-vocabulary.js';

/** The site's own words in one language: what is not in anything published. */
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

/** Where a text stands. */
export interface IndexedVersion extends Pick<FoundVersion, 'place' | 'area'> {
  /** What is published there; null for what is no publication. */
  readonly in: { readonly period: PeriodCode; readonly version: number; readonly title: string } | null;
  readonly texts: readonly IndexedText[];
}

/** One thing that can be found. */
export interface IndexedEntry {
  readonly group: SearchGroup;
  readonly title: IndexedText;
  /** Of the title (BCP 47): the plan's own words are in its language on every page. */
  readonly language: string;
  /** A file of the plan; null for what has a page. */
  readonly document: PublishedDocument | null;
  /** What period the texts are about; null for what is of no period. */
  readonly period: PeriodCode | null;
  /** First the one that speaks for the period: what is not in it is not found. Outside what is published there is one. */
  readonly versions: readonly IndexedVersion[];
}

export interface SearchIndex {
  readonly language: Language;
  /** Within a group in the order of the plan, or the latest first. */
  readonly entries: readonly IndexedEntry[];
  /** Every word that stands in the entries. */
  readonly vocabulary: Vocabulary;
}

type Fold = (text: string) => Searchable;

/** Everything that is published, ready to be searched; made once and asked often. */
export function searchIndex(site: PublicSite, words: SiteWords, language: Language): SearchIndex {
  const fold = folder();
  const frame = siteFrame(site);
  const pages = words.pages.filter(({ at }) => leadsSomewhere(frame, at));
  const entries = [
    ...site.kinds.flatMap(({ kind, published }) => kind.found(published, language).map((each) => indexed(each, fold))),
    ...site.documents.map((document) => ({
      ...single('document', { at: 'home' }, document.title, null, document.language, fold),
      document,
    })),
    ...words.terms.map(([term, meaning]) =>
      single('term', { at: 'glossary' }, term, { field: 'meaning', text: meaning, isExample: false }, language, fold),
    ),
    ...pages.map(({ at, title, text }) =>
      single('page', { at }, title, { field: 'text', text, isExample: false }, language, fold),
    ),
  ];
  return { language, entries, vocabulary: vocabularyOf(foldedIn(entries)) };
}

function indexed({ code, title, isExample, versions, ...entry }: FoundEntry, fold: Fold): IndexedEntry {
  return {
    ...entry,
    document: null,
    title: titled(fold, code ? `${code} ${title}` : title, isExample),
    versions: versions.map(({ period, version, title: named, place, area, texts }) => ({
      ...{ place, area, in: { period, version, title: named } },
      texts: textsOf(texts, fold),
    })),
  };
}

/** Something of the site's own, at one place. */
function single(
  group: SearchGroup,
  place: PublicPlace,
  title: string,
  text: FoundText | null,
  language: string,
  fold: Fold,
): IndexedEntry {
  const texts = textsOf(text ? [text] : [], fold);
  return {
    ...{ group, language, document: null, period: null },
    title: titled(fold, title, false),
    versions: [{ in: null, place, area: null, texts }],
  };
}

const titled = (fold: Fold, title: string, isExample: boolean): IndexedText => ({
  field: 'title',
  text: fold(title),
  weight: 3,
  isExample,
});

const textsOf = (texts: readonly FoundText[], fold: Fold): IndexedText[] =>
  texts.flatMap(({ field, text, isExample, weight = 1 }) =>
    text ? [{ field, text: fold(text), weight, isExample }] : [],
  );

/** Every text of the entries, each once. */
const foldedIn = (entries: readonly IndexedEntry[]): Set<Searchable> =>
  new Set(
    entries.flatMap(({ title, versions }) => [
      title.text,
      ...versions.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ]),
  );

/** The same text is folded once, however often it has been published. */
function folder(): Fold {
  const known = new Map<string, Searchable>();
  return (text) => {
    const found = known.get(text) ?? searchable(text);
    known.set(text, found);
    return found;
  };
}
