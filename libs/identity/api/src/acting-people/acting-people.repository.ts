import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
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
  /** By the latest sign-in. */
  readonly roles: Role[];
  readonly assignments: ActiveAssignment[];
}

const IN_FORCE = 'a.starts_on <= $1 AND (a.ends_on IS NULL OR a.ends_on >= $1)';

/**
 * SQL that finds an active person with the assignments in force on the day that is the statement's first parameter, as
 * one `AssignedPersonRow` or none.
 */
// Rows are locked where they are read, before they are put together.
export const assignedPerson = (personId: string, lock: '' | 'FOR SHARE' = ''): string => `
  WITH me AS (SELECT id, name, roles FROM person WHERE id = ${personId} AND active ${lock}),
    mine AS (SELECT a.* FROM assignment a WHERE a.person_id = ${personId} AND ${IN_FORCE} ${lock})
  SELECT me.id, me.name, me.roles, coalesce((SELECT jsonb_agg(jsonb_build_object(
      'kind', mine.kind, 'scopeId', coalesce(mine.focus_area_id, mine.department_id), 'deputy', mine.deputy)
      ORDER BY mine.starts_on, mine.id)
    FROM mine), '[]') AS assignments
  FROM me`;

/**
 * SQL of `ActingPersonRow`s: active people with an assignment in force for any of the scopes on the day that is the
 * statement's first parameter, or with the role by their latest sign-in; regular holders first.
 */
export const actingPeople = (scopeIds: string, role: string): string => `
  SELECT coalesce(a.focus_area_id, a.department_id) AS "scopeId", a.kind AS role, p.id AS "personId", p.name, a.deputy
  FROM assignment a JOIN person p ON p.id = a.person_id
  WHERE coalesce(a.focus_area_id, a.department_id) = ANY (${scopeIds}) AND p.active AND ${IN_FORCE}
  UNION ALL
  SELECT NULL, ${role}, p.id, p.name, false FROM person p WHERE p.active AND ${role} = ANY (p.roles)
  ORDER BY deputy, name`;

@Injectable()
export class ActingPeopleRepository {
  /**
   * The person with the assignments in force, of which nothing can change or end until the transaction does; null when
   * they are unknown or have been made inactive.
   */
  async oneLocked(tx: Tx, personId: string, today: PlainDate): Promise<AssignedPersonRow | null> {
    const rows = await managerOf(tx).query<AssignedPersonRow[]>(assignedPerson('$2', 'FOR SHARE'), [today, personId]);
    return rows[0] ?? null;
  }

  /** Whether the person had an assignment for any of the scopes that has ended. */
  async hadAssignment(tx: Tx, personId: string, scopeIds: readonly string[], today: PlainDate): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `SELECT 1 FROM assignment
       WHERE person_id = $1 AND coalesce(focus_area_id, department_id) = ANY ($2::uuid[]) AND ends_on < $3 LIMIT 1`,
      [personId, [...scopeIds], today],
    );
    return rows.length > 0;
  }

  /** Active people with an assignment in force for any of the scopes, or with the role; regular holders first. */
  find(tx: Tx, scopeIds: readonly string[], role: Role | null, today: PlainDate): Promise<ActingPersonRow[]> {
    return managerOf(tx).query<ActingPersonRow[]>(actingPeople('$2::uuid[]', '$3::text'), [today, [...scopeIds], role]);
  }
}
