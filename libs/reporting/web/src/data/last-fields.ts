import {
  emptyEntryContent,
  type Entry,
  type EntryContent,
  fieldEntries,
  fieldsFrom,
  type SeriesPoint,
  type VerdictContent,
} from '@malspar/reporting-model';
import { comparePeriods, isBlank, type PeriodCode } from '@malspar/shared-model';
import { entryShape, type Fields, yearShape } from './draft-fields';

/** The latest value that is known before the period. */
export function valueBefore(
  entry: Pick<Entry, 'series'>,
  period: PeriodCode,
): (Pick<SeriesPoint, 'period' | 'provenance'> & { value: string }) | null {
  const point = entry.series.findLast((each) => each.value !== null && comparePeriods(each.period, period) < 0);
  return point?.value ? { period: point.period, value: point.value, provenance: point.provenance } : null;
}

/** What was said of the target last time, as texts of this report's draft; empty when it has not been reported before. */
export function lastFields(entry: Pick<Entry, 'last' | 'series' | 'duePeriods'>): Fields {
  const { last } = entry;
  if (!last) return {};
  const values = last.noValueReason
    ? []
    : entry.duePeriods.flatMap((period) => {
        const before = valueBefore(entry, period);
        return before ? [{ period, value: before.value }] : [];
      });
  const { assessment, comment, measure } = last;
  const noValueReason = values.length === 0 && entry.duePeriods.length > 0 ? last.noValueReason : '';
  return entryShape.fieldsOf({ ...emptyEntryContent, assessment, values, noValueReason, comment, measure });
}

/** What the report says of its own period, as texts of the draft of the whole year. */
export function saidInPeriod(
  entries: readonly { readonly entry: Pick<Entry, 'targetCode'>; readonly draft: { content(): EntryContent } }[],
  verdict: VerdictContent,
): Fields {
  const targets = entries.map(({ entry: { targetCode }, draft }) => {
    return { targetCode, assessment: draft.content().assessment, comment: '' };
  });
  return yearShape.fieldsOf({ ...verdict, targets });
}

/** Those of the last entry's texts that stand where nothing has been written yet. */
export const stillEmpty = (last: Fields, typed: Fields): Fields =>
  fieldsFrom(fieldEntries(last).filter(([field]) => isBlank(typed[field] ?? '')));
