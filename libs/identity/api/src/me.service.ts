import type { Me } from '@malspar/identity-model';
import { Database, NotFound, permissionsOf } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { AssignmentService } from './assignment.service.js';
import { PersonRepository } from './person.repository.js';

/** Who is signed in, as the pages need it. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly assignments: AssignmentService,
  ) {}

  async me(who: Principal): Promise<Me> {
    const [person, titles, planLanguage] = await Promise.all([
      this.people.find(this.database.read, who.personId),
      this.assignments.scopeTitles(who.assignments.map((assignment) => assignment.scopeId)),
      this.people.planLanguage(this.database.read),
    ]);
    if (!person) throw new NotFound();
    return {
      name: person.name,
      email: person.email,
      roles: [...who.roles],
      assignments: who.assignments.map((assignment) => ({
        ...assignment,
        scopeTitle: titles.get(assignment.scopeId) ?? '',
      })),
      permissions: permissionsOf(who.roles),
      planLanguage,
    };
  }
}
