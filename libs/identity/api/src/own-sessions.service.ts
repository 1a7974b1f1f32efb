import { type EndedSessions, type OwnSession, personAudit } from '@malspar/identity-model';
import { AuditLog, AuthorizedWrites, Clock, Database, NotFound, type Tx } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { PersonSessionRepository } from './person-session.repository.js';
import { sessionLimits } from './sign-in/sign-in-config.js';

/** Where somebody is signed in: their own sessions, to look at and to end. `current` is the handle of the one asking. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly sessions: PersonSessionRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(who: Principal, current: string): Promise<OwnSession[]> {
    const now = this.clock.now();
    const beganAfter = new Date(now.getTime() - sessionLimits.absolute);
    const rows = await this.sessions.held(this.database.read, who.personId, now, beganAfter);
    return rows.map(({ handle, beganAt, idleEndsAt }) => ({
      id: handle,
      beganAt: new Date(beganAt).toISOString(),
      // A use of the session sets its end; the end is all that is stored of it.
      lastUsedAt: new Date(Math.max(beganAt, idleEndsAt - sessionLimits.idle)).toISOString(),
      current: handle === current,
    }));
  }

  /** Throws `NotFound` for a session that is not theirs, or has ended. */
  async end(by: Principal, handle: string): Promise<void> {
    await this.endSome(by, async (tx) => {
      const ended = await this.sessions.endOne(tx, by.personId, handle);
      if (ended === 0) throw new NotFound();
      return ended;
    });
  }

  endOthers(by: Principal, current: string): Promise<EndedSessions> {
    return this.endSome(by, (tx) => this.sessions.endAllBut(tx, by.personId, current));
  }

  private endSome(by: Principal, end: (tx: Tx) => Promise<number>): Promise<EndedSessions> {
    return this.writes.write(by, 'session.end', async (tx, who) => {
      const endedSessions = await end(tx);
      const kind = personAudit.kinds['end-sessions'];
      const data = { sessions: endedSessions };
      if (endedSessions > 0) await this.audit.append(tx, { kind, actor: who, subjectId: who.personId, data });
      return { endedSessions };
    });
  }
}
