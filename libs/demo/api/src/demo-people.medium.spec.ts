import { AssignmentService } from '@malspar/identity-api';
import { IdentityContext, TENANT } from '@malspar/identity-api/testing';
import { DemoPeople, type DemoPerson } from './demo-people.js';
import { DemoPeopleRepository } from './demo-people.repository.js';
import { writerIn } from './testing/writer-in.js';

const person = (key: string, n: number, ...roles: DemoPerson['roles']): DemoPerson => ({
  ...{ key, name: key, email: `${key}@example.org`, roles },
  objectId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
});
const people = [
  ...[1, 2, 3, 4].map((n) => person(`owner-${n}`, n, 'owner')),
  ...[1, 2].map((n) => person(`manager-${n}`, 10 + n, 'manager')),
  person('manager-coordinator', 20, 'manager', 'coordinator'),
  person('no-role', 30),
];

describe('the demo accounts’ people', () => {
  let context: IdentityContext;

  beforeEach(async () => (context = await IdentityContext.make()));
  afterEach(() => context.close());

  const enter = async (scopes: { focusAreaIds: string[]; departmentIds: string[] }) =>
    writerIn(context.module, DemoPeople, DemoPeopleRepository).enter(TENANT, people, {
      ...scopes,
      since: '2025-01-01',
    });
  const held = async (scopeIds: readonly string[]): Promise<string[]> =>
    (await context.module.get(AssignmentService).all())
      .filter((assignment) => scopeIds.includes(assignment.scopeId))
      .map(({ scopeId, personName, deputy, inForce, to }) =>
        [scopeIds.indexOf(scopeId), personName, deputy && 'deputy', !inForce && 'not in force', deputy && to]
          .filter((part) => part !== false)
          .join(' '),
      )
      .sort();

  it('answer for everything there is, with deputies now, before and soon no more', async () => {
    const scopes = await context.scopes(6, 4);
    const principals = await enter(scopes);
    expect(await held(scopes.focusAreaIds)).toEqual([
      '0 owner-1',
      '0 owner-2 deputy 2025-12-20',
      '1 owner-2',
      '1 owner-3 deputy not in force 2025-10-21',
      '2 owner-3',
      '2 owner-4 deputy 2025-11-25',
      '3 owner-4',
      '4 owner-1',
      '5 owner-2',
    ]);
    expect(await held(scopes.departmentIds)).toEqual([
      '0 manager-1',
      '1 manager-2',
      '2 manager-coordinator',
      '3 manager-1',
    ]);
    expect(principals.map((principal) => principal.assignments.length)).toEqual([2, 3, 1, 2, 2, 1, 1, 0]);
  });

  it('all have something to do when the plan is small', async () => {
    const scopes = await context.scopes(2, 1);
    const principals = await enter(scopes);
    expect(principals.slice(0, 7).every((principal) => principal.assignments.length > 0)).toBe(true);
  });

  it('are as they were when entered again, also on another day', async () => {
    const scopes = await context.scopes(6, 4);
    await enter(scopes);
    const before = await context.ask('SELECT * FROM assignment ORDER BY id');
    context.setToday('2026-03-01');
    await enter(scopes);
    expect(await context.ask('SELECT * FROM assignment ORDER BY id')).toEqual(before);
  });

  it('stay as they have been edited since: an assignment taken away, a name, roles, somebody shut out', async () => {
    const scopes = await context.scopes(6, 4);
    await enter(scopes);
    const assignments = context.module.get(AssignmentService);
    for (const { id } of await assignments.all()) await context.ask('DELETE FROM assignment WHERE id = $1', [id]);
    await context.ask(
      `UPDATE person SET name = 'Anna Ägare', roles = '{viewer}', active = false WHERE name = 'owner-1'`,
    );
    const people = () => context.ask('SELECT * FROM person ORDER BY id');
    const before = await people();
    await enter(scopes);
    expect(await assignments.all()).toEqual([]);
    expect(await people()).toEqual(before);
  });

  it('are spread anew over a new plan', async () => {
    await enter(await context.scopes(6, 4));
    const next = await context.scopes(3, 2);
    await enter(next);
    expect((await held(next.focusAreaIds)).length).toBeGreaterThanOrEqual(6);
    expect(await held(next.departmentIds)).toEqual(['0 manager-1', '0 manager-coordinator', '1 manager-2']);
  });

  it('manage without anybody of a role', async () => {
    const scopes = await context.scopes(2, 1);
    const some = people.filter((one) => !one.roles.includes('owner'));
    const principals = await writerIn(context.module, DemoPeople, DemoPeopleRepository).enter(TENANT, some, {
      ...scopes,
      since: '2025-01-01',
    });
    expect(principals).toHaveLength(some.length);
    expect(await held(scopes.focusAreaIds)).toEqual([]);
  });
});
