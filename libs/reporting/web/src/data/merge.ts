import { type FieldPath, fieldPaths, type Fields, fieldsFrom } from '@malspar/reporting-model';

/** One field that two people changed to different things. */
export interface FieldConflict {
  readonly field: FieldPath;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Merge {
  /** The merged fields; where there is a conflict, mine stands until somebody has chosen. */
  readonly fields: Fields;
  readonly conflicts: readonly FieldConflict[];
}

/**
 * The base of a merge with the person's own earlier save, whose response never came: a field that stands as it was sent
 * was changed by nobody else.
 */
export function withOwnSaves(base: Fields, theirs: Fields, unanswered: readonly Fields[]): Fields {
  const own = fieldPaths(base, theirs).filter((field) =>
    unanswered.some((sent) => (sent[field] ?? '') === (theirs[field] ?? '')),
  );
  return { ...base, ...fieldsFrom(own.map((field) => [field, theirs[field] ?? ''] as const)) };
}

/**
 * Merges two people's changes of the same draft, field by field. A change by one of them is kept; the same change by
 * both is one; different changes of one field are a conflict that only a person can settle.
 */
export function mergeFields(base: Fields, mine: Fields, theirs: Fields): Merge {
  const fields: Partial<Record<FieldPath, string>> = {};
  const conflicts: FieldConflict[] = [];
  for (const field of fieldPaths(base, theirs, mine)) {
    const [was, my, their] = [base, mine, theirs].map((each) => each[field] ?? '') as [string, string, string];
    const result = my === was ? their : my;
    if (result !== '') fields[field] = result;
    if (my !== was && their !== was && my !== their) conflicts.push({ field, base: was, mine: my, theirs: their });
  }
  return { fields, conflicts };
}
