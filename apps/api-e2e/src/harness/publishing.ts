import { randomUUID } from 'node:crypto';
import { defaultStatement, type PublicationPreview, type PublicationReceipt } from '@malspar/publication-model';
import { Person } from './person.js';
import { samplePdf } from './sample-pdf.js';
import { demand } from './working.js';

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
  const answer = await fetch(new URL(address, origin));
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** One of each that the public site is made of: a report, a preview, a document, a statement, an answer with its comment. */
export async function oneOfEach(origin: string, period: string): Promise<void> {
  const [coordinator, admin] = [
    await new Person(origin).signIn('coordinator'),
    await new Person(origin).signIn('admin'),
  ];
  await publish(coordinator, period);
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
    const answer = await fetch(new URL(path, origin), { method: 'POST', redirect: 'manual', body });
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    return answer.headers.get('location') ?? '';
  };
  const thanks = await send('/tyck-till', { page: '/kakor', answer: 'yes' });
  const receipt = new URL(thanks, origin).searchParams.get('kvitto') ?? '';
  await send('/tack', { receipt, comment: 'Vad är ett basår?' });
}
