import { promisify } from 'node:util';
import connectPgSimple from 'connect-pg-simple';
import type { Request } from 'express';
import session, { type Session, type SessionData, Store } from 'express-session';
import type { Pool } from 'pg';

const PgStore = connectPgSimple(session);

/** What a new end has to differ from the stored one by to be worth a statement, in milliseconds. */
const GRAIN = 60_000;

/**
 * Sessions in PostgreSQL; a session read from here knows when it really ends, also after it was only touched. A touch
 * that would move the end by no more than a minute writes nothing: busy pages cost nothing, and who stops is signed
 * out up to a minute early, never late.
 */
export class SessionStore extends PgStore {
  /** When the sessions at hand end by the database, in milliseconds since 1970. */
  private readonly ends = new WeakMap<object, number>();

  constructor(private readonly connections: Pool) {
    // The default error log prints to the console; every error also reaches the request.
    super({ pool: connections, createTableIfMissing: false, errorLog: () => undefined });
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.connections
      .query<{ sess: SessionData; ends: string }>(
        `SELECT sess, extract(epoch FROM expire::timestamptz) * 1000 AS ends
         FROM session WHERE sid = $1 AND expire::timestamptz >= now()`,
        [sid],
      )
      .then(({ rows: [row] }) => {
        if (!row) return null;
        const expires = new Date(Number(row.ends)).toISOString() as unknown as Date;
        return { ...row.sess, cookie: { ...row.sess.cookie, expires } };
      })
      .then(
        (found) => process.nextTick(callback, null, found),
        (error: unknown) => process.nextTick(callback, error),
      );
  }

  override createSession(request: Request, data: SessionData): Session & SessionData {
    const end = new Date(data.cookie.expires ?? 0).getTime();
    const found = super.createSession(request, data);
    this.ends.set(found, end);
    return found;
  }

  override touch(sid: string, data: SessionData, callback?: () => void): void {
    const stored = this.ends.get(data);
    if (stored !== undefined && Math.abs(endOf(data) - stored) <= GRAIN) callback?.();
    else super.touch(sid, data, callback);
  }

  /** A touch that is written in any case. Unlike `set` it brings no session back that was ended meanwhile. */
  lengthen(sid: string, data: SessionData): Promise<void> {
    this.ends.set(data, endOf(data));
    return promisify(super.touch.bind(this))(sid, data);
  }
}

const endOf = (data: SessionData): number => data.cookie.expires?.getTime() ?? 0;

/** The same sessions, for requests that must not lengthen them. It has no `touch`, so nothing is touched. */
export class UntouchedStore extends Store {
  constructor(private readonly store: SessionStore) {
    super();
  }

  get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.store.get(sid, callback);
  }

  set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    this.store.set(sid, data, callback);
  }

  destroy(sid: string, callback?: (error?: unknown) => void): void {
    this.store.destroy(sid, callback);
  }
}
