import { type ListedPerson, type PeopleQuery, type Person, personAudit } from '@malspar/identity-model';
import { AuditLog, Clock, Database, type Tx } from '@malspar/shared-api';
import { havingWords, type Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { type FoundPerson, PersonRepository } from './person.repository.js';
import { PersonDirectory, type SignInRecord } from './sign-in/person-directory.js';

/** The people of the application: entered at their first sign-in, or beforehand. */
@Injectable()
export class PersonService extends PersonDirectory {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async recordSignIn(record: SignInRecord): Promise<{ personId: string; active: boolean }> {
    const { id, active } = await this.database.write(async (tx) => {
      const person = await this.people.upsert(tx, { ...record, signedInAt: this.clock.now() });
      await this.audit.append(tx, {
        kind: personAudit.kinds[person.active ? 'sign-in' : 'sign-in-refused'],
        actor: { personId: person.id, name: record.name },
        subjectId: person.id,
        data: { roles: [...record.roles] },
      });
      return person;
    });
    return { personId: id, active };
  }

  /**
   * Enters people who have not signed in yet, so that they can be given assignments; gives their ids in order. Who is
   * known already stays as they are.
   */
  enter(people: readonly SignInRecord[]): Promise<string[]> {
    return this.database.write(async (tx) => {
      const ids: string[] = [];
      for (const person of people) {
        const { id, entered } = await this.people.enter(tx, person);
        ids.push(id);
        if (!entered) continue;
        await this.audit.append(tx, {
          kind: personAudit.kinds.enter,
          actor: 'system',
          subjectId: id,
          data: { name: person.name },
        });
      }
      return ids;
    });
  }

  /** Those with the id or the e-mail address; several people may have the same address. */
  async findByIdOrEmail(text: string): Promise<Person[]> {
    const { read } = this.database;
    if (!z.uuid().safeParse(text).success) return (await this.people.byEmail(read, text)).map(toPerson);
    const person = await this.people.find(read, text);
    return person ? [toPerson(person)] : [];
  }

  async page(who: Principal, { page, limit, q = '' }: PeopleQuery): Promise<{ items: ListedPerson[]; total: number }> {
    const { read } = this.database;
    const { rows, total } =
      q.trim() === ''
        ? await this.people.page(read, page, limit)
        : await this.#found(read, q, (page - 1) * limit, limit);
    return { items: rows.map((person) => ({ ...toPerson(person), self: person.id === who.personId })), total };
  }

  /** Names are folded here, as in every search: the database knows another alphabet. */
  async #found(tx: Tx, query: string, offset: number, limit: number): Promise<{ rows: FoundPerson[]; total: number }> {
    const isSought = havingWords(query);
    const found = (await this.people.names(tx)).filter(({ name, email }) => isSought(`${name} ${email}`));
    const ids = found.slice(offset, offset + limit).map(({ id }) => id);
    return { rows: await this.people.withIds(tx, ids), total: found.length };
  }
}

export const toPerson = (person: FoundPerson): Person => ({
  id: person.id,
  name: person.name,
  email: person.email,
  roles: person.roles,
  active: person.active,
  lastSignInAt: person.lastSignInAt?.toISOString() ?? null,
});
