import type { Tx } from '@malspar/shared-api';
import type { ActiveAssignment, PlainDate, Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';

export interface ActingPersonRow {
  /** The focus area or department; null for a role that is held everywhere. */
  readonly scopeId: string | null;
  readonly role: Role;
  readonly personId: string;
  readonly name: string;
}

/** An active person with what they answer for. */
export interface AssignedPersonRow {
  readonly id: string;
  readonly name: string;
  readonly assignments: ActiveAssignment[];
}

const IN_FORCE = 'a.starts_on <= $1 AND (a.ends_on IS NULL OR a.ends_on >= $1)';

@Injectable()
export class ActingPeopleRepository {
  /** The person with the assignments in force; null when they are unknown or have been made inactive. */
  async one(tx: Tx, personId: string, today: PlainDate): Promise<AssignedPersonRow | null> {
    const rows = await tx.query<AssignedPersonRow[]>(
      `SELECT p.id, p.name, coalesce((SELECT jsonb_agg(jsonb_build_object(
           'kind', a.kind, 'scopeId', coalesce(a.focus_area_id, a.department_id), 'deputy', a.deputy)
           ORDER BY a.starts_on, a.id)
         FROM assignment a WHERE a.person_id = p.id AND ${IN_FORCE}), '[]') AS assignments
       FROM person p WHERE p.id = $2 AND p.active`,
      [today, personId],
    );
    return rows[0] ?? null;
  }

  /** Active people with an assignment in force for any of the scopes, or with the role; regular holders first. */
  find(tx: Tx, scopeIds: readonly string[], role: Role | null, today: PlainDate): Promise<ActingPersonRow[]> {
    return tx.query<ActingPersonRow[]>(
      `SELECT coalesce(a.focus_area_id, a.department_id) AS "scopeId", a.kind AS role, p.id AS "personId", p.name,
         a.deputy
       FROM assignment a JOIN person p ON p.id = a.person_id
       WHERE coalesce(a.focus_area_id, a.department_id) = ANY ($2::uuid[]) AND p.active
         AND ${IN_FORCE}
       UNION ALL
       SELECT NULL, $3, p.id, p.name, false FROM person p WHERE p.active AND $3::text = ANY (p.roles)
       ORDER BY deputy, name`,
      [today, [...scopeIds], role],
    );
  }
}
