import { closenessIn, type Searchable, searchable, wordsIn } from './search-text.js';

interface KnownWord extends Searchable {
  readonly count: number;
}

/** Every word that stands in an index: what a query that finds nothing may have meant. */
export interface Vocabulary {
  /** Ordered by `plain`. */
  readonly words: readonly KnownWord[];
  readonly byLength: ReadonlyMap<number, readonly KnownWord[]>;
}

/** Fewer letters than this are one letter from too much. */
const SHORTEST_MISSPELT = 5;
const SHORTEST_PART = 4;
/** What a word of so many letters begins is guessed; of fewer, anything could be meant. */
const BEGINNING = 3;
/** So many guesses are tried: each is a search. */
const MOST_TRIED = 4;

/** The words of all the texts, each once. */
export function vocabularyOf(texts: Iterable<Searchable>): Vocabulary {
  const counts = new Map<string, number>();
  for (const { dotted } of texts) {
    for (const word of wordsIn(dotted)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts]
    .map(([word, count]) => ({ ...searchable(word), count }))
    .sort((a, b) => (a.plain < b.plain ? -1 : a.plain > b.plain ? 1 : b.count - a.count));
  const byLength = new Map<number, KnownWord[]>();
  for (const word of words) {
    const alike = byLength.get(word.plain.length);
    if (alike) alike.push(word);
    else byLength.set(word.plain.length, [word]);
  }
  return { words, byLength };
}

/**
 * What may have been meant by the words of a query that found nothing, likeliest first, as queries; none where every
 * word is known, or where one of the others is like nothing that is.
 */
export function guesses(vocabulary: Vocabulary, words: readonly string[]): string[] {
  const choices = words.map((word) => (isKnown(vocabulary, word) ? [word] : meant(vocabulary, word)));
  if (choices.some((each) => each.length === 0)) return [];
  const tried = Math.min(MOST_TRIED, Math.max(0, ...choices.map((each) => each.length)));
  return Array.from({ length: tried }, (_, nth) => choices.map((each) => each[nth] ?? each[0]).join(' ')).filter(
    (guess) => guess !== words.join(' '),
  );
}

const isKnown = ({ words }: Vocabulary, word: string): boolean => words.some((known) => closenessIn(known, word) > 0);

function meant(vocabulary: Vocabulary, word: string): string[] {
  const { plain } = searchable(word);
  if (plain.length === BEGINNING) {
    const longer = beginning(vocabulary, plain).sort(oftenFirst);
    return longer.slice(0, 1).map(({ dotted }) => dotted);
  }
  const near = misspelt(vocabulary, plain);
  return near.length > 0 ? near.slice(0, 2) : parts(vocabulary, plain);
}

const oftenFirst = (a: KnownWord, b: KnownWord): number => b.count - a.count;

/** The words that one letter too many, too few or wrong, or two that have changed places, make out of this one. */
function misspelt({ byLength }: Vocabulary, plain: string): string[] {
  if (plain.length < SHORTEST_MISSPELT) return [];
  return [-1, 0, 1]
    .flatMap((more) => byLength.get(plain.length + more) ?? [])
    .filter((known) => isOneEditFrom(known.plain, plain))
    .sort(oftenFirst)
    .map(({ dotted }) => dotted);
}

/** Whether one becomes the other by one letter put in, left out, exchanged or swapped with its neighbour. */
function isOneEditFrom(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
}

/** A compound in two, the s between them left out; then either part alone, the longer first. */
function parts(vocabulary: Vocabulary, plain: string): string[] {
  let best: { readonly weight: number; readonly found: readonly KnownWord[] } | null = null;
  for (let at = SHORTEST_PART; at <= plain.length - SHORTEST_PART; at++) {
    const last = standing(vocabulary, plain.slice(at));
    if (!last) continue;
    const linked = plain.charAt(at - 1) === 's' && at > SHORTEST_PART ? plain.slice(0, at - 1) : null;
    for (const first of [plain.slice(0, at), ...(linked === null ? [] : [linked])]) {
      const found = standing(vocabulary, first);
      const weight = found ? found.weight + last.weight : 0;
      if (found && weight > (best?.weight ?? 0)) best = { weight, found: [found.word, last.word] };
    }
  }
  if (!best) return [];
  const words = best.found.map(({ dotted }) => dotted);
  return [words.join(' '), ...[...words].sort((a, b) => b.length - a.length)];
}

/** A known word, or the shortest that begins so; the whole word weighs more. */
function standing(vocabulary: Vocabulary, plain: string): { readonly word: KnownWord; readonly weight: number } | null {
  const [first] = beginning(vocabulary, plain);
  if (!first) return null;
  if (first.plain === plain) return { word: first, weight: 2 };
  const dotted = first.dotted.slice(0, plain.length);
  return { word: { ...first, text: dotted, dotted, plain }, weight: 1 };
}

/** The known words that begin so, in order; found by halving. */
function beginning({ words }: Vocabulary, plain: string): KnownWord[] {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle]?.plain ?? '') < plain) from = middle + 1;
    else to = middle;
  }
  const other = words.findIndex((word, at) => at >= from && !word.plain.startsWith(plain));
  return words.slice(from, other < 0 ? undefined : other);
}
