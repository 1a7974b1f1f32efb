import {
  COMMENT_MAX,
  type EntryContent,
  EXPLANATION_MAX,
  SoftCheckCode,
  type VerdictContent,
} from '@malspar/reporting-model';
import {
  cleanText,
  comparePeriods,
  type ExpectedNumber,
  MAX_DECIMALS,
  type NumberRefusal,
  readDecimal,
  textLength,
} from '@malspar/shared-model';

/**
 * A draft as flat texts, one per field: `comment`, `values/2025-Q4`, `measure/text`, `parts/1/Köket` … An absent field
 * and an empty one are the same. Flat, because fields are what two people's writing is merged by.
 */
export type Fields = Readonly<Record<string, string>>;

/** How one kind of draft, an entry or a verdict, is taken apart into fields and put together again. */
export interface DraftShape<C> {
  /** What its numbers are, where it has any. */
  readonly numbers?: ExpectedNumber;
  fieldsOf(content: C): Fields;
  contentOf(fields: Fields): C;
}

/** Why a field cannot be sent as it stands. */
export interface FieldFault {
  readonly field: string;
  readonly code: NumberRefusal | 'too_long';
  readonly params: Readonly<Record<string, string | number>>;
}

/** A milestone that the owner says is not passed, although an earlier report said it was. */
export const MILESTONE_OPEN = 'open';

const LONGEST: Record<string, number> = {
  comment: COMMENT_MAX,
  explanation: COMMENT_MAX,
  explanations: EXPLANATION_MAX,
  noValueReason: 1000,
  'measure/text': 1000,
  'measure/responsible': 120,
};

/** The most characters the field may hold; null when it is not a text. */
export const longest = (field: string): number | null => LONGEST[field] ?? LONGEST[field.split('/')[0] ?? ''] ?? null;

const isNumber = (field: string): boolean => field.startsWith('values/') || field.startsWith('parts/');

/** A field's text as it is stored: numbers with a point, texts cleaned; an unreadable number stays as typed. */
export function normalised(field: string, typed: string, numbers?: ExpectedNumber): string {
  if (!isNumber(field)) return cleanText(typed);
  const read = readDecimal(typed, numbers);
  return read.kind === 'number' ? read.value : cleanText(typed);
}

/** As `normalised` for every field, empty ones left out. */
export function normalisedFields(typed: Fields, numbers?: ExpectedNumber): Fields {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([field, text]) => [field, normalised(field, text, numbers)] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** What a person would type for a stored text: numbers with the language's own decimal comma. */
export const typedFrom = (field: string, stored: string): string =>
  isNumber(field) ? stored.replace('.', ',').replace(/^-/, '\u2212') : stored;

/** What stands in the way of sending these fields. */
export function faultsOf(typed: Fields, numbers?: ExpectedNumber): FieldFault[] {
  return Object.entries(typed).flatMap(([field, text]): FieldFault[] => {
    if (isNumber(field)) return numberFault(field, text, numbers);
    const max = longest(field);
    return max !== null && textLength(text) > max ? [{ field, code: 'too_long', params: { max } }] : [];
  });
}

function numberFault(field: string, text: string, numbers?: ExpectedNumber): FieldFault[] {
  const read = readDecimal(text, numbers);
  if (read.kind !== 'refused') return [];
  const written = read.written.length > 40 ? `${read.written.slice(0, 39)}…` : read.written;
  const params = { written, unit: numbers?.unit ?? '', decimals: numbers?.decimals ?? MAX_DECIMALS };
  return [{ field, code: read.why, params }];
}

/** Whether two sets of fields say the same. */
export function sameFields(a: Fields, b: Fields): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => (a[field] ?? '') === (b[field] ?? ''));
}

const some = (entries: readonly (readonly [string, string | null | undefined])[]): Fields =>
  normalisedFields(Object.fromEntries(entries.map(([field, text]) => [field, text ?? ''])));

const within = (fields: Fields, prefix: string): [string, string][] =>
  Object.entries(fields)
    .filter(([field, text]) => field.startsWith(prefix) && text !== '')
    .map(([field, text]) => [field.slice(prefix.length), text]);

/** Field names of parts with their labels; the number before the label tells equal labels apart. */
export const partField = (label: string, occurrence = 1): string => `parts/${occurrence}/${label}`;
export const partLabel = (field: string): string => field.split('/').slice(2).join('/');

export const entryShape: DraftShape<EntryContent> = {
  fieldsOf(content) {
    const seen = new Map<string, number>();
    const nth = (label: string): number => {
      const occurrence = (seen.get(label) ?? 0) + 1;
      seen.set(label, occurrence);
      return occurrence;
    };
    return some([
      ['assessment', content.assessment],
      ...content.values.map(({ period, value }) => [`values/${period}`, value] as const),
      ['noValueReason', content.noValueReason],
      ...content.parts.map(({ label, value }) => [partField(label, nth(label)), value] as const),
      ...content.milestones.map(({ index, done }) => [`milestones/${index}`, done ?? MILESTONE_OPEN] as const),
      ['comment', content.comment],
      ['measure/text', content.measure?.text],
      ['measure/responsible', content.measure?.responsible],
      ['measure/dueOn', content.measure?.dueOn],
      ...Object.entries(content.explanations).map(([code, text]) => [`explanations/${code}`, text] as const),
    ]);
  },
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
  fieldsOf: ({ verdict, explanation }) =>
    some([
      ['verdict', verdict],
      ['explanation', explanation],
    ]),
  contentOf: (fields) => ({
    verdict: (fields['verdict'] || null) as VerdictContent['verdict'],
    explanation: fields['explanation'] ?? '',
  }),
};
