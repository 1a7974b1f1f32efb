import { randomUUID } from 'node:crypto';
import type { AssignmentInput } from '@malspar/identity-model';
import { type DomainError, NotFound, PreconditionFailed, WrongState } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { AssignmentService } from './assignment.service.js';
import { AssignmentOverlaps, UnknownReference } from './identity.errors.js';
import { IdentityContext } from './testing/identity-context.js';

describe('assignments', () => {
  let context: IdentityContext;
  let assignments: AssignmentService;
  let coordinator: Principal;
  let person: Principal;
  let area: string;
  let department: string;

  beforeAll(async () => {
    context = await IdentityContext.make();
    assignments = context.module.get(AssignmentService);
    coordinator = await context.person('Ingrid Wallin', ['coordinator']);
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    person = await context.person('Anna Lindqvist', ['owner', 'manager']);
    const scopes = await context.scopes(1, 1);
    [area, department] = [scopes.focusAreaIds[0]!, scopes.departmentIds[0]!];
  });

  const input = (given: Partial<AssignmentInput> = {}): AssignmentInput => ({
    ...{ personId: person.personId, kind: 'owner', scopeId: area, deputy: false, from: '2025-01-01', to: null },
    ...given,
  });
  const create = (given: Partial<AssignmentInput> = {}) => assignments.create(coordinator, input(given));
  const eventsOf = async (id: string): Promise<string[]> =>
    (await context.ask<{ kind: string }>('SELECT kind FROM audit_event WHERE subject_id = $1 ORDER BY seq', [id])).map(
      (event) => event.kind,
    );

  it('are made, changed and ended, each noted in the log', async () => {
    const made = await create();
    expect(made).toMatchObject({ personName: 'Anna Lindqvist', inForce: true, version: 1 });
    const changed = await assignments.change(coordinator, made.id, 1, input({ deputy: true, to: '2025-12-31' }));
    expect(changed).toMatchObject({ deputy: true, to: '2025-12-31', version: 2 });
    await assignments.remove(coordinator, made.id);
    // It has served since January: those days remain.
    const kept = (await assignments.all()).find((assignment) => assignment.id === made.id);
    expect(kept).toMatchObject({ from: '2025-01-01', to: '2025-11-19', inForce: false, version: 3 });
    expect(await eventsOf(made.id)).toEqual(['assignment.create', 'assignment.change', 'assignment.end']);
    await expect(assignments.remove(coordinator, made.id)).rejects.toThrow(WrongState);
  });

  it('that have not begun are taken away', async () => {
    const made = await create({ from: '2025-11-20' });
    await assignments.remove(coordinator, made.id);
    expect((await assignments.all()).map((assignment) => assignment.id)).not.toContain(made.id);
    expect(await eventsOf(made.id)).toEqual(['assignment.create', 'assignment.remove']);
  });

  it('are not overwritten by somebody who saw an older version', async () => {
    const made = await create();
    await assignments.change(coordinator, made.id, 1, input({ to: '2025-12-31' }));
    const late = await assignments
      .change(coordinator, made.id, 1, input({ deputy: true }))
      .catch((error: unknown) => error);
    expect(late).toBeInstanceOf(PreconditionFailed);
    expect((late as DomainError).problem.current).toMatchObject({ id: made.id, version: 2, to: '2025-12-31' });
    await expect(assignments.change(coordinator, randomUUID(), 1, input())).rejects.toThrow(NotFound);
  });

  it.each([
    ['the same time', { from: '2025-01-01', to: '2025-06-30' }, true],
    ['the last day too', { from: '2025-06-30', to: null }, true],
    ['another last day', { from: '2024-01-01', to: '2025-01-01' }, true],
    ['the day after', { from: '2025-07-01', to: null }, false],
    ['the days before', { from: '2024-01-01', to: '2024-12-31' }, false],
  ])('of one person to one area do not overlap: %s', async (_, time, overlaps) => {
    await create({ from: '2025-01-01', to: '2025-06-30' });
    const second = create({ ...time, deputy: true });
    if (overlaps) await expect(second).rejects.toThrow(AssignmentOverlaps);
    else expect(await second).toMatchObject(time);
  });

  it('of two people to one area may overlap, and so may one person’s to two things', async () => {
    await create();
    await create({ kind: 'manager', scopeId: department });
    const other = await context.person('Johan Sjöberg', ['owner']);
    expect(await create({ personId: other.personId, deputy: true })).toMatchObject({ personName: 'Johan Sjöberg' });
  });

  it('at the same moment are made once', async () => {
    const both = await Promise.allSettled([create(), create()]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are to people, areas and departments that exist', async () => {
    const pointersOf = async (given: Partial<AssignmentInput>) => {
      const refused: unknown = await create(given).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(UnknownReference);
      return (refused as DomainError).problem.errors!.map((error) => error.pointer);
    };
    expect(await pointersOf({ personId: randomUUID() })).toEqual(['/personId']);
    expect(await pointersOf({ scopeId: randomUUID() })).toEqual(['/scopeId']);
    // A manager answers for a department, never for an area.
    expect(await pointersOf({ kind: 'manager', scopeId: area })).toEqual(['/scopeId']);
  });

  it.each([
    ['both', `focus_area_id, department_id`, '$2, $3'],
    ['neither', 'focus_area_id', 'NULL'],
    ['the wrong one', 'department_id', '$3'],
  ])('are to exactly one thing: not %s', async (_, columns, values) => {
    const insert = `INSERT INTO assignment (person_id, kind, starts_on, ${columns})
      SELECT $1::uuid, 'owner', '2025-01-01', ${values} FROM (SELECT $2::uuid, $3::uuid) given`;
    await expect(context.ask(insert, [person.personId, area, department])).rejects.toThrow('ck_assignment_scope');
  });
});
