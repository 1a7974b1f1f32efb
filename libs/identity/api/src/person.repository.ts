import { type Tx, waitForTurn } from '@malspar/shared-api';
import { firstRow, managerOf, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { titlesOf } from './assignment.repository.js';
import { PersonEntity } from './person.entity.js';

export interface PersonRow {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly signedInAt: Date;
}

const EnteredPerson = z.object({ id: z.string(), entered: z.boolean() });
const StoredPerson = z.object({ id: z.string(), active: z.boolean() });

const SignedInRow = z.object({
  name: z.string(),
  email: z.string(),
  /** Of the current plan; null while there is none. */
  planLanguage: z.string().nullable(),
  scopeTitles: z.record(z.string(), z.string()),
});
export type SignedInRow = z.infer<typeof SignedInRow>;

@Injectable()
export class PersonRepository {
  /**
   * Enters the person who signs in, or brings what the tenant says up to date. Whether they are active is never touched, and who is
   not has not signed in.
   */
  async upsert(tx: Tx, row: PersonRow): Promise<z.infer<typeof StoredPerson>> {
    const person = await firstRow(
      tx,
      StoredPerson,
      sql`INSERT INTO person (tenant_id, object_id, name, email, roles, last_sign_in_at)
          VALUES (${row.tenantId}, ${row.objectId}, ${row.name}, ${row.email}, ${row.roles}, ${row.signedInAt})
          ON CONFLICT ON CONSTRAINT uq_person_tenant_id_object_id DO UPDATE
            SET name = excluded.name, email = excluded.email, roles = excluded.roles,
                last_sign_in_at = CASE WHEN person.active THEN excluded.last_sign_in_at ELSE person.last_sign_in_at END
          RETURNING id, active`,
    );
    if (!person) throw new Error('The person was not stored');
    return person;
  }

  /** The person's id, and whether they were not known before; who is known stays as they are. */
  async enter(tx: Tx, row: Omit<PersonRow, 'signedInAt'>): Promise<z.infer<typeof EnteredPerson>> {
    const person = await firstRow(
      tx,
      EnteredPerson,
      sql`WITH entered AS (
            INSERT INTO person (tenant_id, object_id, name, email, roles)
            VALUES (${row.tenantId}, ${row.objectId}, ${row.name}, ${row.email}, ${row.roles})
            ON CONFLICT ON CONSTRAINT uq_person_tenant_id_object_id DO NOTHING RETURNING id)
          SELECT id, true AS entered FROM entered
          UNION ALL SELECT id, false FROM person WHERE tenant_id = ${row.tenantId} AND object_id = ${row.objectId}`,
    );
    if (!person) throw new Error('The person was not stored');
    return person;
  }

  find(tx: Tx, id: string): Promise<PersonEntity | null> {
    return managerOf(tx).findOneBy(PersonEntity, { id });
  }

  /** Who is signed in, as pages show it, with the titles of the scopes by id; null when there is nobody with the id. */
  signedIn(tx: Tx, id: string, scopeIds: readonly string[]): Promise<SignedInRow | null> {
    return firstRow(
      tx,
      SignedInRow,
      sql`SELECT name, email, (SELECT language FROM plan WHERE is_current) AS "planLanguage",
            (SELECT coalesce(jsonb_object_agg(scope.id, scope.title), '{}') FROM (${titlesOf(scopeIds)}) scope)
              AS "scopeTitles"
          FROM person WHERE id = ${id}`,
    );
  }

  /** All, by name. */
  page(tx: Tx, offset: number, limit: number): Promise<[PersonEntity[], number]> {
    return this.#byName(tx).skip(offset).take(limit).getManyAndCount();
  }

  /** What people are searched by, by name. */
  names(tx: Tx): Promise<Pick<PersonEntity, 'id' | 'name' | 'email'>[]> {
    return this.#byName(tx).select(['person.id', 'person.name', 'person.email']).getMany();
  }

  /** Those with the ids, by name. */
  withIds(tx: Tx, ids: readonly string[]): Promise<PersonEntity[]> {
    return this.#byName(tx).where('person.id = ANY(:ids)', { ids }).getMany();
  }

  #byName(tx: Tx) {
    return managerOf(tx).createQueryBuilder(PersonEntity, 'person').orderBy('person.name').addOrderBy('person.id');
  }

  byEmail(tx: Tx, email: string): Promise<PersonEntity[]> {
    return managerOf(tx)
      .createQueryBuilder(PersonEntity, 'person')
      .where('lower(person.email) = lower(:email)', { email })
      .orderBy('person.id')
      .getMany();
  }

  /** Waits until nobody else shuts people out or lets them in. */
  waitForTurn(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'people');
  }

  async setActive(tx: Tx, id: string, active: boolean): Promise<void> {
    await managerOf(tx).update(PersonEntity, { id }, { active });
  }

  /** Whether anybody else who is active had the role of administrator at their latest sign-in. */
  hasAdministratorBeside(tx: Tx, id: string): Promise<boolean> {
    return managerOf(tx)
      .createQueryBuilder(PersonEntity, 'person')
      .where(`person.active AND 'admin' = ANY (person.roles) AND person.id <> :id`, { id })
      .getExists();
  }
}
