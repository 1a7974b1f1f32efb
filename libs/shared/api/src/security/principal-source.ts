import type { Principal } from '@malspar/shared-model';
import type { Request } from 'express';

/** Finds out who sends a request. The identity domain knows; the guard only asks. */
export abstract class PrincipalSource {
  /** The person behind the request's session, with the assignments in force today; null when nobody is signed in. */
  abstract principalOf(request: Request): Promise<Principal | null>;
}
