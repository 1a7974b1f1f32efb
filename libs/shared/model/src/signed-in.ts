import * as z from 'zod';
import { AssignmentKind, Role } from './principal.js';

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
  /** The language of the plan and of what is written about it (BCP 47); null while no plan is loaded. */
  planLanguage: z.string().nullable(),
});
export type Me = z.infer<typeof Me>;

/** When the session ends if nothing is done, and when it ends whatever is done. */
export const SessionTimes = z.object({ now: z.iso.datetime(), idleEndsAt: z.iso.datetime(), endsAt: z.iso.datetime() });
export type SessionTimes = z.infer<typeof SessionTimes>;
