import {
  type FieldPlace,
  type FiredCheck,
  isAboutYear,
  isFieldPlace,
  valuePath,
  yearFieldName,
} from '@malspar/reporting-model';

/** The step of the form, as in `?mal=`, that stands for the verdict; no target can have such a code. */
export const VERDICT_STEP = 'bedomning';

/** The step that stands for the whole year, in the report of its last period. */
export const YEAR_STEP = 'aret';

interface Pinned {
  readonly targetCode: string | null;
  readonly field: string;
}

/** The step of the form at which a check or a comment is. */
export const stepOf = ({ targetCode, field }: Pinned): string =>
  isAboutYear(field) ? YEAR_STEP : (targetCode ?? VERDICT_STEP);

/** The name of the draft's field that a check or a comment points at, within its step. */
export const fieldOfCheck = (
  pinned: Pinned & { params?: FiredCheck['params'] },
  periods?: readonly string[],
): FieldPlace | null =>
  isAboutYear(pinned.field) ? placeOf(yearFieldName(pinned)) : fieldOf(pinned.field, pinned.params, periods);

const placeOf = (path: string): FieldPlace | null => (isFieldPlace(path) ? path : null);

/** The path of the draft's field that a check, a comment or a change points at; null where the draft has none such. */
export function fieldOf(
  pointer: string,
  params: FiredCheck['params'] = {},
  periods: readonly string[] = [],
): FieldPlace | null {
  const path = pointer.replace(/^\//, '');
  if (!path.startsWith('values')) return placeOf(path);
  const period = params['period'] ?? periods[Number(path.split('/')[1] ?? 0)] ?? periods[0];
  return period === undefined ? 'values' : valuePath(String(period));
}

/** An id that both a field and the links to it can use. */
export const fieldId = (field: FieldPlace): string => `field-${field.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** The id of the field for the reply to a comment. */
export const replyId = (comment: string): string => `reply-${comment}`;
