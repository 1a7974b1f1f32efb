import type {
  Report,
  ReportComment,
  ReportDiff,
  ReportSummary,
  Revision,
  TimelineItem,
} from '@malspar/reporting-model';
import { AuditLog, canonicalJson, Database, sha256Hex } from '@malspar/shared-api';
import { addDays, AuditCatalogue, type AuditEvent, dateInZone, type Me } from '@malspar/shared-model';
import pg from 'pg';
import { startApi, type TestApi } from './harness/api.js';
import { Cast, keyOf, type Page } from './harness/cast.js';
import type { Person } from './harness/person.js';
import { demand, fill, type Problem, sound, take, writeEntry, writeVerdict } from './harness/working.js';

describe('the reporting cycle', () => {
  let api: TestApi;
  let cast: Cast;
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
  });
  afterAll(() => api.stop());

  it('knows each demo account by its roles', async () => {
    const owner = await api.person('owner-1');
    expect(await owner.read<Me>('me')).toMatchObject({ name: 'Anna Lindqvist', roles: ['owner'] });
    expect((await api.anybody().api('GET', 'me')).status).toBe(401);
  });

  it('gives every role something to do at first sight', async () => {
    for (const key of ['owner-1', 'owner-4', 'manager-1', 'coordinator']) {
      const person = await api.person(key);
      const { items } = await person.read<Page<ReportSummary>>('reports?mine=true&limit=100');
      expect([key, items.filter((item) => item.waitsForMe !== null).length]).not.toEqual([key, 0]);
    }
  });

  describe('from the first word to the approval, and back again', () => {
    let owner: Person;
    let manager: Person;
    let id: string;
    const now = (person = owner): Promise<Report> => person.read<Report>(`reports/${id}`);
    beforeAll(async () => {
      const untouched = (await cast.reports()).find((each) => each.state === 'draft' && each.entriesDone === 0)!;
      id = untouched.id;
      owner = await cast.owner(untouched);
      manager = await cast.manager(untouched);
    });

    it('keeps what is written, and never overwrites what somebody else wrote', async () => {
      const [entry] = (await now()).entries;
      const mine = { ...sound(entry!), comment: 'Det jag skrev först.' };
      const saved = demand(await writeEntry(owner, id, entry!, mine));
      expect(saved.version).toBeGreaterThan(entry!.version);

      const late = await writeEntry(owner, id, entry!, { ...mine, comment: 'Från en flik som inte hängt med.' });
      expect(late.status).toBe(412);
      expect(late.body).toMatchObject({
        type: '/problems/changed-meanwhile',
        current: { version: saved.version, content: mine, updatedBy: (await owner.read<Me>('me')).name },
      });
      const without = await owner.api<Problem>('PUT', `reports/${id}/entries/${entry!.targetCode}`, { body: mine });
      expect([without.status, without.body.type]).toEqual([428, '/problems/precondition-required']);
      expect((await now()).entries[0]!.content).toEqual(mine);
    });

    it('gives each write its entity tag', async () => {
      const [entry] = (await now()).entries;
      const response = await writeEntry(owner, id, entry!, entry!.content);
      expect(response.headers.get('etag')).toBe(`"${response.body.version}"`);
      const read = await owner.api<Report>('GET', `reports/${id}`);
      const verdict = await writeVerdict(owner, read.body, 'Vi är på väg.');
      expect(verdict.headers.get('etag')).toBe(`"${verdict.body.version}"`);
      expect((await writeVerdict(owner, read.body, 'Två gånger samma version.')).status).toBe(412);
    });

    it('refuses a submit with open checks, and points at each of them', async () => {
      const response = await take<Problem>(owner, id, { transition: 'submit' });
      expect([response.status, response.body.type]).toEqual([422, '/problems/checks-not-met']);
      const { checks, state } = await now();
      const open = checks.filter((check) => !check.explained);
      expect(open.length).toBeGreaterThan(0);
      expect(response.body.errors).toEqual(
        open.map(({ targetCode, field, code, params }) => ({
          pointer: targetCode === null ? field : `/entries/${targetCode}${field}`,
          code,
          params,
        })),
      );
      expect(state).toBe('draft');
    });

    it('freezes what was submitted, and gives a receipt', async () => {
      await fill(owner, id);
      const receipt = demand(await take(owner, id, { transition: 'submit' }));
      expect(receipt).toMatchObject({ transition: 'submit', from: 'draft', to: 'submitted', revision: { number: 1 } });
      expect(receipt.next.length).toBeGreaterThan(0);
      const revision = await manager.read<Revision>(`reports/${id}/revisions/1`);
      expect(sha256Hex(canonicalJson(revision.content))).toBe(receipt.revision!.sha256);
      const [entry] = (await now()).entries;
      const after = await writeEntry<Problem>(owner, id, entry!, { ...entry!.content, comment: 'Efteråt.' });
      expect([after.status, after.body.type]).toEqual([409, '/problems/wrong-state']);
    });

    it('can be taken back before anybody has decided, and submitted anew', async () => {
      expect(demand(await take(owner, id, { transition: 'withdraw' }))).toMatchObject({ to: 'draft' });
      await fill(owner, id, 'Ändrat efter återtagandet.');
      expect(demand(await take(owner, id, { transition: 'submit' })).revision?.number).toBe(2);
    });

    it('is returned with a reason and comments, each of which has to be answered', async () => {
      const { entries } = await now(manager);
      const { targetCode } = entries[0]!;
      const bare = await take<Problem>(manager, id, { transition: 'return' });
      expect([bare.status, bare.body.errors?.[0]?.pointer]).toEqual([422, '/reason']);
      const comments = [
        { targetCode, field: '/comment', text: 'Vad beror det på?', suggestion: 'Skriv om kylan.' },
        { targetCode: null, field: '/explanation', text: 'Säg mer om hösten.' },
      ];
      demand(await take(manager, id, { transition: 'return', reason: 'Två frågor.', comments }));

      const returned = await now();
      expect(returned).toMatchObject({ state: 'returned', commentsLackingReply: 2, waitsForMe: 'reply' });
      const refused = await take<Problem>(owner, id, { transition: 'submit' });
      const unanswered = refused.body.errors?.filter((error) => error.code === 'comment_lacks_reply');
      expect(unanswered?.map((error) => error.pointer)).toEqual([`/entries/${targetCode}/comment`, '/explanation']);

      for (const comment of returned.comments) {
        const path = `reports/${id}/comments/${comment.id}/reply`;
        const response = demand(await owner.api<ReportComment>('POST', path, { body: { reply: 'Det var kallt.' } }));
        expect(response).toMatchObject({ text: comment.text, reply: 'Det var kallt.' });
      }
    });

    it('is submitted as another revision, and shown against the one that was returned', async () => {
      const [entry] = (await now()).entries;
      demand(await writeEntry(owner, id, entry!, { ...entry!.content, comment: 'Kylan förklarar ökningen.' }));
      const receipt = demand(await take(owner, id, { transition: 'submit' }));
      expect(receipt.revision?.number).toBe(3);
      const diff = await manager.read<ReportDiff>(`reports/${id}/diff?against=2`);
      expect(diff.against).toEqual({ kind: 'revision', label: '2' });
      expect(JSON.stringify(diff.entries[0])).toContain('Kylan förklarar ökningen.');
      const period = await manager.read<ReportDiff>(`reports/${id}/diff`);
      expect(period.against?.kind).toBe('period');
    });

    it('is endorsed and approved only by the hash of what is current', async () => {
      const stale = (await manager.read<Revision>(`reports/${id}/revisions/2`)).sha256;
      const { revision } = await now(manager);
      for (const [who, transition] of [
        [manager, 'endorse'],
        [cast.coordinator, 'approve'],
      ] as const) {
        const refused = await take<Problem>(who, id, { transition, revisionHash: stale });
        expect([transition, refused.status, refused.body.type]).toEqual([transition, 409, '/problems/stale-revision']);
        expect(refused.body.current).toMatchObject({ number: 3, sha256: revision!.sha256 });
        const bare = await take<Problem>(who, id, { transition });
        expect([transition, bare.status, bare.body.errors?.[0]?.pointer]).toEqual([transition, 422, '/revisionHash']);
        demand(await take(who, id, { transition, revisionHash: revision!.sha256 }));
      }
      expect(await now()).toMatchObject({ state: 'approved', waitsForMe: null });
    });

    it('can be opened again, and then needs the whole way anew', async () => {
      demand(await take(cast.coordinator, id, { transition: 'reopen', reason: 'Fel period i en siffra.' }));
      expect(await now()).toMatchObject({ state: 'returned' });
      demand(await take(owner, id, { transition: 'submit' }));
      const { revision } = await now();
      expect(revision?.number).toBe(4);
      const early = await take<Problem>(cast.coordinator, id, {
        transition: 'approve',
        revisionHash: revision!.sha256,
      });
      expect([early.status, early.body.errors?.[0]?.code]).toEqual([409, 'not-from-submitted']);
      demand(await take(manager, id, { transition: 'endorse', revisionHash: revision!.sha256 }));
      demand(await take(cast.coordinator, id, { transition: 'return', reason: 'En sak till.' }));
      expect(await now()).toMatchObject({ state: 'returned', revision: { number: 4 } });
    });

    it('tells its story from the beginning, in order', async () => {
      const timeline = await owner.read<TimelineItem[]>(`reports/${id}/timeline`);
      const steps = timeline.filter((item) => item.kind === 'transition').map((item) => item.transition);
      expect(steps).toEqual(
        'submit withdraw submit return submit endorse approve reopen submit endorse return'.split(' '),
      );
      expect(timeline[0]?.kind).toBe('opened');
      expect(timeline.map((item) => item.at)).toEqual(timeline.map((item) => item.at).sort());
      expect(timeline.filter((item) => item.kind === 'comment').length).toBe(2);
      expect(timeline.filter((item) => item.kind === 'reply').length).toBe(2);
    });
  });

  describe('four eyes', () => {
    it('keep a manager who is also coordinator from approving what they endorsed', async () => {
      const both = await api.person('manager-coordinator');
      const { report, owner } = await submitted();
      await makeDeputyManager(cast.personIdOf('manager-coordinator'), report);
      const revisionHash = await hashOf(owner, report);
      demand(await take(both, report.id, { transition: 'endorse', revisionHash }));
      const own = await take<Problem>(both, report.id, { transition: 'approve', revisionHash });
      expect([own.status, own.body.type, own.body.errors?.[0]?.code]).toEqual([
        403,
        '/problems/four-eyes',
        'four-eyes-endorser',
      ]);
      const offered = await both.read<Report>(`reports/${report.id}`);
      expect(offered.available.find((each) => each.name === 'approve')).toMatchObject({
        enabled: false,
        reason: 'four_eyes_endorser',
      });
      expect(demand(await take(cast.coordinator, report.id, { transition: 'approve', revisionHash })).to).toBe(
        'approved',
      );
    });

    it('keep whoever submitted from endorsing and approving, also as deputy and with every role', async () => {
      const { report, owner, name } = await submitted();
      const revisionHash = await hashOf(owner, report);
      // The same person signs in again with more app roles, and is made deputy manager of the department.
      const roles = ['owner', 'manager', 'coordinator'];
      await asSuperuser((client) => client.query('UPDATE person SET roles = $1 WHERE name = $2', [roles, name]));
      await asSuperuser((client) =>
        client.query(
          `UPDATE session SET sess = jsonb_set(sess::jsonb, '{person,roles}', '["owner", "manager", "coordinator"]')::json
           WHERE sess #>> '{person,personId}' = (SELECT id::text FROM person WHERE name = $1)`,
          [name],
        ),
      );
      await makeDeputyManager(cast.personIdOf(keyOf(name)), report);

      const endorse = await take<Problem>(owner, report.id, { transition: 'endorse', revisionHash });
      expect([endorse.status, endorse.body.errors?.[0]?.code]).toEqual([403, 'four-eyes-writer']);
      demand(await take(await cast.manager(report), report.id, { transition: 'endorse', revisionHash }));
      const approve = await take<Problem>(owner, report.id, { transition: 'approve', revisionHash });
      expect([approve.status, approve.body.errors?.[0]?.code]).toEqual([403, 'four-eyes-writer']);
    });

    /** A report that has just been submitted by its owner, and that nobody has decided on. */
    async function submitted() {
      const before = ['draft', 'returned', 'submitted'];
      const report = (await cast.reports()).find((each) => before.includes(each.state))!;
      const owner = await cast.owner(report);
      if (report.state === 'submitted') demand(await take(owner, report.id, { transition: 'withdraw' }));
      const { comments } = await owner.read<Report>(`reports/${report.id}`);
      for (const comment of comments.filter((each) => each.reply === null)) {
        const path = `reports/${report.id}/comments/${comment.id}/reply`;
        demand(await owner.api('POST', path, { body: { reply: 'Ja.' } }));
      }
      await fill(owner, report.id);
      demand(await take(owner, report.id, { transition: 'submit' }));
      return { report, owner, name: (await owner.read<Me>('me')).name };
    }

    const hashOf = async (person: Person, report: ReportSummary): Promise<string> =>
      (await person.read<Report>(`reports/${report.id}`)).revision!.sha256;

    /** As coordinators do it; nothing when the person manages the department already. */
    async function makeDeputyManager(personId: string, report: ReportSummary): Promise<void> {
      const scopeId = cast.departmentIdOf(report);
      const body = { personId, kind: 'manager', scopeId, deputy: true, from: '2020-01-01', to: null };
      const response = await cast.coordinator.api('POST', 'assignments', { body });
      expect([201, 409]).toContain(response.status);
    }
  });

  describe('the audit log', () => {
    const verify = () => api.app.get(AuditLog).verify(api.app.get(Database).read);

    it('is whole after all of it, and holds every step', async () => {
      const verified = await verify();
      expect(verified.faults).toEqual([]);
      const { items } =
        await cast.coordinator.read<Page<{ seq: number; hash: string; kind: string }>>('audit?limit=100');
      expect(items[0]).toMatchObject({ seq: verified.count, hash: verified.head });
      const kinds = ['report.submit', 'report.approve', 'report.answer-comment', 'assignment.create'];
      expect(items.map((item) => item.kind)).toEqual(expect.arrayContaining(kinds));
    });

    const log = async (query: string): Promise<AuditEvent[]> =>
      (await cast.coordinator.read<Page<AuditEvent>>(`audit?limit=100&${query}`)).items;

    it('names what each act is about', async () => {
      const types = new Set<string>();
      for (let page = 1, items = await log('page=1'); items.length > 0; items = await log(`page=${++page}`)) {
        const unnamed = items.filter((item) => item.subjectTitle === null && item.period === null);
        expect(unnamed.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([]);
        items.forEach(({ subjectType }) => types.add(subjectType));
      }
      expect([...types].sort()).toEqual(['assignment', 'period', 'person', 'plan', 'report']);
      const [reopened] = await log('kind=report.reopen');
      const report = (await cast.reports()).find(({ id }) => id === reopened!.subjectId)!;
      expect(reopened).toMatchObject({ subjectTitle: report.focusArea.title, period: report.period });
    });

    it('names an assignment also when it has been taken away', async () => {
      const area = cast.plan.focusAreas.at(-1);
      const personId = cast.personIdOf('owner-1');
      const body = { personId, kind: 'owner', scopeId: area!.id, deputy: true, from: '2090-01-01', to: null };
      const { id } = demand(await cast.coordinator.api<{ id: string }>('POST', 'assignments', { body }));
      demand(await cast.coordinator.api('DELETE', `assignments/${id}`));
      const items = await log(`focusArea=${area!.id}`);
      const named = items.filter(({ subjectId }) => subjectId === id).map((item) => [item.kind, item.subjectTitle]);
      const title = expect.stringMatching(new RegExp(`^\\S.*, ${area!.title}$`)) as unknown;
      expect(named).toEqual([
        ['assignment.remove', title],
        ['assignment.create', title],
      ]);
    });

    it('is narrowed by area, person, act and day, each alone and together', async () => {
      const all = await log('');
      const submit = all.find(({ kind }) => kind === 'report.submit')!;
      const report = (await cast.reports()).find(({ id }) => id === submit.subjectId)!;
      const person = cast.personIdOf(keyOf(submit.actorName));
      const ofArea = await log(`focusArea=${report.focusArea.id}&kind=report.submit`);
      expect(ofArea.map((item) => [item.kind, item.subjectTitle])).toEqual(
        ofArea.map(() => ['report.submit', report.focusArea.title]),
      );
      expect(ofArea.map(({ seq }) => seq)).toContain(submit.seq);
      const byPerson = await log(`person=${person}&signIns=false`);
      expect(new Set(byPerson.map(({ actorName }) => actorName))).toEqual(new Set([submit.actorName]));
      expect(byPerson.filter(({ kind }) => kind === 'person.sign-in')).toEqual([]);
      expect(new Set((await log('person=system')).map(({ actorName }) => actorName))).toEqual(new Set(['system']));
      expect(new Set((await log('kind=person.sign-in&signIns=false')).map(({ kind }) => kind))).toEqual(
        new Set(['person.sign-in']),
      );
      const day = dateInZone(new Date(submit.at));
      expect((await log(`from=${day}&to=${day}&kind=report.submit`)).map(({ seq }) => seq)).toContain(submit.seq);
      expect(await log(`from=${addDays(day, 1)}&kind=report.submit`)).toEqual([]);
      expect((await log(`to=${addDays(day, -1)}`)).filter(({ at }) => dateInZone(new Date(at)) >= day)).toEqual([]);
      const refused = await cast.coordinator.api('GET', 'audit?kind=report.burn');
      expect(refused.status).toBe(400);
    });

    it('is a file with the same rows as the page, in which no text is a formula', async () => {
      await asSuperuser((client) =>
        client.query(`UPDATE person SET name = '=HYPERLINK("x")' WHERE id = $1`, [cast.personIdOf('owner-1')]),
      );
      const response = await cast.coordinator.api<string>('GET', 'audit/csv?kind=assignment.create&language=en');
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="log-[\d-]{10}\.csv"$/);
      const [heading, ...lines] = response.body.trimEnd().split('\r\n');
      expect(heading).toBe('No.,Time,Who,What,Concerns,Detail,Reason,Event,Type,Id,Hash');
      const items = await log('kind=assignment.create');
      expect(lines.map((line) => line.split(',')[0])).toEqual(items.map(({ seq }) => String(seq)));
      const swedish = (await cast.coordinator.api<string>('GET', 'audit/csv?signIns=false')).body;
      expect(swedish.startsWith('Nr;Tidpunkt;Vem;Vad;Gäller;')).toBe(true);
      expect(swedish).toContain(';Skickade in rapporten;');
      expect(swedish).not.toContain(';Loggade in;');
      expect(swedish).toContain(`'=HYPERLINK`);
      expect(swedish).not.toMatch(/[;"]=HYPERLINK/);
    });

    it('knows a name for every type of subject but the statement, whose version is its name', async () => {
      await asSuperuser(async (client) => {
        const { rows } = await client.query<{ sql: string }>(`SELECT pg_get_viewdef('audit_subject') AS sql`);
        const types = api.app.get(AuditCatalogue).subjects.map(({ type }) => type);
        expect(types.filter((type) => !rows[0]!.sql.includes(`'${type}'::text`))).toEqual(['accessibility-statement']);
        expect(types.length).toBeGreaterThan(9);
      });
    });

    it.each([
      ['a changed row', `UPDATE audit_event SET data = data || '{"reason": "annat"}' WHERE seq = 5`],
      ['a removed row', 'DELETE FROM audit_event WHERE seq = 5'],
      [
        'two that have changed places',
        `UPDATE audit_event SET seq = 900005 WHERE seq = 5; UPDATE audit_event SET seq = 5 WHERE seq = 6;
         UPDATE audit_event SET seq = 6 WHERE seq = 900005`,
      ],
    ])('shows %s, which only somebody beyond the app can have done', async (_, tampering) => {
      await asSuperuser(async (client) => {
        await client.query('CREATE TABLE untouched AS SELECT * FROM audit_event');
        await client.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
        await client.query(tampering);
      });
      expect((await verify()).faults.length).toBeGreaterThan(0);
      await asSuperuser(async (client) => {
        await client.query('DELETE FROM audit_event');
        await client.query('INSERT INTO audit_event SELECT * FROM untouched');
        await client.query('DROP TABLE untouched');
        await client.query('ALTER TABLE audit_event ENABLE TRIGGER USER');
      });
      expect((await verify()).faults).toEqual([]);
    });
  });

  async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client({ connectionString: api.superuserUrl });
    await client.connect();
    await work(client).finally(() => client.end());
  }
});
