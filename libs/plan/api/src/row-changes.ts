/** How the rows of one table differ from what is wanted. */
export interface RowChanges<Row> {
  readonly added: readonly Row[];
  readonly changed: readonly { readonly row: Row; readonly fields: readonly string[] }[];
  readonly removed: readonly Row[];
}

/** Compares rows with the same key field by field; fields that only the stored row has are left alone. */
export function rowChanges<Row extends object>(
  stored: readonly Row[],
  wanted: readonly Row[],
  keyOf: (row: Row) => string,
): RowChanges<Row> {
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const after = new Set(wanted.map(keyOf));
  const changed = wanted.flatMap((row) => {
    const old = before.get(keyOf(row));
    const fields = old ? differingFields(old, row) : [];
    return fields.length > 0 ? [{ row, fields }] : [];
  });
  return {
    added: wanted.filter((row) => !before.has(keyOf(row))),
    changed,
    removed: stored.filter((row) => !after.has(keyOf(row))),
  };
}

export const isUnchanged = ({ added, changed, removed }: RowChanges<unknown>): boolean =>
  added.length + changed.length + removed.length === 0;

const differingFields = (before: object, after: object): string[] =>
  Object.entries(after)
    .filter(([field, value]) => (before as Record<string, unknown>)[field] !== value)
    .map(([field]) => field);
