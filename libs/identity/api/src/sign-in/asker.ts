import { type DataVersions, knownVersions } from '@malspar/shared-api';
import type { Request, RequestHandler } from 'express';
import type { AssignedPersonRow } from '../acting-people/acting-people.repository.js';

/** What is read with a session, in the one statement that every request of somebody signed in begins with. */
export interface Asker {
  /** As they stand now; null for somebody unknown or inactive. */
  readonly person: AssignedPersonRow | null;
  readonly versions: DataVersions;
}

const askers = new WeakMap<Request, Asker>();

export const rememberAsker = (request: Request, asker: Asker): void => void askers.set(request, asker);

/** Undefined where the request has no session. */
export const askerOf = (request: Request): Asker | undefined => askers.get(request);

/** Lets the rest of the request answer from memory what was in it by the versions that its first statement read. */
export const withKnownVersions: RequestHandler = (request, response, next) => {
  const asker = askerOf(request);
  if (!asker) return next();
  knownVersions.during(asker.versions, (end) => {
    response.once('close', end);
    next();
  });
};
