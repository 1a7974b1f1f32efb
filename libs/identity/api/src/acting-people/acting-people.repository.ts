import type { Tx } from '@malspar/shared-api';
import { allRows, firstRow, type Sql, sql, typed, type TypedValue } from '@malspar/shared-api/sql';
import { AssignmentKind, type PlainDate, Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

export const ActingPersonRow = z.object({
  /** The focus area or department; null for a role that is held everywhere. */
  scopeId: z.string().nullable(),
  role: Role,
  personId: z.string(),
  name: z.string(),
});
export type ActingPersonRow = z.infer<typeof ActingPersonRow>;

/** An active person with what they answer for. */
export const AssignedPersonRow = z.object({
  id: z.string(),
  name: z.string(),
  /** By the latest sign-in. */
  roles: z.array(Role),
  assignments: z.array(z.object({ kind: AssignmentKind, scopeId: z.string(), deputy: z.boolean() })),
});
export type AssignedPersonRow = z.infer<typeof AssignedPersonRow>;

const inForce = (today: TypedValue): Sql =>
  sql`a.starts_on <= ${today} AND (a.ends_on IS NULL OR a.ends_on >= ${today})`;

/** SQL that finds an active person with the assignments in force on the day, as one `AssignedPersonRow` or none. */
// Rows are locked where they are read, before they are put together.
export function assignedPerson(personId: Sql, day: PlainDate, lock = sql``): Sql {
  const today = typed(day, 'date');
  return sql`
    WITH me AS (SELECT id, name, roles FROM person WHERE id = ${personId} AND active ${lock}),
      mine AS (SELECT a.* FROM assignment a WHERE a.person_id = ${personId} AND ${inForce(today)} ${lock})
    SELECT me.id, me.name, me.roles, coalesce((SELECT jsonb_agg(jsonb_build_object(
        'kind', mine.kind, 'scopeId', coalesce(mine.focus_area_id, mine.department_id), 'deputy', mine.deputy)
        ORDER BY mine.starts_on, mine.id)
      FROM mine), '[]') AS assignments
    FROM me`;
}

/**
 * SQL of `ActingPersonRow`s: active people with an assignment in force for any of the scopes on the day, or with the
 * role by their latest sign-in; regular holders first.
 */
export const actingPeople = (scopeIds: Sql, role: Sql, day: PlainDate): Sql => sql`
  SELECT coalesce(a.focus_area_id, a.department_id) AS "scopeId", a.kind AS role, p.id AS "personId", p.name, a.deputy
  FROM assignment a JOIN person p ON p.id = a.person_id
  WHERE coalesce(a.focus_area_id, a.department_id) = ANY (${scopeIds}) AND p.active AND ${inForce(typed(day, 'date'))}
  UNION ALL
  SELECT NULL, ${role}, p.id, p.name, false FROM person p WHERE p.active AND ${role} = ANY (p.roles)
  ORDER BY deputy, name`;

@Injectable()
export class ActingPeopleRepository {
  /**
   * The person with the assignments in force, of which nothing can change or end until the transaction does; null when
   * they are unknown or have been made inactive.
   */
  oneLocked(tx: Tx, personId: string, today: PlainDate): Promise<AssignedPersonRow | null> {
    return firstRow(tx, AssignedPersonRow, assignedPerson(sql`${typed(personId, 'uuid')}`, today, sql`FOR SHARE`));
  }

  /** Whether the person had an assignment for any of the scopes that has ended. */
  async hadAssignment(tx: Tx, personId: string, scopeIds: readonly string[], today: PlainDate): Promise<boolean> {
    const ended = await firstRow(
      tx,
      z.object({}),
      sql`SELECT 1 FROM assignment
          WHERE person_id = ${personId} AND coalesce(focus_area_id, department_id) = ANY (${scopeIds}::uuid[])
            AND ends_on < ${today}
          LIMIT 1`,
    );
    return ended !== null;
  }

  /** Active people with an assignment in force for any of the scopes, or with the role; regular holders first. */
  find(tx: Tx, scopeIds: readonly string[], role: Role | null, today: PlainDate): Promise<ActingPersonRow[]> {
    return allRows(
      tx,
      ActingPersonRow,
      actingPeople(sql`${typed(scopeIds, 'uuid[]')}`, sql`${typed(role, 'text')}`, today),
    );
  }
}
