import type { Assignment, ListedPerson } from '@malspar/identity-model';
import type { Plan } from '@malspar/plan-model';
import type { PlanResults, Report } from '@malspar/reporting-model';
import pg from 'pg';
import { startApi, type TestApi } from './harness/api.js';
import { Cast, type Page } from './harness/cast.js';
import { Person, untilHeard } from './harness/person.js';
import { SentStatements } from './harness/sent-statements.js';
import { demand, take } from './harness/working.js';

describe('what is read from memory', () => {
  let api: TestApi;
  let other: { readonly origin: string; stop(): Promise<void> };
  let cast: Cast;
  let sent: SentStatements;
  let owner: pg.Client;
  beforeAll(async () => {
    api = await startApi();
    other = await api.anotherInstance();
    cast = await Cast.of(api);
    sent = new SentStatements();
    owner = new pg.Client({ connectionString: api.superuserUrl });
    await owner.connect();
  });
  afterAll(async () => {
    sent.end();
    await owner.end();
    await other.stop();
    await api.stop();
  });

  const paths = (): string[] => {
    const [area] = cast.plan.focusAreas;
    const target = area!.targets[0]!.code;
    return [
      ...['plan', `focus-areas/${area!.slug}`, `targets/${target}`],
      ...['results', `focus-areas/${area!.slug}/results`, `targets/${target}/results`],
    ];
  };
  const at = <T>(origin: string, person: Person, path: string) =>
    untilHeard(() => person.request<T>('GET', `${origin}/api/v1/${path}`));

  it('takes one statement, which asks who is there, and is what was read first', async () => {
    for (const path of paths()) {
      const first = await cast.coordinator.api('GET', path);
      const { result, statements } = await sent.during(() => cast.coordinator.api('GET', path));
      expect({ path, statements }).toEqual({ path, statements: [expect.stringContaining('FROM session')] });
      expect(result.body).toEqual(first.body);
      expect(result.headers.get('content-type')).toBe(first.headers.get('content-type'));
      const etag = result.headers.get('etag')!;
      // fetch would ask for it anew whatever the client has.
      const again = await cast.coordinator.raw('GET', `/api/v1/${path}`, { headers: { 'if-none-match': etag } });
      expect([path, again]).toEqual([path, { status: 304, body: '' }]);
    }
  });

  it('is new in every instance as soon as the plan is, also when every connection has been lost', async () => {
    const viewer = await api.person('viewer');
    const titles = async () => {
      const plans = await Promise.all([api, other].map(({ origin }) => at<Plan>(origin, viewer, 'plan')));
      return plans.map(({ body }) => body.focusAreas[0]!.title);
    };
    const rename = (title: string) =>
      owner.query('UPDATE focus_area SET title = $2 WHERE id = $1', [cast.plan.focusAreas[0]!.id, title]);
    const title = cast.plan.focusAreas[0]!.title;
    expect(await titles()).toEqual([title, title]);
    await rename('Nytt namn');
    expect(await titles()).toEqual(['Nytt namn', 'Nytt namn']);
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await rename('Ännu ett namn');
    expect(await titles()).toEqual(['Ännu ett namn', 'Ännu ett namn']);
    await rename(title);
    expect(await titles()).toEqual([title, title]);
  });

  it('is new in every instance as soon as a report is approved, and not before', async () => {
    const endorsed = await cast.report('endorsed');
    const said = async () => {
      const results = await Promise.all(
        [api, other].map(({ origin }) => at<PlanResults>(origin, cast.coordinator, 'results')),
      );
      return results.map(({ body }) => body.verdicts.some(({ reportId }) => reportId === endorsed.id));
    };
    expect(await said()).toEqual([false, false]);
    const { revision } = await cast.coordinator.read<Report>(`reports/${endorsed.id}`);
    demand(await take(cast.coordinator, endorsed.id, { transition: 'approve', revisionHash: revision!.sha256 }));
    expect(await said()).toEqual([true, true]);
    demand(await take(cast.coordinator, endorsed.id, { transition: 'reopen', reason: 'Fel siffra.' }));
    expect(await said()).toEqual([false, false]);
  });

  it('is for nobody who has been shut out, however recently', async () => {
    const admin = await api.person('admin');
    const statuses = async (person: Person) => {
      const responses = [];
      for (const { origin } of [api, other]) {
        for (const path of paths()) responses.push((await at(origin, person, path)).status);
      }
      return [...new Set(responses)];
    };
    const browser = await new Person(api.origin).signIn('viewer');
    const { email } = await browser.read<{ email: string }>('me');
    const { items } = await admin.read<Page<ListedPerson>>(`people?q=${encodeURIComponent(email)}`);
    expect(await statuses(browser)).toEqual([200]);
    demand(await admin.api('POST', `people/${items[0]!.id}/end-sessions`));
    expect(await statuses(browser)).toEqual([401]);
    const again = await new Person(api.origin).signIn('viewer');
    expect(await statuses(again)).toEqual([200]);
    demand(await admin.api('POST', `people/${items[0]!.id}/deactivate`));
    expect(await statuses(again)).toEqual([401]);
    demand(await admin.api('POST', `people/${items[0]!.id}/activate`));
  });

  it('shows a draft to nobody whose assignment has ended', async () => {
    const draft = await cast.report('draft');
    const writer = await cast.owner(draft);
    const status = async () => (await at(other.origin, writer, `reports/${draft.id}`)).status;
    expect(await status()).toBe(200);
    const mine = (await cast.coordinator.read<Assignment[]>('assignments')).filter(
      ({ scopeId, inForce, deputy }) => scopeId === draft.focusArea.id && inForce && !deputy,
    );
    for (const { id } of mine) expect((await cast.coordinator.api('DELETE', `assignments/${id}`)).status).toBe(204);
    expect(await status()).toBe(404);
  });
});
