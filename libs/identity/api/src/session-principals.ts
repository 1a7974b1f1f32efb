import { Clock, Database, PrincipalSource } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { scopeIdOf } from './assignment.scope.js';
import { AssignmentRepository } from './assignment.repository.js';
import { PersonRepository } from './person.repository.js';
import { signedInPerson } from './sign-in/session.js';

/** The person behind a session: the roles of the sign-in, and what the database says of them today. */
@Injectable()
export class SessionPrincipals extends PrincipalSource {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly assignments: AssignmentRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async principalOf(request: Request): Promise<Principal | null> {
    const session = signedInPerson(request);
    if (!session) return null;
    const [person, assignments] = await Promise.all([
      this.people.find(this.database.read, session.personId),
      this.assignments.inForceFor(this.database.read, session.personId, this.clock.today()),
    ]);
    // Somebody who has been made inactive is nobody, whatever the session says.
    if (!person?.active) return null;
    return {
      personId: person.id,
      name: person.name,
      roles: session.roles,
      assignments: assignments.map((row) => ({ kind: row.kind, scopeId: scopeIdOf(row), deputy: row.deputy })),
    };
  }
}
