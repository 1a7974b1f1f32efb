import { type HeldAssignment, type PersonAccess, personAudit } from '@malspar/identity-model';
import { AuditLog, AuthorizedWrites, Clock, Database, NotFound, type Tx } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { AssignmentRepository } from './assignment.repository.js';
import { scopeIdOf } from './assignment.scope.js';
import { LastAdministrator, OwnAccount } from './identity.errors.js';
import { type FoundPerson, PersonRepository } from './person.repository.js';
import { toPerson } from './person.service.js';
import { PersonSessionRepository } from './person-session.repository.js';

const { kinds } = personAudit;

/** Who may come in at all: shuts people out, lets them in again, ends where they are signed in. */
@Injectable()
export class PersonAccessService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly people: PersonRepository,
    private readonly sessions: PersonSessionRepository,
    private readonly assignments: AssignmentRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Shuts somebody out at once: what they have under way is refused, and their sessions are gone. Who was shut out
   * already stays so. Throws `NotFound`, `OwnAccount` or `LastAdministrator`.
   */
  deactivate(by: Principal | 'system', id: string): Promise<PersonAccess> {
    return this.write(by, async (tx, who) => {
      await this.people.waitForTurn(tx);
      const person = await this.present(tx, id);
      if (who !== 'system' && who.personId === id) throw new OwnAccount();
      if (person.active && person.roles.includes('admin') && !(await this.people.hasAdministratorBeside(tx, id))) {
        throw new LastAdministrator();
      }
      await this.people.setActive(tx, id, false);
      const endedSessions = await this.sessions.endAll(tx, id);
      const data = { sessions: endedSessions };
      if (person.active) {
        await this.audit.append(tx, { kind: kinds.deactivate, actor: who, subjectId: id, data });
      }
      return this.accessOf(tx, { ...person, active: false }, endedSessions);
    });
  }

  /**
   * Lets somebody in again, by signing in anew: a session that was stored as they were shut out does not come back to
   * life. Throws `NotFound`.
   */
  activate(by: Principal | 'system', id: string): Promise<PersonAccess> {
    return this.write(by, async (tx, who) => {
      await this.people.waitForTurn(tx);
      const person = await this.present(tx, id);
      if (person.active) return this.accessOf(tx, person, 0);
      await this.people.setActive(tx, id, true);
      await this.sessions.endAll(tx, id);
      await this.audit.append(tx, { kind: kinds.activate, actor: who, subjectId: id, data: {} });
      return this.accessOf(tx, { ...person, active: true }, 0);
    });
  }

  /** Signs somebody out everywhere; they may sign in again. Throws `NotFound`. */
  endSessions(by: Principal | 'system', id: string): Promise<PersonAccess> {
    return this.write(by, async (tx, who) => {
      const person = await this.present(tx, id);
      const endedSessions = await this.sessions.endAll(tx, id);
      const data = { sessions: endedSessions };
      await this.audit.append(tx, { kind: kinds['end-sessions'], actor: who, subjectId: id, data });
      return this.accessOf(tx, person, endedSessions);
    });
  }

  private write<T>(by: Principal | 'system', work: (tx: Tx, who: Principal | 'system') => Promise<T>): Promise<T> {
    if (by === 'system') return this.database.write((tx) => work(tx, by));
    return this.writes.write(by, 'people.edit', work);
  }

  private async present(tx: Tx, id: string): Promise<FoundPerson> {
    const person = await this.people.find(tx, id);
    if (!person) throw new NotFound();
    return person;
  }

  private async accessOf(tx: Tx, person: FoundPerson, endedSessions: number): Promise<PersonAccess> {
    return { person: toPerson(person), endedSessions, holds: await this.heldBy(tx, person.id) };
  }

  private async heldBy(tx: Tx, personId: string): Promise<HeldAssignment[]> {
    const rows = await this.assignments.notEnded(tx, personId, this.clock.today());
    const titles = rows.length > 0 ? await this.assignments.scopeTitles(tx, rows.map(scopeIdOf)) : [];
    const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
    return rows.map((row) => ({
      kind: row.kind,
      scopeTitle: titleOf.get(scopeIdOf(row)) ?? '',
      deputy: row.deputy,
    }));
  }
}
