/** A part of a sentence: in the words of a plan, or of those who report by it, or in the product's own. */
export interface Run {
  readonly text: string;
  readonly isPlans: boolean;
}

const LETTER = /[\p{L}\p{N}]/u;

/**
 * A sentence parted where the plan's words stand in it, so that they can be marked with their own language. A word that
 * is only a piece of another is not found; of two that begin at one place the longer is.
 */
export function runsOf(sentence: string, plansWords: readonly string[]): Run[] {
  // A unit of signs alone, as %, is of no language.
  const words = [...new Set(plansWords)].filter((word) => /\p{L}/u.test(word)).sort((a, b) => b.length - a.length);
  const runs: Run[] = [];
  let from = 0;
  for (let at = 0; at < sentence.length;) {
    const found = words.find((word) => standsAt(sentence, word, at));
    if (found === undefined) {
      at++;
      continue;
    }
    if (at > from) runs.push({ text: sentence.slice(from, at), isPlans: false });
    runs.push({ text: found, isPlans: true });
    at += found.length;
    from = at;
  }
  if (from < sentence.length) runs.push({ text: sentence.slice(from), isPlans: false });
  return runs;
}

function standsAt(sentence: string, word: string, at: number): boolean {
  if (!sentence.startsWith(word, at)) return false;
  const [before, after] = [sentence[at - 1] ?? '', sentence[at + word.length] ?? ''];
  return (
    !(LETTER.test(before) && LETTER.test(word[0] ?? '')) && !(LETTER.test(after) && LETTER.test(word.at(-1) ?? ''))
  );
}
