import { promisify } from 'node:util';
import connectPgSimple from 'connect-pg-simple';
import type { Request } from 'express';
import session, { type Session, type SessionData, Store } from 'express-session';
import type { Clock } from '@malspar/shared-api';
import type { Pool } from 'pg';
import { type Asker, rememberAsker } from './asker.js';
import { sessionAsked } from './asker.repository.js';

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
  private readonly askers = new WeakMap<SessionData, Asker>();

  constructor(
    private readonly connections: Pool,
    private readonly clock: Clock,
  ) {
    // The default error log prints to the console; every error also reaches the request.
    super({ pool: connections, createTableIfMissing: false, errorLog: () => undefined });
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.read(sid).then(
      (found) => process.nextTick(callback, null, found),
      (error: unknown) => process.nextTick(callback, error),
    );
  }

  private async read(sid: string): Promise<SessionData | null> {
    const row = await sessionAsked(this.connections, sid, this.clock.today());
    if (!row) return null;
    const found = { ...row.sess, cookie: { ...row.sess.cookie, expires: new Date(row.ends) } };
    this.askers.set(found, row);
    return found;
  }

  override createSession(request: Request, data: SessionData): Session & SessionData {
    const end = new Date(data.cookie.expires ?? 0).getTime();
    const asker = this.askers.get(data);
    if (asker) rememberAsker(request, asker);
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

  override createSession(request: Request, data: SessionData): Session & SessionData {
    return this.store.createSession(request, data);
  }

  set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    this.store.set(sid, data, callback);
  }

  destroy(sid: string, callback?: (error?: unknown) => void): void {
    this.store.destroy(sid, callback);
  }
}
