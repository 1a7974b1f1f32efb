import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import type { Clock } from '@malspar/shared-api';
import type { SessionTimes } from '@malspar/shared-model';
import type { CookieOptions, Request, RequestHandler } from 'express';
import session, { type SessionOptions } from 'express-session';
import { SessionStore, UntouchedStore } from './session-store.js';
import { isSecure, sessionLimits, type SignInConfig } from './sign-in-config.js';
import type { SignedInPerson } from './stored-session.js';

declare module 'express-session' {
  interface SessionData {
    person?: SignedInPerson;
  }
}

type SessionConfig = Pick<SignInConfig, 'publicOrigin' | 'sessionSecrets' | 'pool'>;

/** Where a page asks how long the session lasts; asking does not lengthen it. */
const TIMES_PATH = '/api/v1/session';

/** `__Host-` makes browsers refuse the cookie from a sibling host or without TLS. */
export const sessionCookieName = (config: Pick<SignInConfig, 'publicOrigin'>): string =>
  isSecure(config) ? '__Host-malspar.sid' : 'malspar.sid';

/** The attributes that also have to be named when the cookie is taken back. */
export const sessionCookieOptions = (config: Pick<SignInConfig, 'publicOrigin'>): CookieOptions => ({
  path: '/',
  httpOnly: true,
  // Lax: the tenant sends the browser back by a top-level GET, which Strict would leave without its session.
  sameSite: 'lax',
  secure: isSecure(config),
});

/**
 * Sessions in PostgreSQL, found by an HttpOnly cookie. Every request starts the idle time anew, to within a minute (see
 * `SessionStore`), but for the question how much of it is left. Behind TLS that ends elsewhere, Express's `trust proxy`
 * has to be set, or no cookie is given.
 */
export function sessionMiddleware(config: SessionConfig, clock: Clock): RequestHandler {
  const store = new SessionStore(config.pool, clock);
  const common: SessionOptions = {
    name: sessionCookieName(config),
    secret: [...config.sessionSecrets],
    resave: false,
    saveUninitialized: false,
    // 'destroy' would also end a session that could not be read for a moment: nobody is signed out by a database's trouble.
    unset: 'keep',
    cookie: { ...(sessionCookieOptions(config) as SessionOptions['cookie']), maxAge: sessionLimits.idle },
  };
  const rolling = session({ ...common, store, rolling: true });
  const untouched = session({ ...common, store: new UntouchedStore(store), rolling: false });
  return (request, response, next) => {
    // The path alone would be what is left of it below the mount.
    const asksForTimes = request.method === 'GET' && request.baseUrl + request.path === TIMES_PATH;
    (asksForTimes ? untouched : rolling)(request, response, next);
  };
}

/** The person the request's session belongs to; null when nobody is signed in. */
export const signedInPerson = (request: Request): SignedInPerson | null => request.session?.person ?? null;

/** Names the request's session to its person without giving it away: the SHA-256 of its secret id, hexadecimal. */
export const sessionHandle = (request: Request): string => createHash('sha256').update(request.sessionID).digest('hex');

/** Stores the session now. By itself it is stored only while the response is already on its way. */
export const saveSession = (request: Request): Promise<void> => promisify(request.session.save.bind(request.session))();

/** Starts the idle time anew to the second, and now. */
export async function lengthenSession({ session, sessionID, sessionStore }: Request): Promise<void> {
  session.touch();
  if (sessionStore instanceof SessionStore) await sessionStore.lengthen(sessionID, session);
}

/** An empty session with a new id; the old one is gone. */
export const renewSession = (request: Request): Promise<void> =>
  promisify(request.session.regenerate.bind(request.session))();

/** Ends a session that has lasted its ten hours, however busy it was. The request goes on as nobody's. */
export function absoluteLimit(now: () => Date): RequestHandler {
  return (request, _response, next) => {
    const person = signedInPerson(request);
    if (!person || now().getTime() < person.loginAt + sessionLimits.absolute) return next();
    request.session.regenerate(next);
  };
}

/** When the session ends, if nothing is done (`idleEndsAt`) and in any case (`endsAt`). */
export function sessionTimes(person: SignedInPerson, idleEnd: Date, now: Date): SessionTimes {
  const end = person.loginAt + sessionLimits.absolute;
  return {
    now: now.toISOString(),
    idleEndsAt: new Date(Math.min(idleEnd.getTime(), end)).toISOString(),
    endsAt: new Date(end).toISOString(),
  };
}
