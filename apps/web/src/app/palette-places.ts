import type { Plan } from '@malspar/plan-model';
import { comparePeriods } from '@malspar/shared-model';
import { formatPeriodInText } from '@malspar/shared-web';
import * as z from 'zod';
import type { Destination } from './destinations';

/** Somewhere one can go. */
export interface Place {
  readonly text: string;
  readonly hint: string;
  /** The plan's words in the text and the hint. */
  readonly plansWords: readonly string[];
  readonly link: string;
}

/** What is needed here of a report. */
export const FoundReport = z.object({
  id: z.uuid(),
  period: z.string(),
  focusArea: z.object({ title: z.string() }),
  waitsForMe: z.string().nullable(),
});
export type FoundReport = z.infer<typeof FoundReport>;

type Translate = (key: string) => string;

/** Pages, focus areas, targets and reports, in that order; the newest reports first. */
export function places(
  destinations: readonly Destination[],
  areas: Plan['focusAreas'],
  reports: readonly FoundReport[],
  t: Translate,
): Place[] {
  return [
    ...destinations.map(({ text, path }) => ({
      text: t(text),
      hint: t('shared.palette.page'),
      plansWords: [],
      link: path,
    })),
    ...areas.map(({ title, slug }) => ({
      text: title,
      hint: t('shared.palette.area'),
      plansWords: [title],
      link: `/malomraden/${slug}`,
    })),
    ...areas.flatMap((area) =>
      area.targets.map(({ code, inForce }) => ({
        text: `${code} ${inForce.title}`,
        hint: area.title,
        plansWords: [inForce.title, area.title],
        link: `/mal/${encodeURIComponent(code)}`,
      })),
    ),
    ...reports
      .toSorted((a, b) => comparePeriods(b.period, a.period))
      .map(({ id, period, focusArea, waitsForMe }) => ({
        text: `${focusArea.title}, ${formatPeriodInText(period)}`,
        hint: t('shared.palette.report'),
        plansWords: [focusArea.title],
        link: waitsForMe === 'write' || waitsForMe === 'answer' ? `/rapporter/${id}` : `/rapporter/${id}/granska`,
      })),
  ];
}

const plain = (text: string): string => text.toLocaleLowerCase('sv').normalize('NFC');

/** How well a place answers each word, in order of preference: a whole word of its text, the start of one, part of one. */
const WHOLE = 0;
const START = 1;
const PART = 2;

function rankOf({ text, hint }: Place, words: readonly string[]): number {
  const own = plain(text).split(/[\s,]+/);
  const ranks = words.map((word) => {
    if (own.includes(word)) return WHOLE;
    return own.some((each) => each.startsWith(word)) ? START : PART;
  });
  // The words one after the other, as they stand in the text, come before the same words apart.
  const inOrder = plain(`${text} ${hint}`).includes(words.join(' ')) ? 0 : 1;
  return 2 * Math.max(...ranks) + inOrder;
}

/**
 * Those that have every word of the query, in text or hint: those with whole words first, then those with words that
 * begin so. Among equals the order stays: pages, areas, targets, and the newest reports first.
 */
export function matching(all: readonly Place[], query: string, most: number): Place[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return all.slice(0, most);
  return all
    .filter(({ text, hint }) => words.every((word) => plain(`${text} ${hint}`).includes(word)))
    .map((place) => ({ place, rank: rankOf(place, words) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ place }) => place);
}
