import { IdRow, type Tx, waitForTurn } from '@malspar/shared-api';
import { allRows, changeRows, firstRow, pageOfRows, sql } from '@malspar/shared-api/sql';
import { Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { titlesOf } from './assignment.repository.js';

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

/** A person as they stand. */
const FoundPerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Those of the latest sign-in; what a person may do now is in the session. */
  roles: z.array(Role),
  active: z.boolean(),
  lastSignInAt: z.date().nullable(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

const COLUMNS = sql`id, name, email, roles, active, last_sign_in_at AS "lastSignInAt"`;

const SearchedPerson = FoundPerson.pick({ id: true, name: true, email: true });
type SearchedPerson = z.infer<typeof SearchedPerson>;

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

  find(tx: Tx, id: string): Promise<FoundPerson | null> {
    return firstRow(tx, FoundPerson, sql`SELECT ${COLUMNS} FROM person WHERE id = ${id}`);
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
  page(tx: Tx, page: number, limit: number): Promise<{ rows: FoundPerson[]; total: number }> {
    return pageOfRows(
      tx,
      FoundPerson,
      { columns: COLUMNS, from: sql`person`, orderBy: sql`name, id` },
      { page, limit },
    );
  }

  /** What people are searched by, by name. */
  names(tx: Tx): Promise<SearchedPerson[]> {
    return allRows(tx, SearchedPerson, sql`SELECT id, name, email FROM person ORDER BY name, id`);
  }

  /** Those with the ids, by name. */
  withIds(tx: Tx, ids: readonly string[]): Promise<FoundPerson[]> {
    return allRows(
      tx,
      FoundPerson,
      sql`SELECT ${COLUMNS} FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY name, id`,
    );
  }

  byEmail(tx: Tx, email: string): Promise<FoundPerson[]> {
    return allRows(
      tx,
      FoundPerson,
      sql`SELECT ${COLUMNS} FROM person WHERE lower(email) = lower(${email}) ORDER BY id`,
    );
  }

  /** Waits until nobody else shuts people out or lets them in. */
  waitForTurn(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'people');
  }

  async setActive(tx: Tx, id: string, active: boolean): Promise<void> {
    await changeRows(tx, sql`UPDATE person SET active = ${active} WHERE id = ${id}`);
  }

  /** Whether anybody else who is active had the role of administrator at their latest sign-in. */
  async hasAdministratorBeside(tx: Tx, id: string): Promise<boolean> {
    const other = sql`SELECT id FROM person WHERE active AND 'admin' = ANY (roles) AND id <> ${id} LIMIT 1`;
    return (await firstRow(tx, IdRow, other)) !== null;
  }
}
