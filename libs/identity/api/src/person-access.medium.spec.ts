import { createHash, randomUUID } from 'node:crypto';
import { AuthorizedWrites } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { AssignmentService } from './assignment.service.js';
import { OwnSessions } from './own-sessions.service.js';
import { PersonAccessService } from './person-access.service.js';
import { PersonService } from './person.service.js';
import { IdentityContext } from './testing/identity-context.js';

const NOW = Date.parse('2025-11-20T09:00:00Z');
const MINUTE = 60_000;
const handleOf = (sid: string): string => createHash('sha256').update(sid).digest('hex');

describe('somebody’s access', () => {
  let context: IdentityContext;
  let access: PersonAccessService;
  let own: OwnSessions;
  let admin: Principal;
  let anna: Principal;

  beforeAll(async () => {
    context = await IdentityContext.make();
    access = context.module.get(PersonAccessService);
    own = context.module.get(OwnSessions);
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.ask('UPDATE person SET active = false');
    admin = await context.person('Peter Hallberg', ['admin']);
    anna = await context.person('Anna Lindqvist', ['owner']);
  });

  /** A session that began and was last used so many minutes ago; gives its secret id. */
  async function session({ personId, roles }: Principal, began: number, used: number): Promise<string> {
    const sid = randomUUID();
    const sess = { cookie: {}, person: { personId, roles, loginAt: NOW - began * MINUTE } };
    const expire = new Date(NOW + (30 - used) * MINUTE).toISOString().replace('Z', '');
    await context.ask('INSERT INTO session (sid, sess, expire) VALUES ($1, $2, $3)', [sid, sess, expire]);
    return sid;
  }
  const sessionsOf = async ({ personId }: Principal): Promise<number> =>
    (await context.ask(`SELECT FROM session WHERE sess->'person'->>'personId' = $1`, [personId])).length;
  const acts = (id: string) =>
    context.ask('SELECT kind, actor_name, data FROM audit_event WHERE subject_id = $1 ORDER BY seq OFFSET 1', [id]);
  const isActive = async ({ personId }: Principal): Promise<boolean> =>
    (await context.ask<{ active: boolean }>('SELECT active FROM person WHERE id = $1', [personId]))[0]!.active;

  it('ends at once: sessions are deleted, writes under way are refused, and the log says who did it', async () => {
    await session(anna, 60, 1);
    await session(anna, 5, 5);
    await session(admin, 1, 1);
    const response = await access.deactivate(admin, anna.personId);
    expect(response).toMatchObject({ person: { active: false }, endedSessions: 2, holds: [] });
    expect([await sessionsOf(anna), await sessionsOf(admin)]).toEqual([0, 1]);
    const underWay = context.module.get(AuthorizedWrites).write(anna, 'report.write', () => Promise.resolve());
    await expect(underWay).rejects.toMatchObject({ problem: { status: 401 } });
    const logged = [{ kind: 'person.deactivate', actor_name: 'Peter Hallberg', data: { sessions: 2 } }];
    expect(await acts(anna.personId)).toEqual(logged);
    await access.deactivate(admin, anna.personId);
    expect(await acts(anna.personId)).toEqual(logged);
  });

  it('lists the assignments that somebody still has, now or later, and none that has ended', async () => {
    const { focusAreaIds, departmentIds } = await context.scopes(2, 1);
    const times = [
      { kind: 'owner', scopeId: focusAreaIds[0]!, deputy: true, from: '2025-12-01', to: null },
      { kind: 'owner', scopeId: focusAreaIds[1]!, deputy: false, from: '2025-01-01', to: '2025-11-19' },
      { kind: 'manager', scopeId: departmentIds[0]!, deputy: false, from: '2025-01-01', to: '2025-11-20' },
    ] as const;
    for (const time of times) {
      await context.module.get(AssignmentService).create('system', { personId: anna.personId, ...time });
    }
    expect((await access.deactivate(admin, anna.personId)).holds).toEqual([
      { kind: 'manager', scopeTitle: 'Verksamhet 1', deputy: false },
      { kind: 'owner', scopeTitle: 'Område 1', deputy: true },
    ]);
  });

  it('is given back, without the sessions that were stored meanwhile', async () => {
    await access.deactivate(admin, anna.personId);
    await session(anna, 0, 0);
    expect(await access.activate(admin, anna.personId)).toMatchObject({ person: { active: true } });
    expect([await isActive(anna), await sessionsOf(anna)]).toEqual([true, 0]);
    await session(anna, 0, 0);
    await access.activate(admin, anna.personId);
    expect(await sessionsOf(anna)).toBe(1);
    expect(await acts(anna.personId)).toMatchObject([{ kind: 'person.deactivate' }, { kind: 'person.activate' }]);
  });

  it('can be kept while somebody is signed out everywhere, by a command too', async () => {
    await session(anna, 60, 1);
    expect(await access.endSessions('system', anna.personId)).toMatchObject({ endedSessions: 1 });
    expect([await isActive(anna), await sessionsOf(anna)]).toEqual([true, 0]);
    expect(await acts(anna.personId)).toEqual([
      { kind: 'person.end-sessions', actor_name: 'system', data: { sessions: 1 } },
    ]);
  });

  it('is an administrator’s to take, never their own, and the last administrator keeps it', async () => {
    const coordinator = await context.person('Ingrid Wallin', ['coordinator']);
    const refused = (work: Promise<unknown>, type: string) => expect(work).rejects.toMatchObject({ problem: { type } });
    for (const act of ['deactivate', 'activate', 'endSessions'] as const) {
      await refused(access[act](coordinator, anna.personId), 'forbidden');
      await refused(access[act](admin, randomUUID()), 'not-found');
    }
    await refused(access.deactivate(admin, admin.personId), 'own-account');
    await refused(access.deactivate('system', admin.personId), 'last-administrator');
    const other = await context.person('Sara Nyberg', ['admin']);
    await access.deactivate('system', admin.personId);
    await refused(access.deactivate('system', other.personId), 'last-administrator');
    await refused(access.activate(admin, admin.personId), 'not-signed-in');
  });

  it('cannot be taken by two administrators from each other in parallel transactions', async () => {
    const other = await context.person('Sara Nyberg', ['admin']);
    const both = [access.deactivate(admin, other.personId), access.deactivate(other, admin.personId)];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
    expect([await isActive(admin), await isActive(other)].sort()).toEqual([false, true]);
  });

  it('is seen as one’s own sessions, without their secret, and those that have ended are not among them', async () => {
    const here = await session(anna, 60, 2);
    const elsewhere = await session(anna, 20, 10);
    await session(anna, 50, 31);
    await session(anna, 601, 1);
    await session(admin, 5, 5);
    const listed = await own.list(anna, handleOf(here));
    expect(listed).toEqual([
      {
        id: handleOf(here),
        beganAt: '2025-11-20T08:00:00.000Z',
        lastUsedAt: '2025-11-20T08:58:00.000Z',
        current: true,
      },
      {
        ...{ id: handleOf(elsewhere), beganAt: '2025-11-20T08:40:00.000Z', lastUsedAt: '2025-11-20T08:50:00.000Z' },
        current: false,
      },
    ]);
    expect(JSON.stringify(listed)).not.toContain(here);
  });

  it('can be ended by oneself, one session or all the others, and nobody else’s', async () => {
    const [here, second] = [await session(anna, 9, 1), await session(anna, 8, 1)];
    await session(anna, 7, 1);
    const admins = await session(admin, 5, 5);
    for (const handle of [handleOf(admins), handleOf('unknown')]) {
      await expect(own.end(anna, handle)).rejects.toMatchObject({ problem: { type: 'not-found' } });
    }
    await own.end(anna, handleOf(second));
    expect(await sessionsOf(anna)).toBe(2);
    expect(await own.endOthers(anna, handleOf(here))).toEqual({ endedSessions: 1 });
    expect(await own.endOthers(anna, handleOf(here))).toEqual({ endedSessions: 0 });
    expect((await own.list(anna, handleOf(here))).map(({ current }) => current)).toEqual([true]);
    expect(await sessionsOf(admin)).toBe(1);
    expect(await acts(anna.personId)).toMatchObject([
      { kind: 'person.end-sessions', actor_name: 'Anna Lindqvist', data: { sessions: 1 } },
      { kind: 'person.end-sessions', data: { sessions: 1 } },
    ]);
  });

  it('is asked for by id or e-mail address, whatever its case', async () => {
    const people = context.module.get(PersonService);
    const [found] = await people.findByIdOrEmail(anna.personId);
    expect(found).toMatchObject({ name: 'Anna Lindqvist' });
    expect(await people.findByIdOrEmail(found!.email.toUpperCase())).toEqual([found]);
    expect(await people.findByIdOrEmail('nobody@example.org')).toEqual([]);
    expect(await people.findByIdOrEmail(randomUUID())).toEqual([]);
  });
});
