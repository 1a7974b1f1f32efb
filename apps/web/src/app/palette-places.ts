import type { Plan } from '@malspar/plan-model';
import { comparePeriods } from '@malspar/shared-model';
import { formatPeriodInText } from '@malspar/shared-web';
import * as z from 'zod';
import type { Destination } from './destinations';

/** Somewhere one can go. */
export interface Place {
  readonly text: string;
  readonly hint: string;
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
    ...destinations.map(({ text, path }) => ({ text: t(text), hint: t('shared.palette.page'), link: path })),
    ...areas.map(({ title, slug }) => ({ text: title, hint: t('shared.palette.area'), link: `/malomraden/${slug}` })),
    ...areas.flatMap((area) =>
      area.targets.map(({ code, inForce }) => ({
        text: `${code} ${inForce.title}`,
        hint: area.title,
        link: `/mal/${encodeURIComponent(code)}`,
      })),
    ),
    ...reports
      .toSorted((a, b) => comparePeriods(b.period, a.period))
      .map(({ id, period, focusArea, waitsForMe }) => ({
        text: `${focusArea.title}, ${formatPeriodInText(period)}`,
        hint: t('shared.palette.report'),
        link: waitsForMe === 'write' || waitsForMe === 'answer' ? `/rapporter/${id}` : `/rapporter/${id}/granska`,
      })),
  ];
}

const plain = (text: string): string => text.toLocaleLowerCase('sv').normalize('NFC');

/** Those that have every word of the query, in text or hint. */
export function matching(all: readonly Place[], query: string, most: number): Place[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return all.filter(({ text, hint }) => words.every((word) => plain(`${text} ${hint}`).includes(word))).slice(0, most);
}
