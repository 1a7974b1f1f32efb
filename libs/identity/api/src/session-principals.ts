import { Clock, Database, PrincipalSource } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ActingPeopleRepository } from './acting-people.repository.js';
import { signedInPerson } from './sign-in/session.js';

/** The person behind a session: the roles of the sign-in, and what the database says of them today. */
@Injectable()
export class SessionPrincipals extends PrincipalSource {
  constructor(
    private readonly database: Database,
    private readonly people: ActingPeopleRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async principalOf(request: Request): Promise<Principal | null> {
    const session = signedInPerson(request);
    if (!session) return null;
    // Somebody who has been made inactive is nobody, whatever the session says.
    const person = await this.people.one(this.database.read, session.personId, this.clock.today());
    if (!person) return null;
    return { personId: person.id, name: person.name, roles: session.roles, assignments: person.assignments };
  }
}
