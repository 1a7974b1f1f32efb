/** A run of text that is in both versions, only in the later (`ins`) or only in the earlier (`del`). */
export interface WordToken {
  readonly kind: 'same' | 'ins' | 'del';
  readonly text: string;
}

const split = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/**
 * The difference between two texts, word by word. Joining `same` and `del` gives `before` back, `same` and `ins` gives
 * `after`. A longest common subsequence over words and the spaces between them.
 */
export function diffWords(before: string, after: string): WordToken[] {
  const [a, b] = [split(before), split(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const tokens: WordToken[] = [
    { kind: 'same', text: a.slice(0, head).join('') },
    ...diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: 'same', text: tail ? a.slice(-tail).join('') : '' },
  ];
  return joinRuns(tokens);
}

function diffMiddle(a: readonly string[], b: readonly string[]): WordToken[] {
  const common = longestCommon(a, b);
  const tokens: WordToken[] = [];
  let [i, j] = [0, 0];
  for (let [old, fresh] = [a[i], b[j]]; old !== undefined || fresh !== undefined; [old, fresh] = [a[i], b[j]]) {
    if (old !== undefined && old === fresh) {
      tokens.push({ kind: 'same', text: old });
      i++;
      j++;
    } else if (fresh === undefined || (old !== undefined && common(i + 1, j) >= common(i, j + 1))) {
      tokens.push({ kind: 'del', text: old ?? '' });
      i++;
    } else {
      tokens.push({ kind: 'ins', text: fresh });
      j++;
    }
  }
  return tokens;
}

/** The length of the longest common subsequence of `a` from i and `b` from j. */
function longestCommon(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

// Within a stretch without common words the order is all that left, then all that came; neighbours of a kind are one. A
// space between two changes belongs to both: word by word in turns they could not be read.
function joinRuns(tokens: readonly WordToken[]): WordToken[] {
  const runs: WordToken[] = [];
  let [del, ins, space] = ['', '', ''];
  const keep = (text: string): void => {
    const last = runs.at(-1);
    if (last?.kind === 'same') runs[runs.length - 1] = { kind: 'same', text: last.text + text };
    else if (text) runs.push({ kind: 'same', text });
  };
  const flush = (): void => {
    if (del) runs.push({ kind: 'del', text: del });
    if (ins) runs.push({ kind: 'ins', text: ins });
    keep(space);
    [del, ins, space] = ['', '', ''];
  };
  for (const { kind, text } of tokens) {
    if (text === '') continue;
    if (kind === 'same') {
      const between = (del || ins) && !space && text.trim() === '';
      if (between) space = text;
      else {
        flush();
        keep(text);
      }
      continue;
    }
    [del, ins, space] = [del + space, ins + space, ''];
    if (kind === 'del') del += text;
    else ins += text;
  }
  flush();
  return runs;
}

/** How much of the words differ, 0 (none) to 1 (all). */
export function shareOfWordsChanged(before: string, after: string): number {
  const words = (kinds: readonly WordToken['kind'][], tokens: readonly WordToken[]): number =>
    tokens.filter((token) => kinds.includes(token.kind)).flatMap((token) => token.text.match(/\S+/gu) ?? []).length;
  const tokens = diffWords(before, after);
  const changed = words(['ins', 'del'], tokens);
  return changed === 0 ? 0 : changed / (changed + words(['same'], tokens));
}
