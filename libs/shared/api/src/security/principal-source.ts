import type { Principal } from '@malspar/shared-model';
import type { Request } from 'express';
import type { Tx } from '../tx/tx.js';

/** Finds out who sends a request. The identity domain knows; the guard only asks. */
export abstract class PrincipalSource {
  /** The person behind the request's session, with the assignments in force today; null when nobody is signed in. */
  abstract principalOf(request: Request): Promise<Principal | null>;

  /**
   * The person as they stand now: never more than `who` was let in with, less what has ended since. Locked until the
   * transaction ends. Null when they have been made inactive.
   */
  abstract standing(tx: Tx, who: Principal): Promise<Principal | null>;
}
