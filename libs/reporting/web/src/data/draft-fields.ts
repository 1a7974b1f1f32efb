import {
  COMMENT_MAX,
  type EntryContent,
  entryFields,
  fieldEntries,
  type FieldPath,
  fieldPaths,
  EXPLANATION_MAX,
  type Fields,
  fieldsFrom,
  isNumber,
  isPart,
  MILESTONE_OPEN,
  partKey,
  SoftCheckCode,
  type VerdictContent,
  verdictFields,
  YEAR_COMMENT_MAX,
  type YearContent,
  yearFields,
} from '@malspar/reporting-model';
import {
  cleanText,
  comparePeriods,
  type ExpectedNumber,
  isBlank,
  MAX_DECIMALS,
  type NumberRefusal,
  readDecimal,
  textLength,
} from '@malspar/shared-model';

export { type Fields, MILESTONE_OPEN, partField } from '@malspar/reporting-model';

/** Whether nothing has been written. */
export const isUntouched = (fields: Fields): boolean => fieldEntries(fields).every(([, text]) => isBlank(text));

/** How one kind of draft, an entry or a verdict, is taken apart into fields and put together again. */
export interface DraftShape<C> {
  /** What its numbers are, where it has any. */
  readonly numbers?: ExpectedNumber;
  fieldsOf(content: C): Fields;
  contentOf(fields: Fields): C;
}

/** Why a field cannot be sent as it stands. */
export interface FieldFault {
  readonly field: FieldPath;
  readonly code: NumberRefusal | 'too_long' | 'part_twice';
  readonly params: Readonly<Record<string, string | number>>;
}

const LONGEST: Record<string, number> = {
  comment: COMMENT_MAX,
  explanation: COMMENT_MAX,
  explanations: EXPLANATION_MAX,
  'year/explanation': COMMENT_MAX,
  'year/comment': YEAR_COMMENT_MAX,
  noValueReason: 1000,
  'measure/text': 1000,
  'measure/responsible': 120,
};

/** The most characters the field may hold; null when it is not a text. */
const longest = (field: string): number | null =>
  LONGEST[field] ?? LONGEST[field.split('/')[0] ?? ''] ?? LONGEST[field.split('/', 2).join('/')] ?? null;

/** A field's text as it is stored: numbers with a point, texts cleaned; an unreadable number stays as typed. */
function normalised(field: string, typed: string, numbers?: ExpectedNumber): string {
  if (!isNumber(field)) return cleanText(typed);
  const read = readDecimal(typed, numbers);
  return read.kind === 'number' ? read.value : cleanText(typed);
}

/** As `normalised` for every field, empty ones left out. */
export function normalisedFields(typed: Fields, numbers?: ExpectedNumber): Fields {
  return fieldsFrom(
    fieldEntries(typed)
      .map(([field, text]) => [field, normalised(field, text, numbers)] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** What a person would type for a stored text: numbers with the language's own decimal comma. */
export const typedFrom = (field: string, stored: string): string =>
  isNumber(field) ? stored.replace('.', ',').replace(/^-/, '\u2212') : stored;

/** As `typedFrom` for every field. */
export const typedAll = (fields: Fields): Fields =>
  fieldsFrom(fieldEntries(fields).map(([field, text]) => [field, typedFrom(field, text)] as const));

/** What stands in the way of sending these fields. */
export function faultsOf(typed: Fields, numbers?: ExpectedNumber): FieldFault[] {
  return [...partsNamedTwice(typed), ...fieldFaults(typed, numbers)];
}

/** The field of the part that has this name already; null when none has. */
export const partNamed = (typed: Fields, label: string): FieldPath | null =>
  fieldPaths(typed).find((field) => isPart(field) && partKey(partLabel(field)) === partKey(label)) ?? null;

function partsNamedTwice(typed: Fields): FieldFault[] {
  const parts = fieldPaths(typed).filter((field) => isPart(field) && typed[field] !== '');
  const keys = parts.map((field) => partKey(partLabel(field)));
  return parts
    .filter((_, index) => keys.indexOf(keys[index] ?? '') < index)
    .map((field) => ({ field, code: 'part_twice', params: { label: partLabel(field) } }));
}

function fieldFaults(typed: Fields, numbers?: ExpectedNumber): FieldFault[] {
  return fieldEntries(typed).flatMap(([field, text]): FieldFault[] => {
    if (isNumber(field)) return numberFault(field, text, numbers);
    const max = longest(field);
    return max !== null && textLength(text) > max ? [{ field, code: 'too_long', params: { max } }] : [];
  });
}

function numberFault(field: FieldPath, text: string, numbers?: ExpectedNumber): FieldFault[] {
  const read = readDecimal(text, numbers);
  if (read.kind !== 'refused') return [];
  const written = read.written.length > 40 ? `${read.written.slice(0, 39)}…` : read.written;
  const params = { written, unit: numbers?.unit ?? '', decimals: numbers?.decimals ?? MAX_DECIMALS };
  return [{ field, code: read.why, params }];
}

/** Whether two sets of fields say the same. */
export function sameFields(a: Fields, b: Fields): boolean {
  return fieldPaths(a, b).every((field) => (a[field] ?? '') === (b[field] ?? ''));
}

const within = (fields: Fields, prefix: string): [string, string][] =>
  fieldEntries(fields)
    .filter(([field, text]) => field.startsWith(prefix) && text !== '')
    .map(([field, text]) => [field.slice(prefix.length), text]);

/** The label in a part's field name. */
export const partLabel = (field: string): string => field.split('/').slice(2).join('/');

export const entryShape: DraftShape<EntryContent> = {
  fieldsOf: (content) => normalisedFields(entryFields(content)),
  contentOf(fields) {
    const measure = {
      text: fields['measure/text'] ?? '',
      responsible: fields['measure/responsible'] ?? '',
      dueOn: fields['measure/dueOn'] || null,
    };
    return {
      assessment: (fields['assessment'] || null) as EntryContent['assessment'],
      values: within(fields, 'values/')
        .map(([period, value]) => ({ period, value }))
        .sort((a, b) => comparePeriods(a.period, b.period)),
      noValueReason: fields['noValueReason'] ?? '',
      parts: within(fields, 'parts/').map(([rest, value]) => ({ label: partLabel(`parts/${rest}`), value })),
      milestones: within(fields, 'milestones/')
        .map(([index, done]) => ({ index: Number(index), done: done === MILESTONE_OPEN ? null : done }))
        .sort((a, b) => a.index - b.index),
      comment: fields['comment'] ?? '',
      measure: measure.text || measure.responsible || measure.dueOn ? measure : null,
      explanations: Object.fromEntries(
        within(fields, 'explanations/').filter(([code]) => SoftCheckCode.safeParse(code).success),
      ),
    };
  },
};

/** As `entryShape`, reading numbers as those of the indicator. */
export const entryShapeOf = ({ unit, decimals }: ExpectedNumber): DraftShape<EntryContent> => ({
  ...entryShape,
  numbers: { unit, decimals },
});

export const verdictShape: DraftShape<VerdictContent> = {
  fieldsOf: (content) => normalisedFields(verdictFields(content)),
  contentOf: (fields) => ({
    verdict: (fields['verdict'] || null) as VerdictContent['verdict'],
    explanation: fields['explanation'] ?? '',
  }),
};

export const yearShape: DraftShape<YearContent> = {
  fieldsOf: (content) => normalisedFields(yearFields(content)),
  contentOf(fields) {
    const [assessments, comments] = ['year/assessment/', 'year/comment/'].map((name) => new Map(within(fields, name)));
    const codes = [...new Set([...(assessments?.keys() ?? []), ...(comments?.keys() ?? [])])];
    return {
      verdict: (fields['year/verdict'] || null) as YearContent['verdict'],
      explanation: fields['year/explanation'] ?? '',
      targets: codes.map((targetCode) => ({
        targetCode,
        assessment: (assessments?.get(targetCode) ?? null) as YearContent['targets'][number]['assessment'],
        comment: comments?.get(targetCode) ?? '',
      })),
    };
  },
};
