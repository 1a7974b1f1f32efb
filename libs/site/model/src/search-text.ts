import { DOTS, type FoldedText, foldText, withoutDots } from '@malspar/shared-model';

/** A part of a text, and whether it is what was sought. */
export interface MarkedText {
  readonly text: string;
  readonly hit: boolean;
}

/** A folded text, also without the dots of å, ä and ö. */
export interface Searchable extends FoldedText {
  readonly plain: string;
}

/** How well a word was found: as a whole word, inflected or at the beginning of one, or within one. */
export type Closeness = 0 | 1 | 2 | 3;

const LETTER = /[\p{L}\p{N}]/u;
/** What has no more letters than this is sought only as a word of its own: `el` is the beginning of `eller`. */
const SHORT = 3;
const ENDINGS = /^(?:(?:en|n|et|ar|er|or|arna|erna|orna|na)?s?|es)$/;

/** Ready to be searched. */
export function searchable(text: string): Searchable {
  const folded = foldText(text);
  return { ...folded, plain: withoutDots(folded.dotted) };
}

/** The words of a folded text, as often as they stand there. */
export const wordsIn = (folded: string): readonly string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a query, folded, each once; at most ten. */
export const queryWords = (query: string): string[] => [...new Set(wordsIn(searchable(query).dotted))].slice(0, 10);

interface Found {
  readonly from: number;
  readonly to: number;
  readonly closeness: Closeness;
}

/** Where a word stands. A letter with dots is only itself; one without is also the one with. */
function* places({ dotted, plain }: Searchable, word: string): Generator<Found> {
  const bare = withoutDots(word);
  for (let at = plain.indexOf(bare); at >= 0; at = plain.indexOf(bare, at + 1)) {
    const to = at + bare.length;
    if (!sameDots(dotted, at, word)) continue;
    const begins = at === 0 || !LETTER.test(plain.charAt(at - 1));
    const ends = to === plain.length || !LETTER.test(plain.charAt(to));
    if (begins && ends) yield { from: at, to, closeness: 3 };
    else if (begins && (word.length > SHORT || isInflected(plain, at, to))) yield { from: at, to, closeness: 2 };
    else if (word.length > SHORT) yield { from: at, to, closeness: 1 };
  }
}

/** Whether what follows on a word is only an ending: `bil` in `bilar`, not in `bild`. One letter alone has none. */
function isInflected(plain: string, from: number, to: number): boolean {
  let end = to;
  while (end < plain.length && LETTER.test(plain.charAt(end))) end++;
  return to - from > 1 && ENDINGS.test(plain.slice(to, end));
}

const sameDots = (dotted: string, at: number, word: string): boolean =>
  [...word].every((sign, index) => !(sign in DOTS) || dotted.charAt(at + index) === sign);

/** How well a word is found in a text, at best; 0 when it is not there. */
export function closenessIn(text: Searchable, word: string): Closeness {
  let best: Closeness = 0;
  for (const { closeness } of places(text, word)) {
    if (closeness > best) best = closeness;
    if (best === 3) break;
  }
  return best;
}

/** The whole text with the words marked. */
export const marked = (text: Searchable, words: readonly string[]): MarkedText[] =>
  markedBetween(text, hits(text, words), 0, text.text.length);

const AROUND = { before: 70, whole: 220 } as const;

/** As much of the text as shows what was found: begins a little before the best hit, ends between words. */
export function excerpt(text: Searchable, words: readonly string[]): MarkedText[] {
  const found = hits(text, words);
  const [best] = [...found].sort((a, b) => b.closeness - a.closeness || a.from - b.from);
  const { length } = text.text;
  if (length <= AROUND.whole) return markedBetween(text, found, 0, length);
  const from = wordBreak(text.text, Math.max(0, Math.min((best?.from ?? 0) - AROUND.before, length - AROUND.whole)));
  const to = from + AROUND.whole >= length ? length : lastBreak(text.text, from + AROUND.whole);
  const parts = markedBetween(text, found, from, to);
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...parts,
    ...(to < length ? [{ text: ' …', hit: false }] : []),
  ];
}

/** The first place at or after `at` where a word begins; `at` itself where there is none near. */
function wordBreak(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function lastBreak(text: string, at: number): number {
  const space = text.slice(at - 40, at).search(/\s\S*$/);
  return space < 0 ? at : at - 40 + space;
}

function hits(text: Searchable, words: readonly string[]): Found[] {
  const inText = (place: number): number => text.at?.[place] ?? place;
  return words
    .flatMap((word) => [...places(text, word)])
    .map((found) => ({ ...found, from: inText(found.from), to: inText(found.to - 1) + 1 }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

function markedBetween({ text }: Searchable, found: readonly Found[], from: number, to: number): MarkedText[] {
  const parts: MarkedText[] = [];
  let at = from;
  for (const hit of found) {
    const [begin, end] = [Math.max(hit.from, at), Math.min(hit.to, to)];
    if (begin >= end) continue;
    const last = parts.at(-1);
    if (begin > at) parts.push({ text: text.slice(at, begin), hit: false });
    else if (last?.hit) parts.pop();
    const joined = begin === at && last?.hit ? last.text : '';
    parts.push({ text: joined + text.slice(begin, end), hit: true });
    at = end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), hit: false });
  return parts;
}
