import { randomUUID } from 'node:crypto';
import { feedbackActs, FeedbackCommentsQuery, FeedbackPagesQuery } from '@malspar/feedback-model';
import { IdentityModule, PersonService } from '@malspar/identity-api';
import { AuditLog, Clock, Database, NotFound, SharedApiModule } from '@malspar/shared-api';
import { AuditCatalogue, type Principal } from '@malspar/shared-model';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackService } from './feedback.service.js';

const TODAY = '2028-06-10';

class FixedClock extends Clock {
  now(): Date {
    return new Date(`${TODAY}T09:00:00Z`);
  }
}

describe('feedback on public pages', () => {
  let testDatabase: TestDatabase;
  let module: TestingModule;
  let service: FeedbackService;
  let who: Principal;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    module = await Test.createTestingModule({
      imports: [
        TypeOrmModule.forRoot({ type: 'postgres', url: testDatabase.appUrl, autoLoadEntities: true }),
        SharedApiModule,
        IdentityModule,
      ],
      providers: [FeedbackRepository, FeedbackService],
    })
      .overrideProvider(Clock)
      .useClass(FixedClock)
      .compile();
    module.get(AuditCatalogue).add([feedbackActs]);
    await module.init();
    service = module.get(FeedbackService);
    const [name, roles] = ['Carin Samordnare', ['coordinator']] as const;
    const record = { tenantId: randomUUID(), objectId: randomUUID(), name, email: 'carin@example.org', roles };
    const [personId = ''] = await module.get(PersonService).enter([{ ...record, roles: [...roles] }]);
    who = { personId, name, roles, assignments: [] };
  });
  afterEach(async () => {
    await module.close();
    await testDatabase.drop();
  });

  const app = <T>(sql: string, values: unknown[] = []): Promise<T[]> => module.get(DataSource).query(sql, values);
  /** A row as it may stand there: from before, with words, or an example. */
  const entered = async (change: object = {}): Promise<string> => {
    const row = { path: '/plan', language: 'sv', helpful: true, given_on: TODAY, ...change };
    const columns = Object.keys(row).join(', ');
    const places = Object.keys(row).map((_, index) => `$${index + 1}`);
    const [{ id } = { id: '' }] = await app<{ id: string }>(
      `INSERT INTO page_feedback (${columns}) VALUES (${places.join(', ')}) RETURNING id`,
      Object.values(row),
    );
    return id;
  };
  const pages = (query: Record<string, string> = {}) => service.pages(FeedbackPagesQuery.parse(query));
  const comments = (query: Record<string, string> = {}) => service.comments(FeedbackCommentsQuery.parse(query));

  it('keeps a yes with the date, and nothing that says who or when in the day', async () => {
    const id = await service.vote({ path: '/plan', language: 'sv', helpful: true, suspicion: null });
    const [row] = await app<Record<string, unknown>>('SELECT *, given_on::text FROM page_feedback');
    expect(row).toEqual({
      id,
      path: '/plan',
      language: 'sv',
      helpful: true,
      given_on: TODAY,
      comment: null,
      masked: false,
      suspicion: null,
      illustrative: false,
      handled_at: null,
      handled_by: null,
      handled_by_name: null,
    });
  });

  it('adds a comment once, without what it should not have in it, and says what that was', async () => {
    const id = await service.vote({ path: '/plan', language: 'sv', helpful: false, suspicion: null });
    const written = 'Ring 070-123 45 67 eller skriv till a@exempel.se';
    const kept = { kept: true, masked: ['e-mail', 'phone'] };
    const twice = await Promise.all([service.comment(id, written, null), service.comment(id, written, null)]);
    expect(twice).toEqual([kept, kept]);
    expect(await service.comment(id, 'Något annat', null)).toEqual({ kept: false });
    expect(await service.comment(randomUUID(), 'Till ingen', null)).toEqual({ kept: false });
    const { items } = await comments();
    expect(items.map(({ text, masked, times }) => [text, masked, times])).toEqual([
      ['Ring [telefonnummer] eller skriv till [e-postadress]', true, 1],
    ]);
  });

  it('has room for the longest comment that was all addresses', async () => {
    const id = await service.vote({ path: '/plan', language: 'sv', helpful: false, suspicion: null });
    expect(await service.comment(id, 'a@b.c '.repeat(166).trim(), null)).toMatchObject({ kept: true });
  });

  it('sums up per page, those with most votes first, without what machines sent', async () => {
    await Promise.all([
      entered(),
      entered({ helpful: false, comment: 'Oklart.' }),
      entered({ suspicion: 'link', comment: 'www.exempel.test' }),
      ...(['trap', 'quick'] as const).map((suspicion) => entered({ suspicion })),
      entered({ path: '/', given_on: '2027-01-01', illustrative: true }),
      entered({ path: '/rapporter', suspicion: 'trap' }),
    ]);
    const all = await pages();
    expect(all).toEqual({
      items: [
        { path: '/plan', yes: 2, no: 1, comments: 1, unread: 1, illustrative: 0 },
        { path: '/', yes: 1, no: 0, comments: 0, unread: 0, illustrative: 1 },
      ],
      total: 2,
      yes: 3,
      no: 1,
      illustrative: 1,
      page: 1,
      limit: 20,
    });
    const paths = async (query: Record<string, string>) => (await pages(query)).items.map(({ path }) => path);
    expect(await paths({ from: '2028-01-01' })).toEqual(['/plan']);
    expect(await paths({ to: '2027-12-31' })).toEqual(['/']);
    expect(await paths({ withComment: 'true' })).toEqual(['/plan']);
    expect(await paths({ path: '/' })).toEqual(['/']);
    expect(await paths({ page: '2', limit: '1' })).toEqual(['/']);
    expect(await pages({ withComment: 'true' })).toMatchObject({ total: 1, yes: 2, no: 1 });
  });

  it('shows the same words about the same page once, and puts the suspect apart', async () => {
    await Promise.all([
      entered({ comment: 'Bra sida!' }),
      entered({ comment: 'bra   SIDA!', helpful: false, given_on: '2028-06-01' }),
      entered({ comment: 'Bra sida!', path: '/' }),
      entered({ comment: 'Köp www.exempel.test', suspicion: 'link' }),
      entered({ comment: 'Köp www.exempel.test', suspicion: 'link' }),
    ]);
    const { items, total, shelves } = await comments();
    expect([total, shelves]).toEqual([2, { unread: 2, read: 0, suspicious: 1 }]);
    expect(items.map(({ path, text, times, yes }) => [path, text, times, yes])).toEqual([
      ['/', 'Bra sida!', 1, 1],
      ['/plan', 'Bra sida!', 2, 1],
    ]);
    const apart = await comments({ shelf: 'suspicious' });
    expect(apart.items.map(({ suspicion, times }) => [suspicion, times])).toEqual([['link', 2]]);
  });

  it('marks as read all that has the same words, once in the log, and back again', async () => {
    await entered({ comment: 'Bra sida!', given_on: '2028-06-01' });
    await entered({ comment: 'bra sida!' });
    const [comment] = (await comments()).items;
    const id = comment?.id ?? '';
    for (const handled of [true, true]) await service.handle(who, id, { handled });
    expect((await comments()).shelves).toEqual({ unread: 0, read: 1, suspicious: 0 });
    const [read] = (await comments({ shelf: 'read' })).items;
    expect(read).toMatchObject({ times: 2, handled: { byName: who.name, at: `${TODAY}T09:00:00.000Z` } });
    // The same words once more are something new to read.
    await entered({ comment: 'Bra sida!' });
    expect((await comments()).shelves).toEqual({ unread: 1, read: 1, suspicious: 0 });
    await service.handle(who, read?.id ?? '', { handled: false });
    expect((await comments()).items.map(({ times, handled }) => [times, handled])).toEqual([[3, null]]);
    const events = await module.get(AuditLog).newest(module.get(Database).read, 2);
    expect(events.map(({ kind, actorName }) => [kind, actorName])).toEqual([
      ['feedback.reopen', who.name],
      ['feedback.handle', who.name],
    ]);
    await expect(service.handle(who, randomUUID(), { handled: true })).rejects.toThrow(NotFound);
  });

  it('clears words after 24 months and keeps the count', async () => {
    const ago = (months: number): Promise<{ day: string }[]> =>
      app(`SELECT (current_date - make_interval(months => $1, days => 1))::date::text AS day`, [months]);
    for (const months of [24, 23]) {
      const [then] = await ago(months);
      const id = await entered({ comment: `För ${months} månader sedan`, given_on: then?.day ?? '' });
      await service.handle(who, id, { handled: true });
    }
    expect(await service.clearOldComments()).toBe(1);
    expect((await comments({ shelf: 'read' })).items.map(({ text }) => text)).toEqual(['För 23 månader sedan']);
    expect(await pages()).toMatchObject({ yes: 2 });
  });

  describe('the database', () => {
    const refused = (sql: string): Promise<string> =>
      app(sql).then(
        () => 'done',
        (error: { driverError?: { constraint?: string; code?: string } }) =>
          error.driverError?.constraint ?? error.driverError?.code ?? 'unknown',
      );

    it.each([
      ['ck_page_feedback_path', `('plan', 'sv', true, now(), NULL)`],
      ['ck_page_feedback_path', `('/' || repeat('x', 300), 'sv', true, now(), NULL)`],
      ['ck_page_feedback_language', `('/', 'de', true, now(), NULL)`],
      ['ck_page_feedback_comment', `('/', 'sv', true, now(), '')`],
      ['ck_page_feedback_comment', `('/', 'sv', true, now(), repeat('x', 2501))`],
    ])('refuses by %s: %s', async (constraint, row) => {
      const sql = `INSERT INTO page_feedback (path, language, helpful, given_on, comment) VALUES ${row}`;
      expect(await refused(sql)).toBe(constraint);
    });

    it('refuses a mark on what has no comment, or by nobody', async () => {
      await entered();
      expect(await refused('UPDATE page_feedback SET masked = true')).toBe('ck_page_feedback_masked');
      const mark = `handled_at = now(), handled_by = gen_random_uuid(), handled_by_name = 'x'`;
      expect(await refused(`UPDATE page_feedback SET ${mark}`)).toBe('ck_page_feedback_handled');
      expect(await refused('UPDATE page_feedback SET handled_at = now()')).toBe('ck_page_feedback_handled');
      expect(await refused(`UPDATE page_feedback SET suspicion = 'odd'`)).toBe('ck_page_feedback_suspicion');
    });

    it('lets the app neither delete, nor move a vote, nor put other words in its mouth', async () => {
      await entered({ comment: 'Mina ord.' });
      const denied = '42501';
      expect(await refused('DELETE FROM page_feedback')).toBe(denied);
      expect(await refused('TRUNCATE page_feedback')).toBe(denied);
      expect(await refused(`UPDATE page_feedback SET path = '/'`)).toBe(denied);
      expect(await refused('UPDATE page_feedback SET given_on = now()')).toBe(denied);
      expect(await refused('UPDATE page_feedback SET illustrative = true')).toBe(denied);
      expect(await refused(`UPDATE page_feedback SET comment = 'Andra ord.'`)).toBe('23001');
      expect(await refused('UPDATE page_feedback SET comment = NULL')).toBe('23001');
    });
  });
});
