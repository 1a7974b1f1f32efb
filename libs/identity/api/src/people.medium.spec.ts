import { randomUUID } from 'node:crypto';
import { PrincipalSource } from '@malspar/shared-api';
import { Me, type Role } from '@malspar/shared-model';
import type { Request } from 'express';
import { AssignmentService } from './assignment.service.js';
import { MeService } from './me.service.js';
import { PersonService } from './person.service.js';
import { IdentityContext, TENANT } from './testing/identity-context.js';

describe('people', () => {
  let context: IdentityContext;
  let people: PersonService;

  beforeAll(async () => {
    context = await IdentityContext.make();
    people = context.module.get(PersonService);
  });
  afterAll(() => context.close());

  const record = (objectId: string, name = 'Åsa Öberg', roles: Role[] = ['owner']) => ({
    ...{ tenantId: TENANT, objectId, name, email: 'asa@example.org', roles },
  });
  const stored = (id: string) => context.ask('SELECT * FROM person WHERE id = $1', [id]);
  const principalIn = (request: Request) => context.module.get(PrincipalSource).principalOf(request);
  const principalOf = async (personId: string, roles: Role[]) => principalIn(await context.requestOf(personId, roles));

  it('are entered at their first sign-in and brought up to date at the next', async () => {
    const objectId = randomUUID();
    const first = await people.recordSignIn(record(objectId));
    const second = await people.recordSignIn(record(objectId, 'Åsa Berg', ['manager', 'coordinator']));
    expect(second).toEqual({ personId: first.personId, active: true });
    expect(await stored(first.personId)).toMatchObject([{ name: 'Åsa Berg', roles: ['manager', 'coordinator'] }]);
  });

  it('are the same person only in the same tenant', async () => {
    const objectId = randomUUID();
    const here = await people.recordSignIn(record(objectId));
    const elsewhere = await people.recordSignIn({ ...record(objectId), tenantId: randomUUID() });
    expect(elsewhere.personId).not.toBe(here.personId);
  });

  it('can be entered beforehand, and are the ones who then sign in', async () => {
    const objectId = randomUUID();
    const [entered] = await people.enter([record(objectId)]);
    expect(await stored(entered!)).toMatchObject([{ last_sign_in_at: null }]);
    expect((await people.recordSignIn(record(objectId))).personId).toBe(entered);
    await people.enter([record(objectId)]);
    expect(await stored(entered!)).toMatchObject([{ last_sign_in_at: new Date('2025-11-20T09:00:00Z') }]);
  });

  it('who are inactive stay so when they sign in, and are nobody to the app', async () => {
    const { personId } = await people.recordSignIn(record('0d9b2b6a-3c55-4b0e-8d3c-5a8d0d6f6a11'));
    expect(await principalOf(personId, ['owner'])).toMatchObject({ personId });
    await context.ask('UPDATE person SET active = false WHERE id = $1', [personId]);
    expect(await people.recordSignIn(record('0d9b2b6a-3c55-4b0e-8d3c-5a8d0d6f6a11'))).toEqual({
      personId,
      active: false,
    });
    expect(await principalOf(personId, ['owner'])).toBeNull();
    const acts = await context.ask('SELECT kind FROM audit_event WHERE subject_id = $1 ORDER BY seq', [personId]);
    expect(acts).toEqual([{ kind: 'person.sign-in' }, { kind: 'person.sign-in-refused' }]);
  });

  it('who are inactive have not signed in when they tried to', async () => {
    const objectId = randomUUID();
    const [id] = await people.enter([record(objectId)]);
    await context.ask('UPDATE person SET active = false WHERE id = $1', [id]);
    await people.recordSignIn(record(objectId));
    expect(await stored(id!)).toMatchObject([{ last_sign_in_at: null }]);
  });

  it('lose in every session the roles that a later sign-in did not have, and gain none by it', async () => {
    const { personId } = await context.person('Anna Lindqvist', ['owner', 'manager']);
    const rolesIn = async (...session: Role[]) => (await principalOf(personId, session))!.roles;
    expect(await rolesIn('owner', 'manager')).toEqual(['owner', 'manager']);
    expect(await rolesIn('owner')).toEqual(['owner']);
    expect(await rolesIn('owner', 'admin')).toEqual(['owner']);
  });

  it('have the roles of their session and the assignments of the day', async () => {
    const coordinator = await context.person('Ingrid Wallin', ['coordinator']);
    const { personId } = await context.person('Anna Lindqvist', ['owner']);
    const { focusAreaIds } = await context.scopes(3, 1);
    const times = [
      ['2025-01-01', null],
      ['2025-11-01', '2025-11-20'],
      ['2025-11-21', null],
    ] as const;
    for (const [index, [from, to]] of times.entries()) {
      const input = { personId, kind: 'owner' as const, scopeId: focusAreaIds[index]!, deputy: index > 0, from, to };
      await context.module.get(AssignmentService).create(coordinator, input);
    }
    const scopesOn = async (date: string) => {
      context.setToday(date);
      const principal = await principalOf(personId, ['owner']);
      expect(principal!.roles).toEqual(['owner']);
      return principal!.assignments.map(({ scopeId }) => focusAreaIds.indexOf(scopeId)).sort();
    };
    expect(await scopesOn('2025-10-31')).toEqual([0]);
    expect(await scopesOn('2025-11-20')).toEqual([0, 1]);
    expect(await scopesOn('2025-11-21')).toEqual([0, 2]);
    context.setToday('2025-11-20');
    const me = await context.module.get(MeService).me((await principalOf(personId, ['owner']))!);
    expect(Me.parse(me)).toMatchObject({ name: 'Anna Lindqvist', roles: ['owner'] });
    expect(me.assignments.map((assignment) => assignment.scopeTitle).sort()).toEqual(['Område 1', 'Område 2']);
    expect(me.planLanguage).toBeNull();
    expect(me.permissions).toContain('report.write');
    expect(me.permissions).not.toContain('assignments.edit');
  });

  it('are told the language of the plan in force', async () => {
    await context.ask(
      `UPDATE plan SET is_current = true, language = 'nb-NO' WHERE id = (SELECT id FROM plan LIMIT 1)`,
      [],
    );
    const who = await context.person('Maja Holm', ['owner']);
    expect((await context.module.get(MeService).me(who)).planLanguage).toBe('nb-NO');
  });

  it('are nobody without a session', async () => {
    expect(await principalIn({} as Request)).toBeNull();
    expect(await principalOf(randomUUID(), ['admin'])).toBeNull();
  });

  it('are listed by name, a page at a time', async () => {
    const who = await context.person('Peter Hallberg', ['admin']);
    const { items, total } = await people.page(who, { page: 1, limit: 2 });
    expect(items).toHaveLength(2);
    expect(total).toBeGreaterThan(4);
    const next = await people.page(who, { page: 2, limit: 2 });
    expect(next.items.map((person) => person.id)).not.toContain(items[0]!.id);
  });

  it('are found by every word in name or e-mail, whatever the case, and by nothing that is a pattern', async () => {
    const who = await context.person('Kerstin 100% Ek', ['admin']);
    const found = async (q: string) => (await people.page(who, { page: 1, limit: 20, q })).items;
    expect(await found(' ek  KERSTIN @example')).toMatchObject([{ id: who.personId, self: true }]);
    expect(await found('kerstin%ek')).toEqual([]);
    expect(await found('100%')).toMatchObject([{ id: who.personId }]);
    expect((await found('Anna Lindqvist'))[0]).toMatchObject({ self: false });
  });

  it('are found as other searches find: without accents, dots and what is not seen', async () => {
    const who = await context.person('Åke Peña 12\u00a0500', ['admin']);
    for (const q of ['pena ake', 'PEÑA', 'Å\u00adke', '12500', '12 500 peña', 'a\u030ake']) {
      expect([q, (await people.page(who, { page: 1, limit: 20, q })).items]).toMatchObject([q, [{ id: who.personId }]]);
    }
    expect(await people.page(who, { page: 2, limit: 1, q: 'peña' })).toEqual({ items: [], total: 1 });
  });

  it.each([
    ['DELETE FROM person', 'permission denied'],
    ['DELETE FROM audit_event', 'permission denied'],
    [`UPDATE person SET roles = '{king}'`, 'ck_person_roles'],
  ])('are guarded by the tables: %s', async (sql, reason) => {
    await expect(context.ask(sql)).rejects.toThrow(reason);
  });
});
