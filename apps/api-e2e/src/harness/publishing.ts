import { randomUUID } from 'node:crypto';
import type { PublicationPreview, PublicationReceipt } from '@malspar/publication-model';
import type { Person } from './person.js';
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
