import type { SessionData } from 'express-session';

/** A sign-in that has begun and is not yet completed. Kept in the session, so only the browser that began it can end it. */
export interface PendingSignIn {
  readonly state: string;
  /** PKCE: proves at redemption that it was begun here. */
  readonly verifier: string;
  readonly returnTo: string;
  readonly begunAt: number;
}

/** As many tabs as may be signing in at once; the oldest gives way. */
export const MOST_PENDING = 5;
/** Seconds to come back from the tenant. */
export const PENDING_LIFETIME = 600;

type Holder = Pick<Partial<SessionData>, 'pendingSignIns'>;

export function rememberPending(session: Holder, pending: PendingSignIn): void {
  session.pendingSignIns = [...(session.pendingSignIns ?? []), pending].slice(-MOST_PENDING);
}

/** Takes out the attempt with this state: each can be used once. Null if there is none or it is too old. */
export function takePending(session: Holder, state: string, now = Date.now()): PendingSignIn | null {
  const found = session.pendingSignIns?.find((pending) => pending.state === state);
  if (!found) return null;
  session.pendingSignIns = session.pendingSignIns?.filter((pending) => pending !== found);
  return now - found.begunAt <= PENDING_LIFETIME * 1000 ? found : null;
}
