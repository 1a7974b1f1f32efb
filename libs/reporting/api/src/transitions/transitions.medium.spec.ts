import { randomUUID } from 'node:crypto';
import { type Report, TimelineItem, type TransitionName } from '@malspar/reporting-model';
import { canonicalJson, sha256Hex } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { Principal } from '@malspar/shared-model';
import { roomsEntered } from '@malspar/shared-testing';
import { DataSource } from 'typeorm';
import { ReportCommentService } from '../comments/report-comment.service.js';
import { PublishableReports } from './publishable-reports.js';
import type { ChecksNotMet } from './transition.errors.js';
import { ReportingWorld } from '../testing/reporting-world.js';
import { TimelineService } from './timeline.service.js';

const PERIOD = '2024-Q3';

describe('the report workflow on a real database', () => {
  let world: ReportingWorld;
  let owner: Principal;
  let manager: Principal;
  let coordinator: Principal;
  let report: Report;

  beforeEach(async () => {
    world = await ReportingWorld.create();
    const energy = world.area('energi');
    owner = await world.person('Anna Ägare', ['owner'], [energy]);
    manager = await world.person('Maria Chef', ['manager'], [energy]);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
    await world.openPeriod(PERIOD);
    report = await world.report(owner, PERIOD);
  });
  afterEach(() => world.end());

  const problem = (work: Promise<unknown>) =>
    work.then(
      () => 'no problem',
      (error: { problem?: { type: string; errors?: { code: string }[] } }) =>
        error.problem
          ? [error.problem.type, ...(error.problem.errors ?? []).map((each) => each.code)].join(' ')
          : error,
    );
  const state = async () => (await world.reports.one(coordinator, report.id)).state;
  const submitted = async () => {
    await world.fill(owner, report);
    return world.take(owner, report, 'submit');
  };
  const publish = () =>
    world.database.write(async (tx) => {
      const { id, revision } = await world.reports.one(coordinator, report.id);
      await world.module.get(PublishableReports).publish(tx, coordinator, [{ id, sha256: revision!.sha256 }]);
      return revision!.number;
    });
  const approvedAndPublished = async () => {
    await submitted();
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
    return publish();
  };

  it('goes from draft to approved, each transition with its receipt, audit event and place in the timeline', async () => {
    const receipts = [
      await submitted(),
      await world.take(manager, report, 'endorse'),
      await world.take(coordinator, report, 'approve'),
    ];
    expect(receipts).toMatchObject([
      { reference: '2024-Q3-1-1', from: 'draft', to: 'submitted', next: ['Maria Chef'], revision: { number: 1 } },
      { reference: '2024-Q3-1-2', from: 'submitted', to: 'endorsed', next: ['Carin Samordnare'] },
      { reference: '2024-Q3-1-3', from: 'endorsed', to: 'approved', next: [] },
    ]);
    const timeline = await world.module.get(TimelineService).of(owner, report.id);
    expect(timeline.map((item) => [item.kind, item.who, item.to])).toEqual([
      ['opened', '', 'draft'],
      ['transition', 'Anna Ägare', 'submitted'],
      ['transition', 'Maria Chef', 'endorsed'],
      ['transition', 'Carin Samordnare', 'approved'],
    ]);
    const events = await world.audit.newest(world.database.read, 3);
    expect(events.map((event) => event.kind)).toEqual(['report.approve', 'report.endorse', 'report.submit']);
    expect(events[0]!.data).toMatchObject({ revision: 1, sha256: receipts[0]!.revision!.sha256 });
    expect((await world.audit.verify(world.database.read)).faults).toEqual([]);
  });

  // One more with the controller before them.
  it('is submitted by way of at most 21 rooms', async () => {
    await world.fill(owner, report);
    const rooms = await roomsEntered(() => world.take(owner, report, 'submit'));
    expect(rooms).toContain('shared/api/src/workflow/workflow-engine');
    expect({ rooms, isTooMany: rooms.length > 21 }).toEqual({ rooms, isTooMany: false });
  });

  it('logs every transition in one shape, those of a publication too', async () => {
    await submitted();
    await world.take(owner, report, 'withdraw');
    await world.take(owner, report, 'submit');
    await world.take(manager, report, 'return', { reason: 'Fel.' });
    await world.take(owner, report, 'submit');
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
    await world.take(coordinator, report, 'reopen', { reason: 'Igen.' });
    await world.take(owner, report, 'submit');
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
    const revision = await publish();
    await world.database.write((tx) =>
      world.module.get(PublishableReports).correct(tx, coordinator, report.id, 'Fel siffra.'),
    );
    await world.take(coordinator, report, 'cancel-correction', { reason: 'Den var rätt.' });

    const events = (await world.audit.newest(world.database.read, 14)).reverse();
    const { transition } = TimelineItem.shape;
    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set(transition.unwrap().options.map((name) => `report.${name}`)),
    );
    const shape = ['comments', 'from', 'reason', 'reference', 'revision', 'sha256', 'to'];
    expect(events.map(({ data }) => Object.keys(data).sort())).toEqual(events.map(() => shape));
    const timeline = await world.module.get(TimelineService).of(owner, report.id);
    const told = timeline.filter(({ kind }) => kind === 'transition');
    expect(events.map(({ data }) => data)).toMatchObject(
      told.map(({ from, to, reason, revision: number }) => ({ from, to, reason, revision: number })),
    );
    expect(events.at(-3)!.data).toMatchObject({
      reference: '2024-Q3-1-12',
      revision,
      from: 'approved',
      to: 'published',
    });
  });

  describe('four eyes', () => {
    it('are kept on everybody who wrote, deputies included, whoever submitted', async () => {
      const energy = world.area('energi');
      const both = (name: string) => world.person(name, ['owner', 'manager', 'coordinator'], [energy]);
      const [deputy, replier, verdictWriter] = [await both('Doris'), await both('Rut'), await both('Vera')];
      await world.fill(owner, report);
      const [entry] = (await world.reports.one(owner, report.id)).entries;
      await world.drafts.writeEntry(deputy, report.id, 'E1', entry!.version, { ...entry!.content, comment: 'Ny.' });
      const { verdictVersion, verdictContent } = await world.reports.one(owner, report.id);
      await world.drafts.writeVerdict(verdictWriter, report.id, verdictVersion, verdictContent);
      await world.take(owner, report, 'submit');
      const refused = 'four-eyes four-eyes-writer';
      expect(await problem(world.take(deputy, report, 'endorse'))).toBe(refused);
      expect(await problem(world.take(verdictWriter, report, 'endorse'))).toBe(refused);

      const comments = [{ targetCode: 'E1', field: '/comment', text: 'Varför?', suggestion: null }];
      await world.take(manager, report, 'return', { reason: 'Fråga.', comments });
      const [comment] = (await world.reports.one(owner, report.id)).comments;
      await world.module.get(ReportCommentService).reply(replier, report.id, comment!.id, 'Därför.');
      await world.take(owner, report, 'submit');
      expect(await problem(world.take(replier, report, 'endorse'))).toBe(refused);
      await world.take(manager, report, 'endorse');
      for (const who of [deputy, replier, verdictWriter]) {
        expect(await problem(world.take(who, report, 'approve'))).toBe(refused);
      }
      const [row] = await managerOf(world.database.read).query<{ writers: string[] }[]>(
        'SELECT writers FROM report_revision WHERE report_id = $1 AND number = 2',
        [report.id],
      );
      expect(row!.writers).toEqual([owner, deputy, replier, verdictWriter].map((who) => who.personId).sort());
      await world.take(coordinator, report, 'approve');
    });

    it('begin anew once a report has been approved', async () => {
      const both = await world.person('Doris', ['owner', 'manager'], [world.area('energi')]);
      await world.fill(both, report);
      await world.take(owner, report, 'submit');
      expect(await problem(world.take(both, report, 'endorse'))).toBe('four-eyes four-eyes-writer');
      await world.take(manager, report, 'endorse');
      await world.take(coordinator, report, 'approve');
      await world.take(coordinator, report, 'reopen', { reason: 'Ett fel.' });
      await world.take(owner, report, 'submit');
      expect(await problem(world.take(both, report, 'endorse'))).toBe('no problem');
    });
  });

  describe('what somebody may do is read again when it is done', () => {
    const ended = (who: Principal) =>
      world.owner((sql) => sql(`UPDATE assignment SET ends_on = '2024-10-09' WHERE person_id = $1`, [who.personId]));

    it('so that an assignment that has ended since the request came counts no more', async () => {
      await submitted();
      await ended(manager);
      expect(await problem(world.take(manager, report, 'endorse'))).toBe('assignment-ended assignment-ended');
      await ended(owner);
      const [entry] = report.entries;
      const write = world.drafts.writeEntry(owner, report.id, 'E1', entry!.version, entry!.content);
      expect(await problem(write)).toContain('assignment-ended');
      expect(await state()).toBe('submitted');
    });

    it('and who wrote in time is told that the assignment has ended, in every write; a stranger is not', async () => {
      await ended(owner);
      const { id, verdictVersion, verdictContent, entries } = report;
      const stranger = await world.person('Vera Läsare', ['owner']);
      const comments = world.module.get(ReportCommentService);
      const writes = (who: Principal) => [
        world.drafts.writeEntry(who, id, 'E1', entries[0]!.version, entries[0]!.content),
        world.drafts.writeVerdict(who, id, verdictVersion, verdictContent),
        comments.reply(who, id, randomUUID(), 'Svar.'),
        world.transitions.take(who, id, randomUUID(), { transition: 'submit' }),
      ];
      const told = (who: Principal) => Promise.all(writes(who).map(problem));
      expect(await told(owner)).toEqual(Array(4).fill('assignment-ended assignment-ended'));
      expect(await told(stranger)).toEqual(Array(4).fill('not-found'));
      // Also where somebody may read the report in another way.
      await world.owner((sql) => sql(`UPDATE person SET roles = '{owner,admin}' WHERE id = $1`, [owner.personId]));
      expect(await told({ ...owner, roles: ['owner', 'admin'] })).toEqual(
        Array(4).fill('assignment-ended assignment-ended'),
      );
    });

    it('so does a role that a later sign-in did not have, and somebody who has been made inactive', async () => {
      await submitted();
      const set = (change: string) =>
        world.owner((sql) => sql(`UPDATE person SET ${change} WHERE id = $1`, [manager.personId]));
      await set(`roles = '{viewer}'`);
      expect(await problem(world.take(manager, report, 'endorse'))).toContain('forbidden');
      await set(`roles = '{manager}', active = false`);
      expect(await problem(world.take(manager, report, 'endorse'))).toContain('not-signed-in');
      await set('active = true');
      expect(await problem(world.take(manager, report, 'endorse'))).toBe('no problem');
    });

    it('and cannot end until it has been done', async () => {
      await submitted();
      const { sha256: revisionHash } = (await world.reports.one(manager, report.id)).revision!;
      const outcomes = await Promise.all([
        problem(world.transitions.take(manager, report.id, randomUUID(), { transition: 'endorse', revisionHash })),
        ended(manager).then(async () => state()),
      ]);
      // Whichever came first: nobody acts after the end has been seen.
      const [endorsed, stateAtEnd] = outcomes;
      expect([
        ['no problem', 'endorsed'],
        ['assignment-ended assignment-ended', 'submitted'],
      ]).toContainEqual([endorsed, stateAtEnd]);
    });
  });

  it('keeps explanations from those who take no part in the work', async () => {
    const viewer = await world.person('Vera Läsare', ['viewer']);
    await world.fill(owner, report, { explanations: { same_text: 'Bara för granskaren.' } });
    await world.take(owner, report, 'submit');
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
    const seenBy = async (who: Principal) =>
      JSON.stringify([await world.reports.one(who, report.id), await world.reports.revision(who, report.id, 1)]);
    expect(await seenBy(viewer)).not.toContain('Bara för granskaren.');
    expect((await seenBy(manager)).match(/Bara för granskaren/g)).toHaveLength(4);
  });

  it('refuses every transition that the table does not have from the present state', async () => {
    const hash = '0'.repeat(64);
    const all = (who: Principal, names: TransitionName[]) =>
      Promise.all(
        names.map((name) =>
          problem(
            world.transitions.take(who, report.id, randomUUID(), {
              transition: name,
              reason: 'Skäl',
              revisionHash: hash,
            }),
          ),
        ),
      );
    expect(await all(owner, ['withdraw', 'endorse', 'return', 'approve', 'reopen', 'publish', 'correct'])).toEqual([
      'wrong-state not-from-draft',
      ...Array.from({ length: 6 }, () => 'forbidden not-yours'),
    ]);
    expect(await all(coordinator, ['return', 'approve', 'reopen', 'publish', 'correct', 'submit'])).toEqual([
      ...Array.from({ length: 5 }, () => 'wrong-state not-from-draft'),
      'forbidden not-yours',
    ]);
    expect(await state()).toBe('draft');
  });

  it('answers a submit with open checks by pointing at each', async () => {
    const error = await world.take(owner, report, 'submit').catch((thrown: unknown) => thrown as ChecksNotMet);
    const { type, status, errors } = (error as ChecksNotMet).problem;
    expect([type, status]).toEqual(['checks-not-met', 422]);
    expect(errors?.map((each) => `${each.pointer} ${each.code}`)).toEqual([
      '/entries/E1/assessment no_assessment',
      '/entries/E1/values/0 no_value',
      '/entries/E2/assessment no_assessment',
      '/verdict no_verdict',
      '/explanation no_verdict_explanation',
    ]);
    expect(await state()).toBe('draft');
  });

  it('refuses a submit while a soft check lacks its explanation, and takes it once it has one', async () => {
    const filled = await world.fill(owner, report);
    const { version, content } = filled.entries.find((entry) => entry.targetCode === 'E1')!;
    const contradicting = { ...content, assessment: 'achieved' as const };
    const saved = await world.drafts.writeEntry(owner, report.id, 'E1', version, contradicting);
    const open = saved.checks.filter((check) => check.targetCode === 'E1');
    expect(open).toMatchObject([{ kind: 'soft', code: 'assessment_contradicts', explained: false }]);
    expect(await problem(world.take(owner, report, 'submit'))).toBe('checks-not-met assessment_contradicts');
    expect(await state()).toBe('draft');
    const explanations = { assessment_contradicts: 'Målvärdet nås efter avrundning.' };
    await world.drafts.writeEntry(owner, report.id, 'E1', saved.version, { ...contradicting, explanations });
    expect(await problem(world.take(owner, report, 'submit'))).toBe('no problem');
  });

  it('withdraws, and freezes another revision at the next submit', async () => {
    await submitted();
    expect(await world.take(owner, report, 'withdraw')).toMatchObject({ from: 'submitted', to: 'draft' });
    expect((await world.take(owner, report, 'submit')).revision!.number).toBe(2);
    expect((await world.reports.one(owner, report.id)).sentBack).toBeNull();
    const revisions = await Promise.all([1, 2].map((number) => world.reports.revision(owner, report.id, number)));
    expect(revisions.map((revision) => revision.content.revision)).toEqual([1, 2]);
    for (const revision of revisions) {
      expect(revision.sha256).toBe(sha256Hex(canonicalJson(revision.content)));
    }
  });

  it('endorses and approves only the revision that was read', async () => {
    const first = await submitted();
    await world.take(owner, report, 'withdraw');
    await world.take(owner, report, 'submit');
    const stale = { revisionHash: first.revision!.sha256 };
    expect(await problem(world.take(manager, report, 'endorse', stale))).toBe('stale-revision');
    expect(await problem(world.take(manager, report, 'endorse', { revisionHash: undefined }))).toBe('invalid required');
    await world.take(manager, report, 'endorse');
    expect(await problem(world.take(coordinator, report, 'approve', stale))).toBe('stale-revision');
    expect(await state()).toBe('endorsed');
  });

  it('keeps four eyes across roles held by one person', async () => {
    const energy = world.area('energi');
    const everything = await world.person('Allt i ett', ['owner', 'manager', 'coordinator'], [energy]);
    await world.fill(everything, report);
    await world.take(everything, report, 'submit');
    expect(await problem(world.take(everything, report, 'endorse'))).toBe('four-eyes four-eyes-writer');
    await world.take(manager, report, 'endorse');
    expect(await problem(world.take(everything, report, 'approve'))).toBe('four-eyes four-eyes-writer');
    await world.take(coordinator, report, 'return', { reason: 'En gång till.' });
    await world.take(owner, report, 'submit');
    const both = await world.person('Chef och samordnare', ['manager', 'coordinator'], [energy]);
    await world.take(both, report, 'endorse');
    expect(await problem(world.take(both, report, 'approve'))).toBe('four-eyes four-eyes-endorser');
    expect(await world.take(coordinator, report, 'approve')).toMatchObject({ to: 'approved' });
  });

  it('returns with comments that must be replied to before the next submit', async () => {
    await submitted();
    expect(await problem(world.take(manager, report, 'return'))).toBe('invalid required');
    const comment = (targetCode: string | null, field: string, text: string) => ({
      targetCode,
      field,
      text,
      suggestion: null,
    });
    expect(
      await problem(
        world.take(manager, report, 'return', { reason: 'Fel', comments: [comment('X9', '/comment', '?')] }),
      ),
    ).toBe('invalid no-such-target');
    await world.take(manager, report, 'return', {
      reason: 'Två frågor.',
      comments: [comment('E1', '/comment', 'Varför?'), comment(null, '/verdict', 'Verkligen?')],
    });
    const returned = await world.reports.one(owner, report.id);
    expect(returned).toMatchObject({ state: 'returned', commentsLackingReply: 2, waitsForMe: 'reply', canWrite: true });
    expect(returned.sentBack).toMatchObject({ reason: 'Två frågor.', who: 'Maria Chef', at: returned.stateSince });
    const listed = await world.reports.page(owner, { period: report.period, mine: true, page: 1, limit: 10 });
    expect(listed.items.find(({ id }) => id === report.id)?.sentBack).toEqual(returned.sentBack);
    expect(returned.available).toMatchObject([{ name: 'submit', enabled: false, reason: 'checks_open' }]);
    expect(await problem(world.take(owner, report, 'submit'))).toBe(
      'checks-not-met comment_lacks_reply comment_lacks_reply',
    );
    const replies = world.module.get(ReportCommentService);
    for (const { id } of returned.comments) await replies.reply(owner, report.id, id, 'Förklarat i texten.');
    expect(await problem(replies.reply(manager, report.id, returned.comments[0]!.id, 'Nej.'))).toBe(
      'forbidden forbidden',
    );
    expect(await problem(replies.reply(owner, report.id, randomUUID(), 'Vad?'))).toBe('not-found');
    expect((await world.take(owner, report, 'submit')).revision!.number).toBe(2);
    expect(await problem(replies.reply(owner, report.id, returned.comments[0]!.id, 'Ändrat.'))).toBe(
      'wrong-state not-writable',
    );
    expect(await replies.of(manager, report.id)).toMatchObject([
      { revision: 1, targetCode: 'E1', author: 'Maria Chef', reply: 'Förklarat i texten.', repliedBy: 'Anna Ägare' },
      { revision: 1, targetCode: null, field: '/verdict' },
    ]);
    expect((await world.reports.diff(manager, report.id, 1)).against).toEqual({ kind: 'revision', label: '1' });
  });

  it('endorses and approves with comments that the owner may reply to and that never block', async () => {
    const comment = { targetCode: 'E1', field: '/comment', text: 'Fint underlag.', suggestion: null };
    expect(await problem(world.take(owner, report, 'submit', { comments: [comment] }))).toBe('invalid not-expected');
    await submitted();
    await world.take(manager, report, 'endorse', { comments: [comment] });
    const endorsed = await world.reports.one(owner, report.id);
    expect(endorsed).toMatchObject({ state: 'endorsed', commentsLackingReply: 0, checks: [] });
    expect(endorsed.comments).toMatchObject([{ text: 'Fint underlag.', author: 'Maria Chef', needsReply: false }]);
    const told = await world.module.get(TimelineService).of(owner, report.id);
    expect(told.map(({ kind, text }) => text ?? kind).slice(-2)).toEqual(['transition', 'Fint underlag.']);

    await world.take(coordinator, report, 'return', {
      reason: 'Ett fel.',
      comments: [{ ...comment, text: 'Varför?' }],
    });
    const returned = await world.reports.one(owner, report.id);
    expect(returned).toMatchObject({ commentsLackingReply: 1, waitsForMe: 'reply' });
    expect(returned.checks.map((check) => check.params['commentId'])).toEqual([returned.comments[1]!.id]);
    const replies = world.module.get(ReportCommentService);
    await replies.reply(owner, report.id, returned.comments[1]!.id, 'Rättat.');
    await world.take(owner, report, 'submit');
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve', { comments: [{ ...comment, text: 'Tack!' }] });
    await world.take(coordinator, report, 'reopen', { reason: 'Siffran var fel.' });
    expect(await world.reports.one(owner, report.id)).toMatchObject({ commentsLackingReply: 0, waitsForMe: 'write' });
  });

  it('reopens what was approved, with a reason', async () => {
    await submitted();
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
    expect(await problem(world.take(coordinator, report, 'reopen'))).toBe('invalid required');
    await world.take(coordinator, report, 'reopen', { reason: 'Siffran var fel.' });
    expect(await world.reports.one(owner, report.id)).toMatchObject({
      state: 'returned',
      canWrite: true,
      sentBack: { reason: 'Siffran var fel.' },
    });
    await world.take(owner, report, 'submit');
    expect(await world.take(manager, report, 'endorse')).toMatchObject({ to: 'endorsed', revision: { number: 2 } });
  });

  it('says of a correction what it corrects and why, to those who take part, until it is published anew', async () => {
    const published = await approvedAndPublished();
    expect((await world.reports.one(owner, report.id)).correction).toBeNull();
    await world.database.write((tx) =>
      world.module.get(PublishableReports).correct(tx, coordinator, report.id, 'E1 ska vara 86,0.'),
    );
    const told = { reason: 'E1 ska vara 86,0.', who: 'Carin Samordnare', revision: published };
    const seen = async (who: Principal) => (await world.reports.one(who, report.id)).correction;
    expect(await seen(owner)).toMatchObject(told);
    world.clock.set('2024-12-01');
    expect(await world.reports.one(owner, report.id)).toMatchObject({ daysLeft: -40, overdue: false });
    expect((await seen(owner))?.at).toBe((await world.reports.one(owner, report.id)).stateSince);

    const [entry] = (await world.reports.one(owner, report.id)).entries;
    const values = entry!.content.values.map((value) => ({ ...value, value: '86' }));
    await world.drafts.writeEntry(owner, report.id, 'E1', entry!.version, { ...entry!.content, values });
    await world.take(owner, report, 'submit');
    // Against what is published, what differs is the correction and nothing else.
    const { against, entries } = await world.reports.diff(manager, report.id, published);
    expect(against).toEqual({ kind: 'revision', label: String(published) });
    expect(entries.flatMap(({ targetCode, changes }) => changes.map((each) => [targetCode, each]))).toEqual([
      ['E1', { field: '/values/0', before: '90', after: '86' }],
    ]);

    await world.take(manager, report, 'return', { reason: 'Skriv om kommentaren.' });
    expect(await world.reports.one(owner, report.id)).toMatchObject({
      sentBack: { reason: 'Skriv om kommentaren.' },
      correction: told,
    });
    await world.take(owner, report, 'submit');
    const listed = await world.reports.page(manager, { period: PERIOD, mine: true, page: 1, limit: 10 });
    expect(listed.items.find(({ id }) => id === report.id)?.correction).toMatchObject(told);
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
    const reader = await world.person('Läsare', ['viewer']);
    expect([(await seen(coordinator))?.reason, await seen(reader)]).toEqual([told.reason, null]);
    await publish();
    expect(await seen(owner)).toBeNull();
  });

  it('takes 100 parallel submits with one key once, and answers all the same', async () => {
    await world.fill(owner, report);
    const key = randomUUID();
    const responses = await Promise.all(
      Array.from({ length: 100 }, () => world.transitions.take(owner, report.id, key, { transition: 'submit' })),
    );
    expect(new Set(responses.map((response) => canonicalJson(response))).size).toBe(1);
    const [counts] = await managerOf(world.database.read).query<
      { transitions: string; events: string; revisions: string }[]
    >(
      `SELECT (SELECT count(*) FROM report_transition WHERE report_id = $1) AS transitions,
         (SELECT count(*) FROM report_revision WHERE report_id = $1) AS revisions,
         (SELECT count(*) FROM audit_event WHERE kind = 'report.submit') AS events`,
      [report.id],
    );
    expect(counts).toEqual({ transitions: '1', revisions: '1', events: '1' });
    const other = world.transitions.take(owner, report.id, key, { transition: 'withdraw' });
    expect(await problem(other)).toMatch(/^idempotency-key-reused/);
  });

  it('lets one of many who decide at once through, and tells the others', async () => {
    await submitted();
    const { sha256 } = (await world.reports.one(manager, report.id)).revision!;
    const outcomes = await Promise.all([
      ...Array.from({ length: 5 }, () =>
        problem(
          world.transitions.take(manager, report.id, randomUUID(), { transition: 'endorse', revisionHash: sha256 }),
        ),
      ),
      problem(world.transitions.take(owner, report.id, randomUUID(), { transition: 'withdraw' })),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'no problem')).toHaveLength(1);
    for (const outcome of outcomes) expect(outcome).toMatch(/^(no problem|wrong-state)/);
  });

  describe('what is frozen', () => {
    const tables = ['report_revision', 'report_transition'];
    const changes = (table: string) => [
      `UPDATE ${table} SET number = number`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ];

    it('is refused to the app, and even to a superuser by trigger', async () => {
      await submitted();
      const superuser = await new DataSource({ type: 'postgres', url: world.testDatabase.superuserUrl }).initialize();
      for (const sql of tables.flatMap(changes)) {
        await expect(managerOf(world.database.read).query(sql)).rejects.toThrow('permission denied');
        await expect(superuser.query(sql)).rejects.toThrow('rows are only ever added');
      }
      const other = `INSERT INTO report_revision SELECT report_id, 9, canonical || ' ', sha256, submitted_by,
        submitted_by_name, submitted_at FROM report_revision`;
      await expect(superuser.query(other)).rejects.toThrow('ck_report_revision_sha256');
      await superuser.destroy();
    });

    it('leaves comments as they were said', async () => {
      await expect(managerOf(world.database.read).query(`UPDATE report_comment SET text = 'x'`)).rejects.toThrow(
        'permission denied',
      );
      await expect(managerOf(world.database.read).query('DELETE FROM report_comment')).rejects.toThrow(
        'permission denied',
      );
    });
  });
});
