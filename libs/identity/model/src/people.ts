import { AssignmentKind, boundedText, PageQuery, PlainDate, Role } from '@malspar/shared-model';
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

/** Which people are listed: those with every word of `q` in name or e-mail. */
export const PeopleQuery = PageQuery.extend({ q: boundedText(200).optional() });
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** A person as whoever asks sees them. */
export const ListedPerson = Person.extend({
  /** It is the one who asks, who cannot be shut out by themself. */
  self: z.boolean(),
});
export type ListedPerson = z.infer<typeof ListedPerson>;

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

/** An assignment as it would be given. */
export const inputOf = ({ personId, kind, scopeId, deputy, from, to }: Assignment): AssignmentInput => ({
  personId,
  kind,
  scopeId,
  deputy,
  from,
  to,
});

/** What somebody answers for, now or later. */
export const HeldAssignment = z.object({ kind: AssignmentKind, scopeTitle: z.string(), deputy: z.boolean() });
export type HeldAssignment = z.infer<typeof HeldAssignment>;

/** How somebody stands after an act on their access. */
export const PersonAccess = z.object({
  person: Person,
  /** How many sessions the act ended. */
  endedSessions: z.number().int(),
  /** What they still answer for, so that somebody can take over. */
  holds: z.array(HeldAssignment),
});
export type PersonAccess = z.infer<typeof PersonAccess>;

/** One of a person's own sessions. */
export const OwnSession = z.object({
  /** Names the session without giving it away: a hash of its secret. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  beganAt: z.iso.datetime(),
  /** To within a minute. */
  lastUsedAt: z.iso.datetime(),
  /** It is the session that asks. */
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const EndedSessions = z.object({ endedSessions: z.number().int() });
export type EndedSessions = z.infer<typeof EndedSessions>;
