import { Database, NotFound, permissionsOf } from '@malspar/shared-api';
import type { Me, Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from './person.repository.js';

/** Who is signed in, as the pages need it. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
  ) {}

  async me(who: Principal): Promise<Me> {
    const scopeIds = who.assignments.map((assignment) => assignment.scopeId);
    const person = await this.people.signedIn(this.database.read, who.personId, scopeIds);
    if (!person) throw new NotFound();
    return {
      name: person.name,
      email: person.email,
      roles: [...who.roles],
      assignments: who.assignments.map((assignment) => ({
        ...assignment,
        scopeTitle: person.scopeTitles[assignment.scopeId] ?? '',
      })),
      permissions: permissionsOf(who.roles),
      planLanguage: person.planLanguage,
    };
  }
}
