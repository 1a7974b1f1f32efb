import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { PersonEntity } from './person.entity.js';

export interface PersonRow {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** Null for a person entered beforehand. */
  readonly signedInAt: Date | null;
}

@Injectable()
export class PersonRepository {
  /** Enters the person, or brings what the tenant says up to date; whether they are active is never touched. */
  async upsert(tx: Tx, row: PersonRow): Promise<{ id: string; active: boolean; entered: boolean }> {
    const rows = await tx.query<{ id: string; active: boolean; entered: boolean }[]>(
      `INSERT INTO person (tenant_id, object_id, name, email, roles, last_sign_in_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT uq_person_tenant_id_object_id DO UPDATE
         SET name = excluded.name, email = excluded.email, roles = excluded.roles,
             last_sign_in_at = coalesce(excluded.last_sign_in_at, person.last_sign_in_at)
       RETURNING id, active, xmax = 0 AS entered`,
      [row.tenantId, row.objectId, row.name, row.email, [...row.roles], row.signedInAt],
    );
    const [person] = rows;
    if (!person) throw new Error('The person was not stored');
    return person;
  }

  find(tx: Tx, id: string): Promise<PersonEntity | null> {
    return tx.findOneBy(PersonEntity, { id });
  }

  page(tx: Tx, offset: number, limit: number): Promise<[PersonEntity[], number]> {
    return tx.findAndCount(PersonEntity, { order: { name: 'ASC', id: 'ASC' }, skip: offset, take: limit });
  }
}
