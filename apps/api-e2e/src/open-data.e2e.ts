import { randomUUID } from 'node:crypto';
import { readPdf, readXlsx, wordsIn } from '@malspar/print-api/testing';
import type { PublicationReceipt } from '@malspar/publication-model';
import type { Report, ReportSummary } from '@malspar/reporting-model';
import { startApi, type TestApi } from './harness/api.js';
import { Cast, type Page } from './harness/cast.js';
import { bytesOf, publish } from './harness/publishing.js';
import { dataOf } from './harness/whole-database.js';
import { demand, sound, writeEntry, writeVerdict } from './harness/working.js';

const PERIOD = '2025-Q3';
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** Words that stand in drafts alone. */
const DRAFTED = ['Bomullsgräs', 'Tranbärsris', 'Sileshår'] as const;

describe('the open data of a working plan', () => {
  let api: TestApi;
  let cast: Cast;
  let receipt: PublicationReceipt;
  const responses = new Map<string, string>();
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    receipt = await publish(cast.coordinator, PERIOD);
    await writeDrafts();
    await walk();
  });
  afterAll(async () => {
    await api.stop();
  });

  /** A draft of the open period, and one of a published report that is being corrected. */
  async function writeDrafts(): Promise<void> {
    const open = await cast.report('draft');
    const owner = await cast.owner(open);
    const { entries, verdictVersion } = await owner.read<Report>(`reports/${open.id}`);
    const [entry] = entries;
    demand(await writeEntry(owner, open.id, entry!, sound(entry!, DRAFTED[0])));
    demand(await writeVerdict(owner, { id: open.id, verdictVersion }, DRAFTED[1]));
    const { items } = await cast.coordinator.read<Page<ReportSummary>>(`reports?period=${PERIOD}&state=published`);
    const [published] = items;
    const body = { reportId: published!.id, reason: 'Ett tal var fel.' };
    const headers = { 'idempotency-key': randomUUID() };
    demand(await cast.coordinator.api('POST', `publications/${PERIOD}/corrections`, { body, headers }));
    const corrector = await cast.owner(published!);
    const [reopened] = (await corrector.read<Report>(`reports/${published!.id}`)).entries;
    demand(await writeEntry(corrector, published!.id, reopened!, { ...reopened!.content, comment: DRAFTED[2] }));
  }

  /** Everything that links lead to, from the first address on: answers and files, as text. */
  async function walk(): Promise<void> {
    const waiting = ['/public/v1', '/oppna-data', '/en/oppna-data'];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (responses.has(next)) continue;
      const bytes = await bytesOf(api.origin, next);
      const text = await textOf(next, bytes);
      responses.set(next, text);
      const links = [...text.matchAll(/"(?:https?:\/\/[^"/]+)?(\/(?:public|rapporter)\/[^"]+)"/g)];
      const within = links.flatMap(([whole, path = '']) =>
        whole.includes('://') && !whole.includes(api.origin) ? [] : [path],
      );
      if (next.startsWith('/public') && !next.endsWith('openapi.json') && !/\/(report|\w+\.csv)$/.test(next)) {
        waiting.push(...within);
      }
    }
  }

  async function textOf(path: string, bytes: Uint8Array): Promise<string> {
    if (path.endsWith('.xlsx')) return JSON.stringify([...readXlsx(bytes)]);
    if (path.endsWith('.pdf')) return wordsIn((await readPdf(bytes)).root);
    return new TextDecoder('latin1').decode(bytes) + new TextDecoder().decode(bytes);
  }

  const holding = (word: string): string[] =>
    [...responses].flatMap(([path, text]) => (text.includes(word) ? [path] : []));

  it('is all of it: areas, targets, indicators, the version and its files', () => {
    const paths = [...responses.keys()];
    const count = (pattern: RegExp): number => paths.filter((path) => pattern.test(path)).length;
    const { focusAreas } = cast.plan;
    const targets = focusAreas.flatMap((area) => area.targets).length;
    expect(count(/^\/public\/v1\/areas\/[^/?]+$/)).toBe(focusAreas.length);
    expect(count(/^\/public\/v1\/targets\/[^/?]+$/)).toBe(targets);
    expect(count(/^\/public\/v1\/indicators\/[^/]+\/series\.csv$/)).toBe(targets);
    expect(count(/\/versions\/1\/targets\/[^/]+\.csv$/)).toBe(targets);
    expect(count(/^\/rapporter\/2025-Q3\/v1\/filer\//)).toBe(receipt.files.length);
    expect(count(/openapi\.json$|api-info$|\/report$/)).toBe(3);
  });

  it('holds no identifier from the database', async () => {
    const known = new Set<string>();
    for (const rows of (await dataOf(api.ownerUrl)).values()) {
      for (const row of rows) for (const [id] of row.matchAll(UUID)) known.add(id.toLowerCase());
    }
    expect(known.size).toBeGreaterThan(500);
    const leaked = [...responses].flatMap(([path, text]) =>
      [...text.matchAll(UUID)].flatMap(([id]) => (known.has(id.toLowerCase()) ? [`${path} ${id}`] : [])),
    );
    expect(leaked).toEqual([]);
  });

  it('names nobody', async () => {
    const { items } = await cast.coordinator.read<Page<{ name: string; email: string | null }>>('people?limit=100');
    expect(items.length).toBeGreaterThan(10);
    for (const { name, email } of items) {
      expect([name, holding(name)]).toEqual([name, []]);
      if (email) expect([email, holding(email)]).toEqual([email, []]);
    }
  });

  it('knows nothing of drafts, neither of a new report nor of a correction', async () => {
    const rows = [...(await dataOf(api.ownerUrl)).values()].flat();
    for (const word of DRAFTED) {
      expect(rows.some((row) => row.includes(word))).toBe(true);
      expect([word, holding(word)]).toEqual([word, []]);
    }
    expect(holding(cast.openPeriod.code).filter((path) => /plan|areas|targets|indicators/.test(path))).toEqual([]);
  });

  it('answers a coordinator who is signed in as it answers anybody, and sets no cookie', async () => {
    for (const path of ['/public/v1/plan', '/public/v1/targets/r1', '/public/v1/publications']) {
      const [signedIn, anybody] = [
        await cast.coordinator.request('GET', path),
        await api.anybody().request('GET', path),
      ];
      expect(signedIn.body).toEqual(anybody.body);
      expect(signedIn.headers.get('etag')).toBe(anybody.headers.get('etag'));
      expect(signedIn.headers.get('set-cookie')).toBeNull();
    }
  });

  it('cannot be written to, whoever tries', async () => {
    const { status, headers, body } = await cast.coordinator.request('PUT', '/public/v1/plan', {
      body: { title: 'x' },
    });
    expect([status, headers.get('allow'), body]).toEqual([
      405,
      'GET, HEAD, OPTIONS',
      expect.objectContaining({ type: '/problems/method-not-allowed' }),
    ]);
  });
});
