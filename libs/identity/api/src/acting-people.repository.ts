import type { Tx } from '@malspar/shared-api';
import type { PlainDate, Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';

export interface ActingPersonRow {
  /** The focus area or department; null for a role that is held everywhere. */
  readonly scopeId: string | null;
  readonly role: Role;
  readonly personId: string;
  readonly name: string;
}

@Injectable()
export class ActingPeopleRepository {
  /** Active people with an assignment in force for any of the scopes, or with the role; regular holders first. */
  find(tx: Tx, scopeIds: readonly string[], role: Role | null, today: PlainDate): Promise<ActingPersonRow[]> {
    return tx.query<ActingPersonRow[]>(
      `SELECT coalesce(a.focus_area_id, a.department_id) AS "scopeId", a.kind AS role, p.id AS "personId", p.name,
         a.deputy
       FROM assignment a JOIN person p ON p.id = a.person_id
       WHERE coalesce(a.focus_area_id, a.department_id) = ANY ($1::uuid[]) AND p.active
         AND a.starts_on <= $3 AND (a.ends_on IS NULL OR a.ends_on >= $3)
       UNION ALL
       SELECT NULL, $2, p.id, p.name, false FROM person p WHERE p.active AND $2::text = ANY (p.roles)
       ORDER BY deputy, name`,
      [[...scopeIds], role, today],
    );
  }
}
