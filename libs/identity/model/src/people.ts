import { AssignmentKind, PlainDate, Role } from '@malspar/shared-model';
import * as z from 'zod';

/** A person who has signed in at least once, or who was entered beforehand. */
export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** The roles of the latest sign-in. */
  roles: z.array(Role),
  active: z.boolean(),
  lastSignInAt: z.iso.datetime().nullable(),
});
export type Person = z.infer<typeof Person>;

/** Which focus area an owner, or which department a manager, answers for, and when. */
export const Assignment = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  kind: AssignmentKind,
  scopeId: z.uuid(),
  deputy: z.boolean(),
  from: PlainDate,
  /** Last day in force; null is until further notice. */
  to: PlainDate.nullable(),
  inForce: z.boolean(),
  version: z.number().int(),
});
export type Assignment = z.infer<typeof Assignment>;

/** A new assignment, or the whole of a changed one. */
export const AssignmentInput = z
  .strictObject({
    personId: z.uuid(),
    kind: AssignmentKind,
    scopeId: z.uuid(),
    deputy: z.boolean(),
    from: PlainDate,
    to: PlainDate.nullable(),
  })
  .refine((a) => a.to === null || a.to >= a.from, { error: 'ends-before-start', path: ['to'] });
export type AssignmentInput = z.infer<typeof AssignmentInput>;

/** Who is signed in, as the pages need it. */
export const Me = z.object({
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  assignments: z.array(
    z.object({ kind: AssignmentKind, scopeId: z.uuid(), scopeTitle: z.string(), deputy: z.boolean() }),
  ),
  /** What the person may do across the whole app, e.g. `assignments.edit`; pages show what is here. */
  permissions: z.array(z.string()),
});
export type Me = z.infer<typeof Me>;

/** When the session ends if nothing is done, and when it ends whatever is done. */
export const SessionTimes = z.object({ now: z.iso.datetime(), idleEndsAt: z.iso.datetime(), endsAt: z.iso.datetime() });
export type SessionTimes = z.infer<typeof SessionTimes>;
