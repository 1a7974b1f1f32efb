import { checkEntry, type CheckResult, checkVerdict, type Entry, type EntryContent } from '@malspar/reporting-model';
import type { PeriodCode } from '@malspar/shared-model';
import type { FieldFault } from './draft-fields';

/** The step of the form, as in `?mal=`, that stands for the verdict; no target can have such a code. */
export const VERDICT_STEP = 'bedomning';

/** The name of the draft's field that a check, a comment or a change points at. */
export function fieldOf(pointer: string, params: CheckResult['params'] = {}, periods: readonly string[] = []): string {
  const path = pointer.replace(/^\//, '');
  if (!path.startsWith('values')) return path;
  const period = params['period'] ?? periods[Number(path.split('/')[1] ?? 0)] ?? periods[0];
  return period === undefined ? 'values' : `values/${period}`;
}

/** An id that both a field and the links to it can use. */
export const fieldId = (field: string): string => `field-${field.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** An entry's checks with what is in the form now, also for what cannot be sent as it stands. */
export function draftChecks(
  entry: Entry,
  content: EntryContent,
  faults: readonly FieldFault[],
  period: PeriodCode,
): CheckResult[] {
  const bad = new Set(faults.map((fault) => fault.field));
  const found = checkEntry({ ...entry, content }, period);
  return [
    ...faultChecks(entry.targetCode, faults),
    ...found.filter((check) => !bad.has(fieldOf(check.field, check.params))),
  ];
}

/** As `draftChecks`, for the verdict. */
export function verdictDraftChecks(
  content: Parameters<typeof checkVerdict>[0],
  faults: readonly FieldFault[],
): CheckResult[] {
  return [...faultChecks(null, faults), ...checkVerdict(content)];
}

function faultChecks(targetCode: string | null, faults: readonly FieldFault[]): CheckResult[] {
  return faults.map(({ field, code, max }) => ({
    targetCode,
    field: `/${field}`,
    kind: 'hard',
    code,
    params: {
      ...(field.startsWith('values/') ? { period: field.slice('values/'.length) } : {}),
      ...(max === undefined ? {} : { max }),
    },
    explained: false,
  }));
}
