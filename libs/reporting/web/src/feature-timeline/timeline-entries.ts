import type { TimelineItem } from '@malspar/reporting-model';

/** One act in a report's history, with the comments or replies that came with it. */
export interface TimelineEntry {
  readonly item: TimelineItem;
  readonly comments: readonly TimelineItem[];
  /** Which words tell it: `submit`, `opened`, `replies` … */
  readonly word: string;
}

/** The history, newest first; comments stand with the decision they came with, a person's replies of one day together. */
export function timelineEntries(items: readonly TimelineItem[]): TimelineEntry[] {
  const entries: { item: TimelineItem; comments: TimelineItem[]; word: string }[] = [];
  for (const item of [...items].sort((a, b) => a.at.localeCompare(b.at))) {
    const last = entries.at(-1);
    if (last && belongsTo(item, last.item)) last.comments.push(item);
    else entries.push({ item, comments: isSaid(item) ? [item] : [], word: wordOf(item) });
  }
  return entries.reverse();
}

const isSaid = (item: TimelineItem): boolean => item.kind === 'comment' || item.kind === 'reply';

function belongsTo(item: TimelineItem, act: TimelineItem): boolean {
  if (item.who !== act.who) return false;
  if (item.kind === 'comment') return act.kind === 'transition' && act.at === item.at;
  return item.kind === 'reply' && act.kind === 'reply' && act.at.slice(0, 10) === item.at.slice(0, 10);
}

function wordOf(item: TimelineItem): string {
  if (item.kind === 'transition') return item.transition ?? 'moved';
  if (item.kind === 'reply') return 'replies';
  if (item.kind === 'opened' && item.who !== '') return 'openedBy';
  return item.kind === 'comment' ? 'comments' : item.kind;
}

/** The revisions a history speaks of. */
export const revisionsOf = (items: readonly TimelineItem[]): number[] => [
  ...new Set(items.flatMap((item) => item.revision ?? [])),
];

/** As much of a hash as a person compares by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);
