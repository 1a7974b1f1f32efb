import * as z from 'zod';

/** What a person may be, by app role at sign-in. */
export const Role = z.enum(['owner', 'manager', 'coordinator', 'admin', 'viewer']);
export type Role = z.infer<typeof Role>;

/** What an assignment is for: an owner answers for a focus area, a manager for a department. */
export const AssignmentKind = z.enum(['owner', 'manager']);
export type AssignmentKind = z.infer<typeof AssignmentKind>;

/** An assignment that is in force today; `scopeId` is the focus area's or the department's id. */
export const ActiveAssignment = z.strictObject({
  kind: AssignmentKind,
  scopeId: z.uuid(),
  deputy: z.boolean(),
});
export type ActiveAssignment = z.infer<typeof ActiveAssignment>;

/** The signed-in person as policies see them: the roles of the login and the assignments in force today. */
export interface Principal {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly assignments: readonly ActiveAssignment[];
}

/** Whether the person has the role. */
export const hasRole = (who: Principal, role: Role): boolean => who.roles.includes(role);

/** Whether the person has the role that the kind demands and is assigned to the scope today. */
export const isAssigned = (who: Principal, kind: AssignmentKind, scopeId: string): boolean =>
  who.roles.includes(kind) && who.assignments.some((a) => a.kind === kind && a.scopeId === scopeId);
