import type { Assignment } from '@malspar/identity-model';
import type { AssignmentKind, PlainDate } from '@malspar/shared-model';
import type { PlanScopes, Scope } from './shapes';

type AssignmentTime = 'inForce' | 'upcoming' | 'ended';

export interface AssignmentRow {
  readonly assignment: Assignment;
  readonly time: AssignmentTime;
  /** Whether the holder has been shut out, and so answers for nothing whatever the dates say. */
  readonly shutOut: boolean;
}

/** One focus area or department with those who answer for it, by time. */
export interface AssignmentGroup {
  readonly kind: AssignmentKind;
  readonly scope: Scope;
  /** In force and upcoming. */
  readonly current: readonly AssignmentRow[];
  readonly ended: readonly AssignmentRow[];
  /** Who is missing today. */
  readonly gap: 'nobody' | 'onlyDeputy' | null;
}

export interface AssignmentGroups {
  readonly areas: readonly AssignmentGroup[];
  readonly departments: readonly AssignmentGroup[];
  /** Assignments to what the plan no longer has; their titles are not known. */
  readonly others: readonly AssignmentGroup[];
}

/** Sorts assignments under what they are for, in the plan's own order; `shutOut` are people who have been deactivated. */
export function groupAssignments(
  assignments: readonly Assignment[],
  plan: PlanScopes,
  today: PlainDate,
  shutOut: ReadonlySet<string> = new Set(),
): AssignmentGroups {
  const groupOf = (kind: AssignmentKind, scope: Scope): AssignmentGroup =>
    group(
      kind,
      scope,
      assignments.filter((each) => each.kind === kind && each.scopeId === scope.id),
      today,
      shutOut,
    );
  const known = new Set([...plan.focusAreas, ...plan.departments].map((scope) => scope.id));
  const unknown = new Map(assignments.filter((each) => !known.has(each.scopeId)).map((each) => [each.scopeId, each]));
  return {
    areas: plan.focusAreas.map((scope) => groupOf('owner', scope)),
    departments: plan.departments.map((scope) => groupOf('manager', scope)),
    others: [...unknown.values()].map(({ kind, scopeId }) => groupOf(kind, { id: scopeId, title: '' })),
  };
}

function group(
  kind: AssignmentKind,
  scope: Scope,
  assignments: readonly Assignment[],
  today: PlainDate,
  shutOut: ReadonlySet<string>,
): AssignmentGroup {
  const rows = [...assignments].sort(byTime).map((assignment) => ({
    assignment,
    time: timeOf(assignment, today),
    shutOut: shutOut.has(assignment.personId),
  }));
  return {
    kind,
    scope,
    current: rows.filter(({ time }) => time !== 'ended'),
    ended: rows.filter(({ time }) => time === 'ended').reverse(),
    gap: gapOf(rows.filter((row) => row.time === 'inForce' && !row.shutOut)),
  };
}

function gapOf(inForce: readonly AssignmentRow[]): AssignmentGroup['gap'] {
  if (inForce.length === 0) return 'nobody';
  return inForce.every(({ assignment }) => assignment.deputy) ? 'onlyDeputy' : null;
}

const timeOf = ({ inForce, from }: Assignment, today: PlainDate): AssignmentTime =>
  inForce ? 'inForce' : from > today ? 'upcoming' : 'ended';

/** By first day; the one who answers before the deputy. */
const byTime = (a: Assignment, b: Assignment): number =>
  a.from.localeCompare(b.from) || Number(a.deputy) - Number(b.deputy) || a.personName.localeCompare(b.personName, 'sv');
