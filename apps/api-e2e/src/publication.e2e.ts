import { createHash, randomUUID } from 'node:crypto';
import type { PublishedReport } from '@malspar/environmental-report-model';
import type {
  Publication,
  PublicationPreview,
  PublicationPreviewReceipt,
  PublicationReceipt,
} from '@malspar/publication-model';
import type { Report, ReportSummary } from '@malspar/reporting-model';
import { startApi, type TestApi } from './harness/api.js';
import { Cast, type Page } from './harness/cast.js';
import type { Problem } from './harness/working.js';

const PERIOD = '2025-Q3';

describe('publishing', () => {
  let api: TestApi;
  let cast: Cast;
  let receipt: PublicationReceipt;
  let previewed: string;
  const key = randomUUID();
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    // Somebody has been here before: what they were given must not be what the next one gets.
    await fetch(api.origin);
  });
  afterAll(() => api.stop());

  const publish = <T>(body: object, idempotencyKey: string = key) =>
    cast.coordinator.api<T>('POST', `publications/${PERIOD}/versions`, {
      body,
      headers: { 'idempotency-key': idempotencyKey },
    });

  it('shows what would be published, and what the draft would change', async () => {
    const preview = await cast.coordinator.read<PublicationPreview>(`publications/${PERIOD}/preview`);
    expect(preview).toMatchObject({ nextVersion: 1, blockers: [], difference: null });
    expect(preview.order).toEqual(cast.plan.focusAreas.map((area) => area.slug));
    const draft = { foreword: 'Ett gott kvartal 😀.' };
    const { body } = await cast.coordinator.api<PublicationPreview>('POST', `publications/${PERIOD}/preview`, {
      body: draft,
    });
    expect(body.contentHash).not.toBe(preview.contentHash);
    expect(body.differs).toContainEqual({
      code: 'character_replaced',
      areaSlug: null,
      period: null,
      params: { character: '😀' },
      text: {
        sv: 'Tecknet 😀 i förordet eller rubriken finns inte i PDF-filens teckensnitt och blir □ där.',
        en: 'The character 😀 in the foreword or title is not in the typeface of the PDF and becomes □ there.',
      },
    });
    const forged = await cast.coordinator.api('POST', `publications/${PERIOD}/preview`, {
      body: { ...draft, sha256: 'x' },
    });
    expect(forged.status).toBe(400);
  });

  it('makes page and files beforehand for the eyes of who asked, byte for byte as they are then published', async () => {
    const made = await cast.coordinator.api<PublicationPreviewReceipt>('POST', `publications/${PERIOD}/previews`, {
      body: {},
    });
    expect(made.status).toBe(201);
    const { id, files } = made.body;
    const page = await cast.coordinator.api<string>('GET', `previews/${id}/pages/sv`);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect([page.headers.get('x-robots-tag'), page.headers.get('cache-control')]).toEqual(['noindex', 'no-store']);
    previewed = page.body;
    const json = files.find(({ format }) => format === 'json');
    const file = await cast.coordinator.api('GET', `previews/${id}/files/${json?.name ?? ''}`);
    expect(file.body).toMatchObject({ period: PERIOD, version: 1 });
    expect(files.map(({ format }) => format)).toContain('pdf');

    const other = await api.person('coordinator-deputy');
    for (const person of [other, await api.person('viewer'), api.anybody()]) {
      expect([401, 403, 404]).toContain((await person.api('GET', `previews/${id}/pages/sv`)).status);
    }
    const published = await cast.coordinator.read<Publication[]>('publications');
    expect(published).toEqual([]);
  });

  it('forgets an earlier preview when a new one is made', async () => {
    const make = () =>
      cast.coordinator.api<PublicationPreviewReceipt>('POST', `publications/${PERIOD}/previews`, { body: {} });
    const [first, second] = [(await make()).body, (await make()).body];
    expect((await cast.coordinator.api('GET', `previews/${first.id}/pages/en`)).status).toBe(404);
    expect((await cast.coordinator.api('GET', `previews/${second.id}/pages/en`)).status).toBe(200);
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

  it('is seen by the public at once', async () => {
    for (const path of ['/rapporter', '/atom.xml', '/']) {
      expect(await (await fetch(api.origin + path)).text()).toContain(`/rapporter/${PERIOD}`);
    }
  });

  it('shows the public the page that was previewed, down to the moment and what follows from it', async () => {
    const response = await fetch(`${api.origin}/rapporter/${PERIOD}/v1`);
    const page = await response.text();
    // The sums, the sizes of the files that hold them, and the head of the log are the moment's own.
    const momentless = (html: string) => html.replace(/[0-9a-f]{64}/g, '…').replace(/\d+\u00a0[kM]B/g, '… kB');
    expect(momentless(page)).toBe(momentless(previewed));
    expect(page).not.toBe(previewed);
  });

  it('reopens a published report for correction, with a reason and once', async () => {
    const { items } = await cast.coordinator.read<Page<ReportSummary>>(`reports?period=${PERIOD}&state=published`);
    const [item] = items;
    const viewer = await api.person('viewer');
    const reads = [
      'results',
      `reports/${item?.id ?? ''}/revisions/1`,
      `focus-areas/${item?.focusArea.slug ?? ''}/results`,
    ];
    const readAll = () => Promise.all(reads.map((path) => viewer.read(path)));
    const [published, whole] = [await readAll(), await viewer.read<Report>(`reports/${item?.id ?? ''}`)];
    const correct = (body: object) =>
      cast.coordinator.api('POST', `publications/${PERIOD}/corrections`, {
        body,
        headers: { 'idempotency-key': randomUUID() },
      });
    expect((await correct({ reportId: item?.id })).status).toBe(400);
    expect((await correct({ reportId: item?.id, reason: 'Ett tal var fel.' })).status).toBe(201);
    expect((await correct({ reportId: item?.id, reason: 'Ett tal var fel.' })).status).toBe(409);
    expect(await cast.coordinator.read<Report>(`reports/${item?.id ?? ''}`)).toMatchObject({ state: 'draft' });
    expect(await readAll()).toEqual(published);
    const { state, revision, verdictContent } = whole;
    expect(await viewer.read(`reports/${item?.id ?? ''}`)).toMatchObject({ state, revision, verdictContent });
    const { blockers } = await cast.coordinator.read<PublicationPreview>(`publications/${PERIOD}/preview`);
    expect(blockers.map((block) => block.code)).toEqual(['not_approved', 'correction_reason_missing']);
  });
});
