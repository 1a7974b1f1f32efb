import { cleanLine, type PeriodCode } from '@malspar/shared-model';
import type { PublicPlace } from './public-address.js';
import { type SearchField, type SearchGroup, searchGroups } from './search-entry.js';
import type { IndexedEntry, IndexedText, IndexedVersion, SearchIndex } from './search-index.js';
import { guesses } from './search-vocabulary.js';
import { type Closeness, closenessIn, excerpt, marked, type MarkedText, queryWords } from './search-text.js';

/** A longer query is refused. */
export const LONGEST_QUERY = 100;
/** So many of each group are shown, until more are asked for. */
const FIRST_LOOK = 5;
/** More of one group than this are counted, but not shown. */
const MOST_SHOWN = 100;

/** Where what was sought stands. */
export interface SearchVersion {
  /** What is published there; null for what is no publication. */
  readonly in: IndexedVersion['in'];
  readonly place: PublicPlace;
  /** The number of the section on the page. */
  readonly area: number | null;
}

export interface SearchHit {
  readonly group: SearchGroup;
  readonly title: readonly MarkedText[];
  /** Of the title. */
  readonly language: string;
  readonly document: IndexedEntry['document'];
  readonly period: PeriodCode | null;
  readonly field: SearchField;
  /** Empty when only the title was found. */
  readonly excerpt: readonly MarkedText[];
  /** Whether the title, and the excerpt, are examples. */
  readonly isExample: { readonly title: boolean; readonly excerpt: boolean };
  readonly version: SearchVersion;
  /** Other versions that have it too, newest first. */
  readonly also: readonly SearchVersion[];
}

export interface SearchResult {
  readonly query: string;
  /** What was sought instead, since the query itself found nothing. */
  readonly instead: string | null;
  readonly total: number;
  readonly groups: readonly {
    readonly group: SearchGroup;
    readonly count: number;
    readonly hits: readonly SearchHit[];
  }[];
}

interface Candidate {
  readonly entry: IndexedEntry;
  readonly version: IndexedVersion;
  readonly also: readonly IndexedVersion[];
  readonly text: IndexedText | null;
  readonly score: number;
  /** Every word stands at the beginning of a word. */
  readonly sound: boolean;
}

/** What people write, without what cannot be seen, spaces made one. */
export const tidyQuery = (query: string): string => cleanLine(query);

/**
 * What has every word of the query: whole words before beginnings, beginnings before parts of words. Reports stand with
 * the latest first. With `only` the whole of one group, else the first few of each. Where nothing has them, what has the
 * words that may have been meant.
 */
export function search(index: SearchIndex, query: string, only: SearchGroup | null = null): SearchResult {
  const words = queryWords(query);
  const found = { query, instead: null, ...whatHas(index, words, only) };
  if (found.total > 0) return found;
  for (const instead of guesses(index.vocabulary, words)) {
    const guessed = whatHas(index, queryWords(instead), only);
    if (guessed.total > 0) return { query, instead, ...guessed };
  }
  return found;
}

function whatHas(
  index: SearchIndex,
  words: readonly string[],
  only: SearchGroup | null,
): Pick<SearchResult, 'total' | 'groups'> {
  const lookUp = remembering();
  const found = words.length === 0 ? [] : index.entries.flatMap((entry) => candidate(entry, words, lookUp) ?? []);
  const groups = searchGroups.flatMap((group) => {
    const own = found.filter(({ entry }) => entry.group === group).sort(group === 'report' ? soundFirst : bestFirst);
    if (own.length === 0) return [];
    const shown = only === null ? own.slice(0, FIRST_LOOK) : only === group ? own.slice(0, MOST_SHOWN) : [];
    return [{ group, count: own.length, hits: shown.map((each) => hitOf(each, words)) }];
  });
  return { total: found.length, groups };
}

const bestFirst = (a: Candidate, b: Candidate): number => b.score - a.score;
// Within each the order is that of the index: the latest first.
const soundFirst = (a: Candidate, b: Candidate): number => Number(b.sound) - Number(a.sound);

type LookUp = (text: IndexedText, words: readonly string[]) => readonly Closeness[];

/** How well each word is found in a text; the same text is looked through once. */
function remembering(): LookUp {
  const known = new Map<IndexedText['text'], readonly Closeness[]>();
  return ({ text }, words) => {
    const found = known.get(text) ?? words.map((word) => closenessIn(text, word));
    known.set(text, found);
    return found;
  };
}

/** Found by what holds; earlier versions that have the words too stand beside it. */
function candidate(entry: IndexedEntry, words: readonly string[], lookUp: LookUp): Candidate | null {
  const [version, ...others] = entry.versions;
  const match = version && matchOf(entry, version, words, lookUp);
  if (!match) return null;
  const also = others.filter((other) => matchOf(entry, other, words, lookUp) !== null);
  return { entry, version, ...match, also };
}

/** Null unless every word is there, and one of them in what the entry itself says. */
function matchOf(
  { title, group }: IndexedEntry,
  { texts, area }: IndexedVersion,
  words: readonly string[],
  lookUp: LookUp,
): Pick<Candidate, 'text' | 'score' | 'sound'> | null {
  const inTitle = lookUp(title, words);
  const looked = texts.map((text) => ({ text, found: lookUp(text, words) }));
  // What reports say of a target is not found by the target's name alone: the target itself is.
  const saysItself =
    !(group === 'report' && area !== null) || looked.some(({ found }) => found.some((each) => each > 0));
  const best = words.map((_, nth) =>
    Math.max(score(inTitle[nth], title.weight), ...looked.map(({ text, found }) => score(found[nth], text.weight))),
  );
  if (!saysItself || best.some((each) => each === 0)) return null;
  const sums = looked.map(({ text, found }) => ({ text, sum: found.reduce<number>((sum, each) => sum + each, 0) }));
  const [top] = sums.filter(({ sum }) => sum > 0).sort((a, b) => b.sum - a.sum);
  return {
    text: top?.text ?? null,
    score: best.reduce((sum, each) => sum + each, 0),
    sound: words.every((_, nth) =>
      [inTitle, ...looked.map(({ found }) => found)].some((found) => (found[nth] ?? 0) > 1),
    ),
  };
}

/** A better place counts only between what is as close. */
const score = (closeness: Closeness | undefined, weight: number): number =>
  closeness === undefined || closeness === 0 ? 0 : closeness * 10 + weight;

function hitOf({ entry, version, also, text }: Candidate, words: readonly string[]): SearchHit {
  return {
    group: entry.group,
    title: marked(entry.title.text, words),
    language: entry.language,
    document: entry.document,
    period: entry.period,
    field: text?.field ?? 'title',
    excerpt: text ? excerpt(text.text, words) : [],
    isExample: { title: entry.title.isExample, excerpt: text?.isExample ?? false },
    version: versionOf(version),
    also: also.map(versionOf),
  };
}

const versionOf = ({ in: published, place, area }: IndexedVersion): SearchVersion => ({ in: published, place, area });
