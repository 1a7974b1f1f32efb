import { Role } from '@malspar/shared-model';
import * as z from 'zod';

/** All that a session holds about the person: who, with which roles, since when. Never a token. */
export const SignedInPerson = z.object({
  personId: z.string(),
  /** The roles of this sign-in. */
  roles: z.array(Role).readonly(),
  /** Milliseconds since 1970. */
  loginAt: z.number(),
});
export type SignedInPerson = z.infer<typeof SignedInPerson>;

/** A session as it is stored. Its end stands in a column of its own, which the cookie's is taken from. */
export const StoredSession = z.object({
  cookie: z.object({
    originalMaxAge: z.number().nullable(),
    path: z.string().optional(),
    httpOnly: z.boolean().optional(),
    sameSite: z.enum(['lax', 'strict', 'none']).optional(),
    secure: z.boolean().optional(),
  }),
  person: SignedInPerson.optional(),
});
