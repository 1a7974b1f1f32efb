import { randomUUID } from 'node:crypto';
import type { Publication, PublicationPreview, PublicationReceipt } from '@malspar/publication-model';
import type { ReportSummary } from '@malspar/reporting-model';
import fc from 'fast-check';
import pg from 'pg';
import { startApi, type TestApi } from './harness/api.js';
import { Cast, type Page } from './harness/cast.js';
import type { Person } from './harness/person.js';
import { brokenLinks, halfPublications, tracesOf } from './harness/publication-traces.js';
import { hashesOf } from './harness/whole-database.js';
import type { Problem } from './harness/working.js';

describe('publishing under pressure', () => {
  let api: TestApi;
  let cast: Cast;
  let beside: pg.Client;
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    beside = new pg.Client({ connectionString: api.superuserUrl });
    await beside.connect();
  });
  afterAll(async () => {
    await beside.end();
    await api.stop();
  });

  const publish = <T>(who: Person, period: string, body: unknown, key: string = randomUUID()) =>
    who.api<T>('POST', `publications/${period}/versions`, { body, headers: { 'idempotency-key': key } });

  it('by two coordinators at once, ten requests with ten keys, gives one version; the others are told', async () => {
    const period = '2025-Q1';
    const people = [cast.coordinator, await api.person('coordinator-deputy')];
    const { contentHash } = await cast.coordinator.read<PublicationPreview>(`publications/${period}/preview`);
    const keys = Array.from({ length: 10 }, () => randomUUID());
    const responses = await Promise.all(
      keys.map((key, n) =>
        publish<PublicationReceipt & Problem>(
          people[n % 2]!,
          period,
          { version: 1, confirmation: period, contentHash },
          key,
        ),
      ),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    const late = responses.filter(({ status }) => status === 409);
    expect(new Set(late.map(({ body }) => body.type))).toEqual(new Set(['/problems/preview-outdated']));
    // Who comes late learns which version is next, and can look at it.
    expect(late[0]?.body).toMatchObject({ current: { nextVersion: 2 } });

    const winner = responses.findIndex(({ status }) => status === 201);
    const { receipt, reports, ...traces } = await tracesOf(beside, period, keys[winner]!);
    expect(receipt).toEqual(responses[winner]?.body);
    expect(traces).toEqual({
      versions: 1,
      wrongHashes: 0,
      files: receipt!.files.length,
      filesInLog: receipt!.files.length,
      publishedReports: reports,
      publishSteps: reports,
      events: 1,
      reportEvents: reports,
    });
    // A key that did not win is free, and tried again it is told the same.
    for (const key of keys.filter((_, n) => n !== winner).slice(0, 2)) {
      expect((await tracesOf(beside, period, key)).receipt).toBeNull();
      expect((await publish(people[0]!, period, { version: 1, confirmation: period }, key)).status).toBe(409);
    }
    expect(await brokenLinks(beside)).toBe(0);
  });

  it('of two periods at once gives both, one after the other', async () => {
    const periods = ['2024-Q4', '2025-Q2'];
    const responses = await Promise.all(
      periods.map((period) => publish(cast.coordinator, period, { version: 1, confirmation: period })),
    );
    expect(responses.map(({ status }) => status)).toEqual([201, 201]);
    const publications = await cast.coordinator.read<Publication[]>('publications');
    expect(publications.map(({ period }) => period)).toEqual(expect.arrayContaining(periods));
    expect(await brokenLinks(beside)).toBe(0);
  });

  it('with halves of characters in what is only compared is refused as any other mistake', async () => {
    const half = '\ud800';
    const gap = { areaSlug: half, period: '2025-Q3', reason: 'x' };
    for (const wrong of [{ order: [half] }, { gaps: [gap] }, { confirmation: half }]) {
      const response = await publish<Problem>(cast.coordinator, '2025-Q3', {
        version: 7,
        confirmation: '2025-Q3',
        ...wrong,
      });
      expect([wrong, response.status]).toEqual([wrong, 'confirmation' in wrong ? 422 : 409]);
    }
  });

  it('with made-up bodies, keys and periods never breaks, and publishes nothing or a whole version', async () => {
    const published = '2025-Q1';
    const { items } = await cast.coordinator.read<Page<ReportSummary>>(`reports?period=${published}&state=published`);
    const reportId = items[0]!.id;
    const { contentHash } = await cast.coordinator.read<PublicationPreview>('publications/2023-Q4/preview');
    const before = await hashesOf(beside, ['session']);

    const period = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '2023-Q4',
          '2025-Q1',
          '2025-Q4',
          '2025',
          '2024',
          '2030',
          '9999-Q4',
          '0000',
          '2025-T1',
        ),
      },
      fc.constantFrom('2025-Q5', '%00', '..', '2025-q1', '%F0%9F%92%A3', "2025'--", '2025%2FQ1', '__proto__'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => encodeURIComponent(text)),
    );
    const word = fc.oneof(
      fc.constantFrom('2023-Q4', '2025-Q1', '2025', 'lakemedel', reportId, contentHash ?? '', 'f'.repeat(64), '', ' '),
      fc.constantFrom('\u0000', '\ud800', '<script>', '=1+1', 'å'.repeat(6001), '__proto__', randomUUID()),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    const leaf = fc.oneof(word, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
    const name = fc.constantFrom(
      ...['confirmation', 'version', 'contentHash', 'title', 'foreword', 'order', 'gaps', 'correctionReason'],
      ...['areaSlug', 'period', 'reason', 'reportId', '__proto__', 'constructor', 'sha256'],
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
      object: fc.dictionary(name, tie('value'), { maxKeys: 6, noNullPrototype: true }),
    }));
    // Near enough to right that much of it gets past the schema and meets what is behind.
    const draft = {
      title: fc.oneof(word, fc.constant(null)),
      foreword: word,
      order: fc.array(word, { maxLength: 3 }),
      gaps: fc.array(fc.record({ areaSlug: word, period: fc.constantFrom('2025-Q4', '2023-Q4', 'x'), reason: word }), {
        maxLength: 3,
      }),
      correctionReason: fc.oneof(word, fc.constant(null)),
    };
    const request = {
      ...draft,
      confirmation: fc.constantFrom('2025-Q1', '2023-Q4', '2024', ' 2025-Q1 ', 'x', '\ud800'),
      version: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(1, 2, 3) }, fc.constantFrom(1e308, -1, 0.5, '1')),
      contentHash: fc.constantFrom(contentHash ?? '', 'f'.repeat(64), 'F'.repeat(64), 'x'),
    };
    const correction = { reportId: fc.oneof(fc.constant(reportId), fc.uuid(), word), reason: word };
    const acts = [
      ...(['preview', 'previews'] as const).map((act) => ({ act, body: fc.record(draft, { requiredKeys: [] }) })),
      { act: 'versions', body: fc.record(request, { requiredKeys: ['confirmation', 'version'] }) },
      { act: 'corrections', body: fc.record(correction) },
    ] as const;
    const call = fc.oneof(
      ...acts.map(({ act, body }) =>
        fc.tuple(fc.constant(act), fc.oneof({ weight: 2, arbitrary: body as fc.Arbitrary<unknown> }, value)),
      ),
    );
    const key = fc.oneof(
      { weight: 4, arbitrary: fc.uuid() },
      fc.constantFrom('', 'short', 'x'.repeat(101), 'with space', 'å'.repeat(20), '0'.repeat(36)),
    );
    const seen = new Set<string>();
    let written = 0;
    await fc.assert(
      fc.asyncProperty(call, period, key, async ([act, body], where, idempotencyKey) => {
        const response = await cast.coordinator.api<Problem>('POST', `publications/${where}/${act}`, {
          body: JSON.stringify(body) ?? 'null',
          headers: { 'idempotency-key': encodeURIComponent(idempotencyKey) },
        });
        seen.add(`${act} ${response.status}`);
        if (response.status === 201) written++;
        expect([act, where, response.status, response.status < 500]).toEqual([act, where, response.status, true]);
        if (response.status >= 400) expect(response.body).toMatchObject({ status: response.status });
      }),
      { numRuns: 500, endOnFailure: true, includeErrorInReport: true },
    );
    expect(await halfPublications(beside)).toEqual([]);
    expect(await brokenLinks(beside)).toBe(0);
    if (written === 0) expect(await hashesOf(beside, ['session'])).toEqual(before);
    // It was stopped at the first door, and got through it.
    const met = (act: string, ...statuses: number[]) => statuses.some((status) => seen.has(`${act} ${status}`));
    expect({
      preview: met('preview', 200) && met('preview', 400),
      previews: met('previews', 201, 422) && met('previews', 400),
      versions: met('versions', 201, 409, 422) && met('versions', 400),
      corrections: met('corrections', 201, 404) && met('corrections', 400),
    }).toEqual({ preview: true, previews: true, versions: true, corrections: true });
  });
});
