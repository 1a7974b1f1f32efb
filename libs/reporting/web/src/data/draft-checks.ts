import {
  checkEntry,
  type FiredCheck,
  checkVerdict,
  checkYear,
  type Entry,
  type EntryContent,
  type FieldPlace,
  type FieldPointer,
} from '@malspar/reporting-model';
import type { PeriodCode } from '@malspar/shared-model';
import { fieldOf } from '../field-names';
import { type FieldFault, partLabel } from './draft-fields';

/** An entry's checks with what is in the form now, also for what cannot be sent as it stands. */
export function draftChecks(
  entry: Entry,
  content: EntryContent,
  faults: readonly FieldFault[],
  period: PeriodCode,
): FiredCheck[] {
  const bad = new Set<FieldPlace | null>(faults.map((fault) => fault.field));
  const found = checkEntry({ ...entry, content: withoutUnreadable(content, faults) }, period);
  return [
    ...faultChecks(entry.targetCode, faults),
    ...found.filter((check) => !bad.has(fieldOf(check.field, check.params))),
  ];
}

/** The content without the earlier values of fields that now hold no number: nothing is to be concluded from them. */
export function withoutUnreadable(content: EntryContent, faults: readonly FieldFault[]): EntryContent {
  const bad = new Set(faults.map((fault) => fault.field));
  const badParts = new Set([...bad].filter((field) => field.startsWith('parts/')).map(partLabel));
  return {
    ...content,
    values: content.values.filter(({ period }) => !bad.has(`values/${period}`)),
    parts: content.parts.filter(({ label }) => !badParts.has(label)),
  };
}

/** As `draftChecks`, for the verdict. */
export function verdictDraftChecks(
  content: Parameters<typeof checkVerdict>[0],
  faults: readonly FieldFault[],
): FiredCheck[] {
  return [...faultChecks(null, faults), ...checkVerdict(content)];
}

/** As `draftChecks`, for the year part; `entries` with what is in the form now. */
export function yearDraftChecks(
  content: Parameters<typeof checkYear>[0],
  entries: Parameters<typeof checkYear>[1],
  faults: readonly FieldFault[],
): FiredCheck[] {
  return [...faultChecks(null, faults), ...checkYear(content, entries)];
}

function faultChecks(targetCode: string | null, faults: readonly FieldFault[]): FiredCheck[] {
  return faults.map(({ field, code, params }) => ({
    targetCode,
    field: `/${field}` satisfies FieldPointer,
    kind: 'hard',
    code,
    params: {
      ...(field.startsWith('values/') ? { period: field.slice('values/'.length) } : {}),
      ...params,
    },
    explained: false,
  }));
}
