import { AsyncLocalStorage } from 'node:async_hooks';
import * as z from 'zod';

/**
 * A version of each kind of data that may be held in memory: the plan with all its lists, and the approved word of all
 * reports (every report that has ever been submitted). Equal versions are equal rows: triggers give a topic a new
 * version in the transaction that changes any of its rows.
 */
export const DataVersions = z.object({ plan: z.string(), 'approved-word': z.string() }).readonly();
export type DataVersions = z.infer<typeof DataVersions>;
export type DataTopic = keyof DataVersions;

const requests = new AsyncLocalStorage<{ versions: DataVersions | null }>();

/**
 * The versions that the request at hand has read from the database. What is in memory by such a version may be answered
 * from there: it is what a statement would have found when the request came.
 */
export const knownVersions = {
  /** Runs the work as part of a request that has read the versions; gives what makes them unknown when it is over. */
  during<T>(versions: DataVersions, work: (end: () => void) => T): T {
    const request: { versions: DataVersions | null } = { versions };
    return requests.run(request, () => work(() => (request.versions = null)));
  },

  /** Null outside a request, and where it has written: whoever has changed something reads it anew. */
  of(topic: DataTopic): string | null {
    return requests.getStore()?.versions?.[topic] ?? null;
  },

  /** The request has read newer ones. */
  saw(versions: DataVersions): void {
    const request = requests.getStore();
    if (request?.versions) request.versions = versions;
  },

  forget(): void {
    const request = requests.getStore();
    if (request) request.versions = null;
  },
};
