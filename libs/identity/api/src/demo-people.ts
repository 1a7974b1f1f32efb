import { Clock } from '@malspar/shared-api';
import { addDays, type PlainDate, type Principal, type Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { AssignmentService } from './assignment.service.js';
import { PersonService } from './person.service.js';

export interface DemoPerson {
  readonly key: string;
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface DemoScopes {
  readonly focusAreaIds: readonly string[];
  readonly departmentIds: readonly string[];
  /** First day of the plan: regular holders have answered since then. */
  readonly since: PlainDate;
}

/** The demo accounts' people and who answers for what: whatever the plan has, somebody answers for it. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly people: PersonService,
    private readonly assignments: AssignmentService,
    private readonly clock: Clock,
  ) {}

  /** Enters the people and, the first time, spreads areas over owners and departments over managers. */
  async enter(tenantId: string, people: readonly DemoPerson[], scopes: DemoScopes): Promise<Principal[]> {
    const ids = await this.people.enter(people.map((person) => ({ ...person, tenantId })));
    if ((await this.assignments.all()).length === 0) await this.assign(people, ids, scopes);
    const all = (await this.assignments.all()).filter((assignment) => assignment.inForce);
    return people.map((person, index) => ({
      personId: ids[index]!,
      name: person.name,
      roles: person.roles,
      assignments: all
        .filter((assignment) => assignment.personId === ids[index])
        .map(({ kind, scopeId, deputy }) => ({ kind, scopeId, deputy })),
    }));
  }

  private async assign(people: readonly DemoPerson[], ids: readonly string[], scopes: DemoScopes): Promise<void> {
    const today = this.clock.today();
    const holding = (role: Role) => ids.filter((_, index) => people[index]!.roles.includes(role));
    const [owners, managers] = [holding('owner'), holding('manager')];
    const give = (
      personId: string,
      kind: 'owner' | 'manager',
      scopeId: string,
      deputy: boolean,
      from: PlainDate,
      to: PlainDate | null,
    ) => this.assignments.create('system', { personId, kind, scopeId, deputy, from, to });

    for (const [index, scopeId] of scopes.focusAreaIds.entries()) {
      await give(owners[index % owners.length]!, 'owner', scopeId, false, scopes.since, null);
    }
    for (const [index, scopeId] of scopes.departmentIds.entries()) {
      await give(managers[index % managers.length]!, 'manager', scopeId, false, scopes.since, null);
    }
    // Three deputies: one who stands in now, one whose time is over, and one whose time is soon to end.
    const [first, second, third] = scopes.focusAreaIds;
    if (owners.length < 2 || !first) return;
    await give(owners[1]!, 'owner', first, true, addDays(today, -14), addDays(today, 30));
    if (second) await give(owners[0]!, 'owner', second, true, addDays(today, -90), addDays(today, -30));
    if (third) await give(owners[1]!, 'owner', third, true, addDays(today, -20), addDays(today, 5));
  }
}
