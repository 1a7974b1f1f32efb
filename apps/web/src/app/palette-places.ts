import type { Plan } from '@malspar/plan-model';
import { comparePeriods, foldText, isolated } from '@malspar/shared-model';
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

type PlanArea = Plan['focusAreas'][number];
/** What is needed here of a focus area. */
type FoundArea = Pick<PlanArea, 'slug' | 'title'> & {
  readonly targets: readonly (Pick<PlanArea['targets'][number], 'code'> & {
    readonly inForce: { readonly title: string };
  })[];
};

type Translate = (key: string) => string;

/** Pages, focus areas, targets and reports, in that order; the newest reports first. */
export function places(
  destinations: readonly Destination[],
  areas: readonly FoundArea[],
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
        text: `${code} ${isolated(inForce.title)}`,
        hint: area.title,
        plansWords: [inForce.title, area.title],
        link: `/mal/${encodeURIComponent(code)}`,
      })),
    ),
    ...reports
      .toSorted((a, b) => comparePeriods(b.period, a.period))
      .map(({ id, period, focusArea, waitsForMe }) => ({
        text: `${isolated(focusArea.title)}, ${formatPeriodInText(period)}`,
        hint: t('shared.palette.report'),
        plansWords: [focusArea.title],
        link: waitsForMe === 'write' || waitsForMe === 'reply' ? `/rapporter/${id}` : `/rapporter/${id}/granska`,
      })),
  ];
}

// Numbers are read whole, `12 500` as `12500`, and in the parts that stand there: `kvartal 1 202` is on its way to a year.
const READINGS: readonly ((text: string) => string)[] = [
  (text) => foldText(text).dotted,
  (text) => text.replace(/\S+/gu, (part) => foldText(part).dotted),
];
type Reading = (typeof READINGS)[number];

/** How well a place answers each word, in order of preference: a whole word of its text, the start of one, part of one. */
const WHOLE = 0;
const START = 1;
const PART = 2;

function rankOf({ text, hint }: Place, words: readonly string[], plain: Reading): number {
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
  if (foldText(query).dotted.trim() === '') return all.slice(0, most);
  return all
    .map((place) => ({ place, rank: Math.min(...READINGS.map((plain) => rankIn(place, query, plain))) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ place }) => place);
}

/** The rank of a place that has every word, else Infinity. */
function rankIn(place: Place, query: string, plain: Reading): number {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = plain([place.text, place.hint].join(' '));
  return words.every((word) => found.includes(word)) ? rankOf(place, words, plain) : Infinity;
}
