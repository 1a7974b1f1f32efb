import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData, Store } from 'express-session';
import type { Pool } from 'pg';

const PgStore = connectPgSimple(session);

/** Sessions in PostgreSQL; a session read from here knows when it really ends, also after it was only touched. */
export class SessionStore extends PgStore {
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
}

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
