import { compareDecimals, Decimal } from '@malspar/shared-model';
import { type EntryContent, SoftCheckCode, type VerdictContent } from './entry.js';
import {
  explanationPath,
  type FieldPath,
  isFieldPath,
  milestonePath,
  partField,
  valuePath,
  yearPath,
  yearPathsOf,
} from './field-paths.js';
import type { YearContent } from './year-part.js';

/**
 * Content as flat texts, one per field: `comment`, `values/2025-Q4`, `measure/text`, `parts/1/Köket` … An absent field
 * and an empty one are the same. Flat, because fields are what two people's writing is merged by, and what is kept of
 * earlier wordings.
 */
export type Fields = Readonly<Partial<Record<FieldPath, string>>>;

/** A milestone that the owner says is not passed, although an earlier report said it was. */
export const MILESTONE_OPEN = 'open';

const PROSE = /^((year\/)?(comment|explanation)|noValueReason|measure\/(text|responsible)|explanations)(\/|$)/;

/** Whether a field is a text that is written little by little; else a choice, a number or a date, whole at each change. */
export const isProse = (field: string): boolean => PROSE.test(field);

/** Whether a field is a value of the indicator's series. */
export const isValue = (field: string): boolean => field.startsWith('values/');

/** Whether a field is a number. */
export const isNumber = (field: string): boolean => isValue(field) || field.startsWith('parts/');

/** Whether a field says the same in both; of a number, whether it is the same number. */
export function isSameText(field: string, a = '', b = ''): boolean {
  if (a === b || !isNumber(field)) return a === b;
  const [one, other] = [Decimal.safeParse(a), Decimal.safeParse(b)];
  return one.success && other.success && compareDecimals(one.data, other.data) === 0;
}

/** Each field's path with its text. A name that is no path of a draft's field is left out. */
export const fieldEntries = (fields: Fields): (readonly [FieldPath, string])[] =>
  Object.entries(fields).flatMap(([path, text]) =>
    isFieldPath(path) && text !== undefined ? [[path, text] as const] : [],
  );

/** The paths of the fields, each once. */
export const fieldPaths = (...of: readonly Fields[]): FieldPath[] => [
  ...new Set(of.flatMap((fields) => fieldEntries(fields).map(([path]) => path))),
];

/** Fields made of paths and texts. */
export const fieldsFrom = (entries: readonly (readonly [FieldPath, string])[]): Fields => Object.fromEntries(entries);

/** The paths of the fields that do not say the same in both. */
export const changedFields = (before: Fields, after: Fields): FieldPath[] =>
  fieldPaths(before, after).filter((field) => !isSameText(field, before[field], after[field]));

/** An entry's fields; empty ones are left out. */
export function entryFields(content: EntryContent): Fields {
  const seen = new Map<string, number>();
  const nth = (label: string): number => {
    const occurrence = (seen.get(label) ?? 0) + 1;
    seen.set(label, occurrence);
    return occurrence;
  };
  return filled([
    ['assessment', content.assessment],
    ...content.values.map(({ period, value }) => [valuePath(period), value] as const),
    ['noValueReason', content.noValueReason],
    ...content.parts.map(({ label, value }) => [partField(label, nth(label)), value] as const),
    ...content.milestones.map(({ index, done }) => [milestonePath(index), done ?? MILESTONE_OPEN] as const),
    ['comment', content.comment],
    ['measure/text', content.measure?.text],
    ['measure/responsible', content.measure?.responsible],
    ['measure/dueOn', content.measure?.dueOn],
    ...Object.entries(content.explanations).map(
      ([code, text]) => [explanationPath(SoftCheckCode.parse(code)), text] as const,
    ),
  ]);
}

/** The verdict's fields; empty ones are left out. */
export const verdictFields = ({ verdict, explanation }: VerdictContent): Fields =>
  filled([
    ['verdict', verdict],
    ['explanation', explanation],
  ]);

/** The fields of the year part, each beginning with `year/`; empty ones are left out. */
export const yearFields = ({ verdict, explanation, targets }: YearContent): Fields =>
  filled([
    ['year/verdict', verdict],
    ['year/explanation', explanation],
    ...targets.flatMap(({ targetCode, assessment, comment }) => [
      [yearPath('assessment', targetCode), assessment] as const,
      [yearPath('comment', targetCode), comment] as const,
    ]),
  ]);

/** Of the year part's fields, those of one target; null for the area's verdict. */
export const yearFieldsOf = (fields: Fields, targetCode: string | null): Fields => {
  const names: readonly string[] = yearPathsOf(targetCode);
  return fieldsFrom(fieldEntries(fields).filter(([field]) => names.includes(field)));
};

const filled = (entries: readonly (readonly [FieldPath, string | null | undefined])[]): Fields =>
  fieldsFrom(entries.flatMap(([field, text]) => (text ? [[field, text] as const] : [])));
