import type { CheckResult } from '@malspar/reporting-model';

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
