import type { ListedPerson, OwnSession, PersonAccess } from '@malspar/identity-model';
import type { AuditEvent } from '@malspar/shared-model';
import { startApi, type TestApi } from './harness/api.js';
import { type Page } from './harness/cast.js';
import { Person } from './harness/person.js';

describe('shutting somebody out', () => {
  let api: TestApi;
  let admin: Person;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.person('admin');
  });
  afterAll(() => api.stop());

  const browserOf = (key: string): Promise<Person> => new Person(api.origin).signIn(key);
  const isIn = async (person: Person): Promise<number> => (await person.api('GET', 'me')).status;
  async function found(key: string): Promise<ListedPerson> {
    const { email } = await (await browserOf(key)).read<{ email: string }>('me');
    const { items } = await admin.read<Page<ListedPerson>>(`people?q=${encodeURIComponent(email)}`);
    expect(items).toHaveLength(1);
    return items[0]!;
  }
  const act = async (id: string, name: string): Promise<PersonAccess> => {
    const response = await admin.api<PersonAccess>('POST', `people/${id}/${name}`);
    expect(response.status).toBe(200);
    return response.body;
  };

  it('ends every session at once, lets nobody in again until it is undone, and is in the log', async () => {
    const { id } = await found('owner-1');
    const [first, second] = [await browserOf('owner-1'), await browserOf('owner-1')];
    expect([await isIn(first), await isIn(second)]).toEqual([200, 200]);
    const { endedSessions, holds } = await act(id, 'deactivate');
    expect(endedSessions).toBe(3);
    expect(holds.length).toBeGreaterThan(0);
    const again = await browserOf('owner-1');
    expect([await isIn(first), await isIn(second), await isIn(again)]).toEqual([401, 401, 401]);
    await act(id, 'activate');
    expect([await isIn(first), await isIn(await browserOf('owner-1'))]).toEqual([401, 200]);
    const { items } = await admin.read<Page<AuditEvent>>('audit?limit=5');
    expect(items.filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind)).toEqual([
      'person.sign-in',
      'person.activate',
      'person.sign-in-refused',
      'person.deactivate',
      'person.sign-in',
    ]);
  });

  it('can be only from where somebody is signed in now', async () => {
    const { id } = await found('viewer');
    const browser = await browserOf('viewer');
    await act(id, 'end-sessions');
    expect([await isIn(browser), await isIn(await browserOf('viewer'))]).toEqual([401, 200]);
  });

  it('is done by oneself to one’s other sessions, which do not come back by being used', async () => {
    const [here, there, elsewhere] = [
      await browserOf('owner-2'),
      await browserOf('owner-2'),
      await browserOf('owner-2'),
    ];
    const sessions = await here.read<OwnSession[]>('me/sessions');
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, false, true]);
    const theirs = (await there.read<OwnSession[]>('me/sessions')).find(({ current }) => current)!;
    expect((await here.api('DELETE', `me/sessions/${theirs.id}`)).status).toBe(204);
    expect([await isIn(there), await isIn(there), await isIn(elsewhere)]).toEqual([401, 401, 200]);
    expect((await here.api('DELETE', 'me/sessions')).body).toEqual({ endedSessions: 1 });
    expect([await isIn(elsewhere), await isIn(here)]).toEqual([401, 200]);
    expect((await admin.api('DELETE', `me/sessions/${sessions[0]!.id}`)).status).toBe(404);
  });
});
