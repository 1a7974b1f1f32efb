import { AssignmentService, PersonService } from '@malspar/identity-api';
import { Clock, Database } from '@malspar/shared-api';
import { addDays, type AssignmentKind, type PlainDate, type Principal, type Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { type Assigned, DemoPeopleRepository } from './demo-people.repository.js';

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

/** Who stands in for whom: one now, one whose time is over, one whose time is soon to end. Days from today. */
const DEPUTIES = [
  { area: 0, from: -14, to: 30 },
  { area: 1, from: -90, to: -30 },
  { area: 2, from: -20, to: 5 },
] as const;

/** The demo accounts' people and who answers for what: whatever the plan has, somebody answers for it. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly people: PersonService,
    private readonly assignments: AssignmentService,
    private readonly database: Database,
    private readonly repository: DemoPeopleRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters the people and spreads areas over owners and departments over managers. What anybody has ever been
   * assigned to is left as it is, also where it has been taken away since: a second time changes nothing, no edit is
   * taken back, and a new plan is spread anew. Gives the people in
   * the same order, with their assignments in force.
   */
  async enter(tenantId: string, people: readonly DemoPerson[], scopes: DemoScopes): Promise<Principal[]> {
    const ids = await this.people.enter(people.map((person) => ({ ...person, tenantId })));
    const entered = people.map((person, index) => ({ ...person, personId: ids[index] ?? '' }));
    const holding = (role: Role): string[] =>
      entered.filter((person) => person.roles.includes(role)).map((person) => person.personId);

    const before = await this.repository.everAssigned(this.database.read);
    await this.spread('owner', holding('owner'), scopes.focusAreaIds, scopes.since, before);
    await this.spread('manager', holding('manager'), scopes.departmentIds, scopes.since, before);
    await this.appointDeputies(holding('owner'), scopes.focusAreaIds, before);

    const inForce = (await this.assignments.all()).filter((assignment) => assignment.inForce);
    return entered.map(({ personId, name, roles }) => ({
      ...{ personId, name, roles },
      assignments: inForce
        .filter((assignment) => assignment.personId === personId)
        .map(({ kind, scopeId, deputy }) => ({ kind, scopeId, deputy })),
    }));
  }

  /** In turn, until every scope has a holder and every person a scope. */
  private async spread(
    kind: AssignmentKind,
    holders: readonly string[],
    scopeIds: readonly string[],
    from: PlainDate,
    before: readonly Assigned[],
  ): Promise<void> {
    if (holders.length === 0 || scopeIds.length === 0) return;
    const held = new Set(before.map(({ scopeId }) => scopeId));
    for (let turn = 0; turn < Math.max(holders.length, scopeIds.length); turn++) {
      const [personId, scopeId] = [holders[turn % holders.length], scopeIds[turn % scopeIds.length]];
      if (personId === undefined || scopeId === undefined || held.has(scopeId)) continue;
      await this.assignments.create('system', { personId, kind, scopeId, deputy: false, from, to: null });
    }
  }

  /** Each deputy is the first owner after the area's own who has nothing to do with it. */
  private async appointDeputies(
    owners: readonly string[],
    areaIds: readonly string[],
    before: readonly Assigned[],
  ): Promise<void> {
    const all = (await this.assignments.all()).filter((assignment) => areaIds.includes(assignment.scopeId));
    if (before.some(({ scopeId, deputy }) => deputy && areaIds.includes(scopeId))) return;
    const today = this.clock.today();
    for (const { area, from, to } of DEPUTIES) {
      const scopeId = areaIds[area];
      const involved = all.filter((assignment) => assignment.scopeId === scopeId).map(({ personId }) => personId);
      const others = [...owners.slice(area + 1), ...owners.slice(0, area + 1)];
      const personId = others.find((owner) => !involved.includes(owner));
      if (scopeId === undefined || personId === undefined) continue;
      const time = { from: addDays(today, from), to: addDays(today, to) };
      await this.assignments.create('system', { personId, kind: 'owner', scopeId, deputy: true, ...time });
    }
  }
}
