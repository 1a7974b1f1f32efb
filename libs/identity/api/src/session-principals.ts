import { Clock, PrincipalSource, type Tx } from '@malspar/shared-api';
import type { Principal, Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ActingPeopleRepository } from './acting-people/acting-people.repository.js';
import { askerOf } from './sign-in/asker.js';
import { signedInPerson } from './sign-in/session.js';

/**
 * The person behind a session: the roles of the sign-in, less those that a later sign-in did not have, and what the
 * database says of them today.
 */
@Injectable()
export class SessionPrincipals extends PrincipalSource {
  constructor(
    private readonly people: ActingPeopleRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  principalOf(request: Request): Promise<Principal | null> {
    const session = signedInPerson(request);
    const person = askerOf(request)?.person;
    // Somebody who has been made inactive is nobody, whatever the session says.
    if (!session || person?.id !== session.personId) return Promise.resolve(null);
    const roles = heldStill(session.roles, person.roles);
    return Promise.resolve({ personId: person.id, name: person.name, roles, assignments: person.assignments });
  }

  async standing(tx: Tx, who: Principal): Promise<Principal | null> {
    const person = await this.people.oneLocked(tx, who.personId, this.clock.today());
    return person && { ...who, roles: heldStill(who.roles, person.roles), assignments: person.assignments };
  }
}

/** Somebody who signs in with fewer roles than before loses them in every session. */
const heldStill = (roles: readonly Role[], now: readonly Role[]): Role[] => roles.filter((role) => now.includes(role));
