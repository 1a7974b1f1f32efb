import type { PlanRows } from './plan-rows.js';

/** What stands as it was edited in the application, though a file proposes something else, or no longer names it. */
export interface KeptAsEdited {
  readonly table: 'department' | 'focusArea';
  /** The slug of the row. */
  readonly name: string;
  readonly field: 'title' | 'department';
  readonly stands: string;
  /** Null where the file does not name it. */
  readonly proposed: string | null;
}

/**
 * Departments, and which of them carries an area, are the application's: a file proposes them. What stands otherwise
 * than the last file proposed has been edited there, and stands; what nobody has edited follows the file. A department
 * that the file does not name stays.
 */
export function keepingEdits(
  wanted: PlanRows,
  stored: PlanRows | null,
): { readonly rows: PlanRows; readonly kept: readonly KeptAsEdited[] } {
  if (!stored) return { rows: wanted, kept: [] };
  const departments = departmentsKept(wanted, stored);
  const areas = areasKept(wanted, stored);
  return {
    rows: { ...wanted, department: departments.rows, focusArea: areas.rows },
    kept: [...departments.kept, ...areas.kept],
  };
}

function departmentsKept({ department: wanted }: PlanRows, { department: stored }: PlanRows) {
  const before = new Map(stored.map((row) => [row.id, row]));
  const named = new Set(wanted.map(({ id }) => id));
  const rows = wanted.map((row) => {
    const stands = before.get(row.id);
    if (!stands || stands.title === stands.proposedTitle) return row;
    const { title, provenance, sourceKey } = stands;
    return { ...row, title, provenance, sourceKey };
  });
  const kept = (name: string, stands: string, proposed: string | null): KeptAsEdited => ({
    ...{ table: 'department', name, field: 'title', stands, proposed },
  });
  return {
    rows,
    kept: [
      ...rows
        .filter(({ title, proposedTitle }) => title !== proposedTitle)
        .map(({ slug, title, proposedTitle }) => kept(slug, title, proposedTitle)),
      ...stored.filter(({ id }) => !named.has(id)).map(({ slug, title }) => kept(slug, title, null)),
    ],
  };
}

function areasKept(wanted: PlanRows, stored: PlanRows) {
  const before = new Map(stored.focusArea.map((row) => [row.id, row]));
  const slugOf = new Map([...stored.department, ...wanted.department].map(({ id, slug }) => [id, slug]));
  const rows = wanted.focusArea.map((row) => {
    const stands = before.get(row.id);
    return !stands || stands.departmentId === stands.proposedDepartmentId
      ? row
      : { ...row, departmentId: stands.departmentId };
  });
  const kept = rows
    .filter(({ departmentId, proposedDepartmentId }) => departmentId !== proposedDepartmentId)
    .map(({ slug, departmentId, proposedDepartmentId }): KeptAsEdited => ({
      ...{ table: 'focusArea', name: slug, field: 'department' },
      stands: slugOf.get(departmentId) ?? '',
      proposed: slugOf.get(proposedDepartmentId ?? '') ?? null,
    }));
  return { rows, kept };
}
