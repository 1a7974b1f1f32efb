import type { Assignment, ListedPerson } from '@malspar/identity-model';
import type { Plan } from '@malspar/plan-model';
import type { PlanResults, Report, ReportSummary } from '@malspar/reporting-model';
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

  describe('of a report', () => {
    let report: ReportSummary;
    let path: string;
    beforeAll(async () => {
      report = await cast.report('returned');
      path = `reports/${report.id}`;
    });
    const read = (person: Person) => person.api<Report>('GET', path);
    const unless = (person: Person, etag: string) =>
      person.raw('GET', `/api/v1/${path}`, { headers: { 'if-none-match': etag } });
    const tagOf = async (person: Person): Promise<string> => (await read(person)).headers.get('etag')!;

    it('takes two statements, which say who asks and that nothing has changed, for a 304 as for the whole', async () => {
      for (const person of [cast.coordinator, await cast.owner(report), await cast.manager(report)]) {
        const first = await read(person);
        const asked = [expect.stringContaining('FROM session'), expect.stringContaining('xmin')];
        const whole = await sent.during(() => read(person));
        expect(whole.statements).toEqual(asked);
        expect(whole.result.body).toEqual(first.body);
        const same = await sent.during(() => unless(person, first.headers.get('etag')!));
        expect(same).toEqual({ result: { status: 304, body: '' }, statements: asked });
      }
    });

    it('is for each person their own, and for nobody else', async () => {
      const people = [cast.coordinator, await cast.owner(report), await cast.manager(report)];
      const said = await Promise.all(people.map(async (person) => (await read(person)).body.available));
      for (const [index, person] of people.entries()) expect((await read(person)).body.available).toEqual(said[index]);
      expect(new Set(said.map((available) => JSON.stringify(available))).size).toBeGreaterThan(1);
      const outsider = await new Person(api.origin).signIn('viewer');
      for (let again = 0; again < 2; again++) expect((await read(outsider)).status).toBe(404);
    });

    // By statements of their own, so that nothing depends on what a writer remembers to count up.
    it.each<[string, (id: string) => [statement: string, ...values: string[]], string]>([
      [
        'its own row',
        (id) => [`UPDATE report SET verdict_explanation = 'Ändrad bedömning' WHERE id = $1`, id],
        'Ändrad bed',
      ],
      ['an entry', (id) => [`UPDATE entry SET comment = 'Ändrad redovisning' WHERE report_id = $1`, id], 'Ändrad redo'],
      [
        'a value',
        (id) => [
          `INSERT INTO entry_value (entry_id, period, value, provenance)
           SELECT id, '2019', 4321, 'reported' FROM entry WHERE report_id = $1 ORDER BY position LIMIT 1`,
          id,
        ],
        '4321',
      ],
      [
        'that value once it is gone',
        (id) => [
          `DELETE FROM entry_value USING entry WHERE entry_id = entry.id AND report_id = $1 AND period = '2019'`,
          id,
        ],
        '',
      ],
      [
        'a comment',
        (id) => [
          `INSERT INTO report_comment (report_id, revision, position, field, text, author_id, author_name, created_at,
             needs_reply)
           SELECT report.id, revision, 99, 'verdict', 'Ny kommentar', person.id, person.name, now(), true
           FROM report, person WHERE report.id = $1 LIMIT 1`,
          id,
        ],
        'Ny kommentar',
      ],
      [
        'the reply to it',
        (id) => [
          `UPDATE report_comment SET reply = 'Nytt svar', replied_by = author_id, replied_by_name = author_name,
             replied_at = now() WHERE report_id = $1 AND position = 99`,
          id,
        ],
        'Nytt svar',
      ],
      [
        'its period',
        (id) => [
          `UPDATE reporting_period SET due_on = '2040-01-31' WHERE id = (SELECT period_id FROM report WHERE id = $1)`,
          id,
        ],
        '2040-01-31',
      ],
      [
        'the name of somebody who can act on it',
        (id) => [
          `UPDATE person SET name = 'Ändrat Namn' WHERE id = (SELECT person_id FROM assignment
           WHERE focus_area_id = (SELECT focus_area_id FROM report WHERE id = $1) AND ends_on IS NULL LIMIT 1)`,
          id,
        ],
        'Ändrat Namn',
      ],
      [
        'the plan',
        (id) => [
          `UPDATE focus_area SET title = 'Ändrat område' WHERE id = (SELECT focus_area_id FROM report WHERE id = $1)`,
          id,
        ],
        'Ändrat område',
      ],
      [
        'what was approved of its area before',
        (id) => [
          `UPDATE report SET verdict_explanation = 'Ändrat förr' WHERE state IN ('approved', 'published')
           AND focus_area_id = (SELECT focus_area_id FROM report WHERE id = $1)`,
          id,
        ],
        'Ändrat förr',
      ],
    ])('is new in every instance as soon as %s has changed', async (_, changeOf, word) => {
      const instances = [api, other].map(({ origin }) => origin);
      const held = await Promise.all(instances.map((origin) => at<Report>(origin, cast.coordinator, path)));
      const [statement, ...values] = changeOf(report.id);
      expect((await owner.query(statement, values)).rowCount).toBeGreaterThan(0);
      const now = await Promise.all(instances.map((origin) => at<Report>(origin, cast.coordinator, path)));
      for (const [index, { body }] of now.entries()) {
        expect(JSON.stringify(body)).toContain(word);
        expect(body).not.toEqual(held[index]!.body);
      }
      const conditional = await unless(cast.coordinator, held[0]!.headers.get('etag')!);
      expect([conditional.status, JSON.parse(conditional.body)]).toEqual([200, now[0]!.body]);
      expect((await unless(cast.coordinator, await tagOf(cast.coordinator))).status).toBe(304);
    });
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
