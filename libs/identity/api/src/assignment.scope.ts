/** The focus area's or the department's id; the database sees to it that there is exactly one. */
export const scopeIdOf = (row: { readonly focusAreaId: string | null; readonly departmentId: string | null }): string =>
  (row.focusAreaId ?? row.departmentId)!;
