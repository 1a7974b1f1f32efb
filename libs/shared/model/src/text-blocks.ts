import { cleanText } from './clean-text.js';

/** A paragraph of lines, or the items of a list. */
export interface TextBlock {
  readonly kind: 'lines' | 'list';
  readonly lines: readonly string[];
}

const ITEM = /^\s*(?:[•▪‣◦]\s*|[-–*·]\s+)(\S.*)$/u;
const CONTINUES = /^(?:\t| {2,})\S/;

/** A person's text as it is read: paragraphs end at a blank line; lines that begin with • or - (also – and *) are a list. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: { kind: TextBlock['kind']; lines: string[] }[] = [];
  let follows = false;
  for (const line of cleanText(text).split('\n')) {
    const item = ITEM.exec(line)?.[1]?.trim();
    const last = follows ? blocks.at(-1) : undefined;
    const kind = item === undefined ? 'lines' : 'list';
    follows = line.trim() !== '';
    if (!follows) continue;
    if (kind === 'lines' && last?.kind === 'list' && CONTINUES.test(line)) {
      last.lines.push(`${last.lines.pop() ?? ''} ${line.trim()}`);
    } else if (last?.kind === kind) last.lines.push(item ?? line.trim());
    else blocks.push({ kind, lines: [item ?? line.trim()] });
  }
  return blocks;
}
