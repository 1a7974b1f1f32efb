import type { FeedbackComments, FeedbackPages } from '@malspar/feedback-model';
import { Clock } from '@malspar/shared-api';
import { type TestDatabase, until } from '@malspar/shared-testing';
import { createSeededDatabase, startApi, type TestApi } from './harness/api.js';
import { type ApiProcess, startProcess } from './harness/api-process.js';
import { Doorway } from './harness/doorway.js';
import type { Person } from './harness/person.js';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '</textarea><svg onload=alert(1)>',
  `"'><img src=x onerror=alert(1)>`,
  '{{constructor.constructor("alert(1)")()}} $& $1',
];

interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it leads, from the root of the site; empty when nowhere. */
  readonly to: string;
}

/** What a browser without scripts does. */
class Visitor {
  constructor(
    private readonly origin: string,
    private readonly address: string,
  ) {}

  get = (path: string): Promise<Sent> => this.send(path, { method: 'GET' });

  post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Sent> =>
    this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers });

  vote = (page: string, answer = 'yes', rest: Record<string, string> = {}): Promise<Sent> =>
    this.post('/tyck-till', { page, answer, subject: '', ...rest });

  comment = (receipt: string, comment: string): Promise<Sent> => this.post('/tack', { receipt, comment, subject: '' });

  async send(path: string, init: RequestInit): Promise<Sent> {
    const headers = { 'x-forwarded-for': this.address, ...(init.headers as Record<string, string>) };
    const response = await fetch(this.origin + path, { redirect: 'manual', ...init, headers });
    const { status } = response;
    return {
      status,
      headers: response.headers,
      text: await response.text(),
      to: response.headers.get('location') ?? '',
    };
  }
}

const receiptIn = (to: string): string => new URLSearchParams(to.split('?')[1]).get('kvitto') ?? '';

describe('what visitors think of the public pages', () => {
  let api: TestApi;
  let coordinator: Person;
  let visitors = 0;
  beforeAll(async () => {
    api = await startApi({ settings: { TRUST_PROXY: '1' } });
    coordinator = await api.person('coordinator');
    // It stands still until it is moved: a slow machine is as quick as any, and nobody waits.
    api.app.get(Clock).now = () => new Date(time);
  });
  afterAll(() => api.stop());

  let time = Date.now();
  /** Time enough to have written something. */
  const aMomentPasses = (): void => void (time += 2_100);
  const somebody = (): Visitor => new Visitor(api.origin, `192.0.2.${++visitors}`);
  const pages = () => coordinator.read<FeedbackPages>('feedback/pages?limit=100');
  const comments = (shelf = 'unread') =>
    coordinator.read<FeedbackComments>(`feedback/comments?limit=100&shelf=${shelf}`);
  const votesAbout = async (path: string): Promise<number> => {
    const found = (await pages()).items.find((page) => page.path === path);
    return found ? found.yes + found.no : 0;
  };

  it('are asked below every page, answered with a vote, thanked, and read by the coordinator; no cookie on the way', async () => {
    const visitor = somebody();
    const page = await visitor.get('/en/ordlista');
    expect(page.text).toMatch(/<form method="post"[^>]* action="\/en\/tyck-till">/);
    expect(page.text).toContain('name="page" value="/en/ordlista"');
    const voted = await visitor.post('/en/tyck-till', { page: '/en/ordlista', answer: 'no', subject: '' });
    expect([voted.status, voted.to]).toEqual([303, expect.stringMatching(/^\/en\/tack\?kvitto=[\w.-]+$/)]);
    const thanks = await visitor.get(voted.to);
    expect([thanks.status, thanks.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(thanks.text).toContain('<a href="/en/ordlista">');
    expect(thanks.text).toContain('noindex');
    expect(thanks.headers.get('content-security-policy')).toContain("form-action 'self'");
    aMomentPasses();
    const comment = 'Which base year? Write to me at someone@example.org';
    const written = await visitor.post('/en/tack', { receipt: receiptIn(voted.to), comment, subject: '' });
    expect([written.status, written.to]).toEqual([303, expect.stringMatching(/^\/en\/tack\?kvitto=/)]);
    const end = await visitor.get(written.to);
    expect(end.text).toContain('an e-mail address');
    expect(end.text).not.toContain('<textarea');
    for (const { headers } of [page, voted, thanks, written, end]) expect(headers.get('set-cookie')).toBeNull();

    const [found] = (await comments()).items;
    expect(found).toMatchObject({
      path: '/ordlista',
      language: 'en',
      text: 'Which base year? Write to me at [e-postadress]',
      masked: true,
      times: 1,
      yes: 0,
      suspicion: null,
      handled: null,
    });
    const marked = await coordinator.api('PUT', `feedback/comments/${found!.id}/handled`, { body: { handled: true } });
    expect([marked.status, marked.body]).toEqual([200, { handled: true }]);
    expect((await comments('read')).items.map(({ id }) => id)).toEqual([found!.id]);
  });

  it('are asked neither where there is no page nor where they are thanked', async () => {
    for (const path of ['/finns-inte', '/tack', '/tack?kvitto=x.y', '/en/tack']) {
      expect((await somebody().get(path)).text).not.toContain('class="question"');
    }
    expect((await somebody().get('/tyck-till')).status).toBe(404);
  });

  it('count once when they press twice, as they pressed last', async () => {
    const visitor = somebody();
    const before = await votesAbout('/kakor');
    const both = await Promise.all([visitor.vote('/kakor'), visitor.vote('/kakor')]);
    await visitor.vote('/kakor', 'no');
    await visitor.vote('/en/kakor', 'no');
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await votesAbout('/kakor')).toBe(before + 1);
  });

  it('in a burst of 300 are stopped with a page in plain words, and nobody else is', async () => {
    const [flood, other] = [somebody(), somebody()];
    const before = await votesAbout('/tillganglighet');
    const burst = await Promise.all(Array.from({ length: 300 }, () => flood.vote('/tillganglighet')));
    const refused = burst.filter(({ status }) => status === 429);
    expect([burst.filter(({ status }) => status === 303).length, refused.length]).toEqual([20, 280]);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused[0]!.text).toContain('Vänta en minut');
    expect((await other.vote('/tillganglighet')).status).toBe(303);
    expect(await votesAbout('/tillganglighet')).toBe(before + 2);
  });

  it('keep their words when they have sent too much', async () => {
    const visitor = somebody();
    const receipt = receiptIn((await visitor.vote('/kakor')).to);
    await Promise.all(Array.from({ length: 25 }, () => visitor.vote('/kakor')));
    const { status, text } = await visitor.comment(receipt, 'Mina ord.');
    expect([status, text.includes('>Mina ord.</textarea>')]).toEqual([429, true]);
  });

  it('get a page with a reason when what they send cannot be taken, and nothing is stored', async () => {
    const before = await pages();
    const tries: [number, Promise<Sent>][] = [
      [413, somebody().vote('/kakor', 'yes', { subject: 'x'.repeat(1_000_000) })],
      [
        400,
        somebody().send('/tyck-till', {
          method: 'POST',
          body: '{"page":"/kakor"}',
          headers: { 'content-type': 'application/json' },
        }),
      ],
      [400, somebody().send('/tyck-till', { method: 'POST' })],
      [400, somebody().vote('/kakor', 'maybe')],
      [400, somebody().send('/tyck-till', { method: 'POST', body: new URLSearchParams('page=/a&page=/b&answer=yes') })],
      [413, somebody().send('/tyck-till', { method: 'POST', body: new URLSearchParams('a&'.repeat(50)) })],
      [404, somebody().vote('/finns-inte')],
      [404, somebody().vote('/tack')],
      [404, somebody().vote('/atom.xml')],
      [404, somebody().vote('//evil.example/kakor')],
      [404, somebody().vote('https://evil.example/kakor')],
      [404, somebody().vote('/kakor\r\nset-cookie: a=b')],
      [403, somebody().post('/tyck-till', { page: '/kakor', answer: 'yes' }, { origin: 'https://evil.example' })],
      [403, somebody().post('/tyck-till', { page: '/kakor', answer: 'yes' }, { origin: 'null' })],
      [403, somebody().post('/tyck-till', { page: '/kakor', answer: 'yes' }, { 'sec-fetch-site': 'cross-site' })],
      [410, somebody().comment('forged.receipt', 'Hej')],
      [400, somebody().post('/tack', { comment: 'Hej' })],
      [413, somebody().comment('x', 'x'.repeat(1_000_000))],
    ];
    for (const [expected, sent] of tries) {
      const { status, headers, text, to } = await sent;
      expect([status, to, headers.get('content-type')]).toEqual([expected, '', 'text/html; charset=utf-8']);
      expect(text).toMatch(/<h1>[^<]+<\/h1>/);
      expect(text).not.toContain('evil');
      expect(headers.get('set-cookie')).toBeNull();
    }
    expect(await pages()).toEqual(before);
  });

  it('are let through by a browser that says that it is ours', async () => {
    const vouched = { origin: api.origin, 'sec-fetch-site': 'same-origin' };
    expect((await somebody().post('/tyck-till', { page: '/kakor', answer: 'yes' }, vouched)).status).toBe(303);
  });

  it('who are machines, or write addresses, are put aside', async () => {
    const counted = await votesAbout('/kakor');
    const [trapped, quick, linking] = [somebody(), somebody(), somebody()];
    const [first, second, third] = await Promise.all([
      trapped.vote('/kakor', 'yes', { subject: 'Cheap' }),
      quick.vote('/kakor'),
      linking.vote('/kakor'),
    ]);
    await quick.comment(receiptIn(second.to), 'Skrivet på nolltid.');
    aMomentPasses();
    await trapped.comment(receiptIn(first.to), 'Ur en fälla.');
    await linking.comment(receiptIn(third.to), 'Länken www.exempel.test fungerar inte.');
    const { items } = await comments('suspicious');
    const found = items.map(({ text, suspicion }) => `${suspicion}: ${text}`).sort();
    expect(found).toEqual([
      'link: Länken www.exempel.test fungerar inte.',
      'quick: Skrivet på nolltid.',
      'trap: Ur en fälla.',
    ]);
    expect(await votesAbout('/kakor')).toBe(counted + 1);
  });

  it.each(PAYLOADS)('may write %s, which stays words and never comes out on the site', async (payload) => {
    const visitor = somebody();
    const receipt = receiptIn((await visitor.vote('/ordlista')).to);
    const tooLong = await visitor.comment(receipt, payload + 'x'.repeat(1000));
    expect(tooLong.status).toBe(422);
    expect(tooLong.text).not.toMatch(/<script|<svg|<img/);
    expect(tooLong.text.match(/<\/textarea>/g)).toHaveLength(1);
    aMomentPasses();
    const written = await visitor.comment(receipt, payload);
    const everywhere = await Promise.all(
      [written.to, '/ordlista', '/', '/sitemap.xml', '/tack'].map((path) => visitor.get(path)),
    );
    for (const { text } of everywhere) expect(text).not.toContain('alert(1)');
    const found = await Promise.all(['unread', 'suspicious'].map(comments));
    expect(found.flatMap(({ items }) => items.map(({ text }) => text))).toContain(payload);
  });

  it('cannot write twice to one vote, but sending the same twice is one', async () => {
    const visitor = somebody();
    const receipt = receiptIn((await visitor.vote('/ordlista', 'no')).to);
    aMomentPasses();
    const same = await Promise.all([visitor.comment(receipt, 'En gång.'), visitor.comment(receipt, 'En gång.')]);
    expect(same.map(({ status }) => status)).toEqual([303, 303]);
    const other = await visitor.comment(receipt, 'En gång till.');
    expect([other.status, other.text.includes('>En gång till.</textarea>')]).toEqual([409, true]);
    const { items } = await comments();
    expect(items.filter(({ text }) => text.startsWith('En gång')).map(({ times }) => times)).toEqual([1]);
    expect((await visitor.comment(receipt, '  ')).to).toMatch(/^\/tack\?kvitto=/);
  });
});

describe('when the database is away', () => {
  let database: TestDatabase;
  let doorway: Doorway;
  let api: ApiProcess;
  beforeAll(async () => {
    database = await createSeededDatabase();
    doorway = await Doorway.to(database.appUrl);
    api = await startProcess({ ...database, appUrl: doorway.through(database.appUrl) });
  });
  afterAll(async () => {
    await api.stop();
    await doorway.close();
    await database.drop();
  });

  it('visitors are told so politely, and what they wrote can be sent when it is back', async () => {
    const visitor = new Visitor(api.origin, '');
    await visitor.get('/kakor');
    const receipt = receiptIn((await visitor.vote('/kakor')).to);
    doorway.shut();
    const response = await visitor.vote('/en/ordlista');
    expect([response.status, response.text.includes('<a href="/en/ordlista">')]).toEqual([503, true]);
    const comment = await visitor.comment(receipt, 'Skrivet medan <databasen> var borta.');
    expect(comment.status).toBe(503);
    expect(Number(comment.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(comment.text).toContain('>Skrivet medan &lt;databasen&gt; var borta.</textarea>');
    expect(comment.text).toContain(`name="receipt" value="${receipt}"`);
    expect(comment.text).not.toMatch(/ECONN|postgres|127\.0\.0\.1/i);
    doorway.open();
    // Each attempt counts, and only so many in a minute are let through.
    const every = 4_000;
    const again = async () => (await visitor.comment(receipt, 'Skrivet medan databasen var borta.')).status;
    await until('what was written is taken in', async () => (await again()) === 303, every);
  });
});
