import { randomUUID } from 'node:crypto';
import { readPdf, wordsIn } from '@malspar/print-api/testing';
import type { PublicationReceipt } from '@malspar/publication-model';
import { type FiredCheck, type Report, type ReportSummary, SoftCheckCode } from '@malspar/reporting-model';
import { unzipSync } from 'fflate';
import { startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import type { Person } from './harness/person.js';
import { bytesOf, publish } from './harness/publishing.js';
import { demand, sound, take, writeEntry, writeVerdict, writeYear } from './harness/working.js';

/** A word that is in no plan and no catalogue: letters alone, so that it is whole in every format. */
const canary = (name: string): string => `kanarie${name.toLowerCase().replace(/[^a-z]/g, '')}x`;

/** Every text that those who work on a report write to each other. */
const PRIVATE = [
  ...SoftCheckCode.options.map((code) => `explanation ${code}`),
  'return reason',
  'comment',
  'suggestion',
  'reply',
  'withdraw reason',
  'reopen reason',
];
/** Texts that are written to be read by anybody: if these were not found, nothing would be. */
const PUBLIC = ['entry', 'measure', 'responsible', 'no value', 'verdict', 'foreword', 'gap', 'correction'];

describe('what is written for the reviewer alone', () => {
  let api: TestApi;
  let cast: Cast;
  let owner: Person;
  let manager: Person;
  let summary: ReportSummary;
  let seen: Map<string, string>;

  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    summary = await cast.report('draft');
    [owner, manager] = [await cast.owner(summary), await cast.manager(summary)];
    await throughReview();
    const first = await publishWithGaps({});
    const { coordinator } = cast;
    const reason = canary('correction');
    demand(
      await coordinator.api('POST', `publications/${summary.period}/corrections`, {
        body: { reportId: summary.id, reason },
        headers: { 'idempotency-key': randomUUID() },
      }),
    );
    // A correction that changes nothing is refused.
    await write('En gång till.');
    await approve();
    const second = await publishWithGaps({ correctionReason: reason });
    seen = await everythingPublished(api, [first, second]);
  });
  afterAll(() => api.stop());

  const hash = async () => (await owner.read<Report>(`reports/${summary.id}`)).revision!.sha256;

  async function write(more = ''): Promise<void> {
    const report = await owner.read<Report>(`reports/${summary.id}`);
    for (const [place, entry] of report.entries.entries()) {
      const content = {
        ...sound(entry, `${canary('entry')} ${entry.targetCode}`),
        assessment: place === 0 ? ('uncertain' as const) : sound(entry).assessment,
        measure:
          place === 0 ? { text: canary('measure'), responsible: canary('responsible'), dueOn: '2030-01-31' } : null,
        ...(place === 1 ? { values: [], noValueReason: canary('no value') } : {}),
        explanations: Object.fromEntries(
          SoftCheckCode.options.map((code: FiredCheck['code']) => [code, canary(`explanation ${code}`)]),
        ),
      };
      demand(await writeEntry(owner, report.id, entry, content));
    }
    demand(await writeVerdict(owner, report, `${canary('verdict')} ${more}`.trim()));
    if (report.year) demand(await writeYear(owner, report, 'Hela året går det bra.'));
  }

  async function throughReview(): Promise<void> {
    const { id } = summary;
    const targetCode = (await owner.read<Report>(`reports/${id}`)).entries[0]!.targetCode;
    await write();
    demand(await take(owner, id, { transition: 'submit' }));
    const comments = [
      { targetCode, field: '/comment', text: canary('comment'), suggestion: canary('suggestion') },
      { targetCode: null, field: '/explanation', text: canary('comment'), suggestion: null },
    ];
    demand(await take(manager, id, { transition: 'return', reason: canary('return reason'), comments }));
    for (const comment of (await owner.read<Report>(`reports/${id}`)).comments) {
      const body = { reply: canary('reply') };
      demand(await owner.api('POST', `reports/${id}/comments/${comment.id}/reply`, { body }));
    }
    demand(await take(owner, id, { transition: 'submit' }));
    demand(await take(owner, id, { transition: 'withdraw', reason: canary('withdraw reason') }));
    await approve();
    demand(await take(cast.coordinator, id, { transition: 'reopen', reason: canary('reopen reason') }));
    await approve();
  }

  async function approve(): Promise<void> {
    demand(await take(owner, summary.id, { transition: 'submit' }));
    demand(await take(manager, summary.id, { transition: 'endorse', revisionHash: await hash() }));
    demand(await take(cast.coordinator, summary.id, { transition: 'approve', revisionHash: await hash() }));
  }

  async function publishWithGaps(change: object): Promise<PublicationReceipt> {
    const { period } = summary;
    const { items } = await cast.coordinator.read<{ items: ReportSummary[] }>(`reports?period=${period}&limit=100`);
    const gaps = items
      .filter(({ state }) => state !== 'approved' && state !== 'published')
      .map(({ focusArea }) => ({ areaSlug: focusArea.slug, period, reason: canary('gap') }));
    return publish(cast.coordinator, period, { ...change, foreword: canary('foreword'), gaps });
  }

  it.each(PUBLIC)('is looked for where what is public is found: %s', (name) => {
    expect([...seen.values()].some((text) => text.includes(canary(name)))).toBe(true);
  });

  it('is looked for in the difference between the versions, the files and the embedded pages too', () => {
    const kinds = [
      /\/v2\/andringar$/,
      /\.pdf$/,
      /\.xlsx$/,
      /\.csv$/,
      /\.json$/,
      /\.zip$/,
      /^\/badda-in\/mal\//,
      /^\/public\/v1\//,
    ];
    for (const kind of kinds)
      expect([kind, [...seen.keys()].some((address) => kind.test(address))]).toEqual([kind, true]);
  });

  it.each(PRIVATE)('is in no page, file, feed or response: %s', (name) => {
    const found = [...seen].filter(([, text]) => text.includes(canary(name))).map(([address]) => address);
    expect(found).toEqual([]);
  });

  it('is not found by the search', async () => {
    for (const [name, hits] of [['entry', true] as const, ...PRIVATE.map((each) => [each, false] as const)]) {
      const page = await textOf(api, `/sok?q=${canary(name)}`);
      expect([name, /class="hit/.test(page) || page.includes('/rapporter/2')]).toEqual([name, hits]);
    }
  });
});

const textOf = async (api: TestApi, address: string): Promise<string> =>
  new TextDecoder().decode(await bytesOf(api.origin, address));

/** Everything that anybody can fetch, by address: each page and response that another leads to, and the files' own texts. */
async function everythingPublished(
  api: TestApi,
  receipts: readonly PublicationReceipt[],
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = ['/', '/en', '/sitemap.xml', '/public/v1', '/public/v1/openapi.json'];
  for (const { period, version, files } of receipts) {
    waiting.push(`/rapporter/${period}/v${version}`);
    for (const { name } of files) waiting.push(`/rapporter/${period}/v${version}/filer/${name}`);
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    const response = await fetch(new URL(next, api.origin));
    if (response.status !== 200) throw new Error(`${next}: ${response.status}`);
    const text = await textIn(next, new Uint8Array(await response.arrayBuffer()));
    seen.set(next, text);
    // The description of the API has examples of addresses.
    if (next.endsWith('/openapi.json')) continue;
    for (const [, address = ''] of text.matchAll(/(?:href="|"href":"|<loc>|href=')([^"'<#]+)/g)) {
      const { origin, pathname, search } = new URL(address.replaceAll('&amp;', '&'), new URL(next, api.origin));
      const elsewhere = origin !== new URL(api.origin).origin || /^\/(app|auth)(\/|$)/.test(pathname);
      if (!elsewhere && !/\.(css|js|woff2|svg)$/.test(pathname)) waiting.push(pathname + search);
    }
  }
  return seen;
}

async function textIn(address: string, bytes: Uint8Array): Promise<string> {
  if (address.endsWith('.pdf')) return wordsIn((await readPdf(bytes)).root).replace(/\s+/g, '');
  if (!/\.(xlsx|zip)$/.test(address)) return new TextDecoder().decode(bytes);
  const inside = Object.entries(unzipSync(bytes));
  const texts = await Promise.all(inside.map(([name, content]) => textIn(name, content)));
  return texts.join('\n');
}
