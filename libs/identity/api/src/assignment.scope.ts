/** The focus area's or the department's id; the database sees to it that there is exactly one. */
export function scopeIdOf(row: { readonly focusAreaId: string | null; readonly departmentId: string | null }): string {
  const scopeId = row.focusAreaId ?? row.departmentId;
  if (scopeId === null) throw new Error('An assignment to nothing');
  return scopeId;
}
