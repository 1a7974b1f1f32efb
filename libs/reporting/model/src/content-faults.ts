import type { FieldError, PeriodCode } from '@malspar/shared-model';
import { asksForParts } from './checks-of-parts.js';
import { type EntryContent, partKey } from './entry.js';
import { hasEndedBy } from './period-ends.js';
import type { Entry } from './report.js';

/**
 * What an entry's content can never be, whoever writes it: a value for a period that is not due, one period or
 * part twice, parts that are not asked for, a milestone that is not there or was passed after the period. Pointers are into the content. Empty when there is none.
 */
export function contentFaults(
  content: EntryContent,
  entry: Pick<Entry, 'indicator' | 'duePeriods'>,
  period: PeriodCode,
): FieldError[] {
  const seen = new Set<string>();
  const values = content.values.flatMap((value, index): FieldError[] => {
    const pointer = `/values/${index}/period`;
    if (!entry.duePeriods.includes(value.period)) return [{ pointer, code: 'not-due' }];
    if (seen.has(value.period)) return [{ pointer, code: 'given-twice' }];
    seen.add(value.period);
    return [];
  });
  const unasked: FieldError[] =
    content.parts.length > 0 && !asksForParts(entry) ? [{ pointer: '/parts', code: 'not-asked' }] : [];
  const keys = content.parts.map(({ label }) => partKey(label));
  const parts = keys.flatMap((key, index): FieldError[] =>
    keys.indexOf(key) < index ? [{ pointer: `/parts/${index}/label`, code: 'given-twice' }] : [],
  );
  const indexes = new Set<number>();
  const milestones = content.milestones.flatMap((milestone, index): FieldError[] => {
    const pointer = `/milestones/${index}`;
    if (milestone.index >= entry.indicator.milestones.length) return [{ pointer: `${pointer}/index`, code: 'no-such' }];
    if (indexes.has(milestone.index)) return [{ pointer: `${pointer}/index`, code: 'given-twice' }];
    indexes.add(milestone.index);
    return milestone.done !== null && !hasEndedBy(milestone.done, period)
      ? [{ pointer: `${pointer}/done`, code: 'in-the-future' }]
      : [];
  });
  return [...values, ...unasked, ...parts, ...milestones];
}
