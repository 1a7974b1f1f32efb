import { randomUUID } from 'node:crypto';
import type { PublicationPreview, PublicationReceipt } from '@malspar/publication-model';
import type { Report, ReportSummary } from '@malspar/reporting-model';
import { defaultStatement } from '@malspar/site-model';
import type { Page } from './cast.js';
import { Person } from './person.js';
import { samplePdf } from './sample-pdf.js';
import { demand, sound, writeEntry } from './working.js';

/** Publishes the next version of a period as it stands, as the coordinator does after a look at it. */
export async function publish(coordinator: Person, period: string, change: object = {}): Promise<PublicationReceipt> {
  const preview = demand(
    await coordinator.api<PublicationPreview>('POST', `publications/${period}/preview`, { body: change }),
  );
  const { nextVersion: version, contentHash } = preview;
  return demand(
    await coordinator.api<PublicationReceipt>('POST', `publications/${period}/versions`, {
      body: { ...change, version, confirmation: period, contentHash },
      headers: { 'idempotency-key': randomUUID() },
    }),
  );
}

/** Bytes as they are sent to anybody. */
export async function bytesOf(origin: string, address: string): Promise<Uint8Array> {
  const response = await fetch(new URL(address, origin));
  if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Rewrites a draft, so that something is kept of what it said before. */
async function rewriteDraft(origin: string): Promise<void> {
  for (let number = 1; number <= 7; number++) {
    const owner = await new Person(origin).signIn(`owner-${number}`);
    const { items } = await owner.read<Page<ReportSummary>>('reports?mine=true&state=draft');
    const [draft] = items;
    if (!draft) continue;
    const [entry] = (await owner.read<Report>(`reports/${draft.id}`)).entries;
    const first = demand(await writeEntry(owner, draft.id, entry!, sound(entry!, 'En första lydelse som ersätts.')));
    demand(await writeEntry(owner, draft.id, { ...entry!, version: first.version }, sound(entry!, 'En andra.')));
    return;
  }
  throw new Error('No report is a draft');
}

/** One of each: a report, a preview, a document, a statement, a vote with its comment, a rewritten draft. */
export async function oneOfEach(origin: string, period: string): Promise<void> {
  const [coordinator, admin] = [
    await new Person(origin).signIn('coordinator'),
    await new Person(origin).signIn('admin'),
  ];
  await publish(coordinator, period);
  await rewriteDraft(origin);
  demand(await coordinator.api('POST', `publications/${period}/previews`, { body: {} }));
  demand(
    await admin.request('POST', '/api/v1/site/documents?title=Plan&date=2026-02-03&language=sv', {
      bytes: samplePdf('plan'),
      headers: { 'content-type': 'application/pdf', 'idempotency-key': randomUUID() },
    }),
  );
  demand(
    await admin.api('PUT', 'site/accessibility-statement', {
      body: defaultStatement,
      headers: { 'if-match': '"0"' },
    }),
  );
  const send = async (path: string, fields: Record<string, string>): Promise<string> => {
    const body = new URLSearchParams({ subject: '', ...fields });
    const response = await fetch(new URL(path, origin), { method: 'POST', redirect: 'manual', body });
    if (response.status !== 303) throw new Error(`${path}: ${response.status}`);
    return response.headers.get('location') ?? '';
  };
  const thanks = await send('/tyck-till', { page: '/kakor', answer: 'yes' });
  const receipt = new URL(thanks, origin).searchParams.get('kvitto') ?? '';
  await send('/tack', { receipt, comment: 'Vad är ett basår?' });
}
