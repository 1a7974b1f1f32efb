import { createHash, randomUUID } from 'node:crypto';
import type { Publication, PublicationPreview, PublicationReceipt, PublishedReport } from '@malspar/publication-model';
import type { Report, ReportSummary } from '@malspar/reporting-model';
import { startApi, type TestApi } from './harness/api.js';
import { Cast, type Page } from './harness/cast.js';
import type { Problem } from './harness/working.js';

const PERIOD = '2025-Q3';

describe('publishing', () => {
  let api: TestApi;
  let cast: Cast;
  let receipt: PublicationReceipt;
  const key = randomUUID();
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
  }, 60_000);
  afterAll(() => api.stop());

  const publish = <T>(body: object, idempotencyKey: string = key) =>
    cast.coordinator.api<T>('POST', `publications/${PERIOD}/versions`, {
      body,
      headers: { 'idempotency-key': idempotencyKey },
    });

  it('shows what would be published, and what the draft would change', async () => {
    const preview = await cast.coordinator.read<PublicationPreview>(`publications/${PERIOD}/preview`);
    expect(preview).toMatchObject({ nextVersion: 1, blocks: [], difference: null });
    const draft = { foreword: 'Ett gott kvartal.' };
    const { body } = await cast.coordinator.api<PublishedReport>('POST', `publications/${PERIOD}/preview/report`, {
      body: draft,
    });
    expect(body).toMatchObject({ foreword: draft.foreword, period: PERIOD, illustrative: true });
    const forged = await cast.coordinator.api('POST', `publications/${PERIOD}/preview`, {
      body: { ...draft, sha256: 'x' },
    });
    expect(forged.status).toBe(400);
  });

  it('publishes when the period is typed, and gives a retry the same receipt', async () => {
    expect((await publish<Problem>({ version: 1, confirmation: '2025' }, randomUUID())).status).toBe(422);
    const { contentHash } = await cast.coordinator.read<PublicationPreview>(`publications/${PERIOD}/preview`);
    const body = { version: 1, confirmation: PERIOD, contentHash };
    const first = await publish<PublicationReceipt>(body);
    expect(first.status).toBe(201);
    receipt = first.body;
    expect((await publish<PublicationReceipt>(body)).body).toEqual(receipt);
    const late = await publish<Problem>(body, randomUUID());
    expect([late.status, late.body.type]).toEqual([409, expect.stringMatching(/preview-outdated$/)]);
  });

  it('gives everyone signed in the versions, and files with the bytes that their hashes name', async () => {
    const viewer = await api.person('viewer');
    const [publication] = await viewer.read<Publication[]>('publications');
    expect(publication).toMatchObject({ period: PERIOD, versions: [{ version: 1, sha256: receipt.sha256 }] });
    expect(await viewer.read<PublishedReport>(`publications/${PERIOD}/versions/1`)).toMatchObject({ version: 1 });
    for (const { name, sha256, format } of receipt.files) {
      if (format !== 'json' && format !== 'csv') continue;
      const file = await viewer.api<unknown>('GET', `publications/${PERIOD}/versions/1/files/${name}`);
      expect([file.status, file.headers.get('etag')]).toEqual([200, `"${sha256}"`]);
      expect(file.headers.get('content-disposition')).toContain(name);
      if (typeof file.body === 'string') {
        expect(createHash('sha256').update(file.body).digest('hex')).toBe(sha256);
      }
    }
  });

  it('reopens a published report for correction, with a reason and once', async () => {
    const { items } = await cast.coordinator.read<Page<ReportSummary>>(`reports?period=${PERIOD}&state=published`);
    const [item] = items;
    const correct = (body: object) =>
      cast.coordinator.api('POST', `publications/${PERIOD}/corrections`, {
        body,
        headers: { 'idempotency-key': randomUUID() },
      });
    expect((await correct({ reportId: item?.id })).status).toBe(400);
    expect((await correct({ reportId: item?.id, reason: 'Ett tal var fel.' })).status).toBe(201);
    expect((await correct({ reportId: item?.id, reason: 'Ett tal var fel.' })).status).toBe(409);
    expect(await cast.coordinator.read<Report>(`reports/${item?.id ?? ''}`)).toMatchObject({ state: 'draft' });
    const { blocks } = await cast.coordinator.read<PublicationPreview>(`publications/${PERIOD}/preview`);
    expect(blocks.map((block) => block.code)).toEqual(['not_approved', 'correction_reason_missing']);
  });
});
