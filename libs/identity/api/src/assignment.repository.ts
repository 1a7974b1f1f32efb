import type { Tx } from '@malspar/shared-api';
import { allRows, firstRow, managerOf, type Sql, sql, typed } from '@malspar/shared-api/sql';
import { AssignmentKind, PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { AssignmentEntity } from './assignment.entity.js';

export type AssignmentRow = Pick<
  AssignmentEntity,
  'personId' | 'kind' | 'focusAreaId' | 'departmentId' | 'deputy' | 'startsOn' | 'endsOn'
>;

/** An assignment with the name of who has it. */
const FoundAssignment = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  kind: AssignmentKind,
  focusAreaId: z.string().nullable(),
  departmentId: z.string().nullable(),
  deputy: z.boolean(),
  startsOn: PlainDate,
  endsOn: PlainDate.nullable(),
  version: z.number(),
});
export type FoundAssignment = z.infer<typeof FoundAssignment>;

const WITH_PEOPLE = sql`
  SELECT a.id, a.person_id AS "personId", p.name AS "personName", a.kind, a.focus_area_id AS "focusAreaId",
    a.department_id AS "departmentId", a.deputy, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", a.version
  FROM assignment a JOIN person p ON p.id = a.person_id`;

const ScopeTitle = z.object({ id: z.string(), title: z.string() });
export type ScopeTitle = z.infer<typeof ScopeTitle>;

/** SQL of the titles of the focus areas and departments with the ids. */
export function titlesOf(scopeIds: readonly string[]): Sql {
  const ids = typed(scopeIds, 'uuid[]');
  return sql`
    SELECT id, title FROM focus_area WHERE id = ANY (${ids})
    UNION ALL SELECT id, title FROM department WHERE id = ANY (${ids})`;
}

@Injectable()
export class AssignmentRepository {
  all(tx: Tx): Promise<FoundAssignment[]> {
    return allRows(tx, FoundAssignment, sql`${WITH_PEOPLE} ORDER BY a.starts_on, a.id`);
  }

  find(tx: Tx, id: string): Promise<FoundAssignment | null> {
    return firstRow(tx, FoundAssignment, sql`${WITH_PEOPLE} WHERE a.id = ${id}`);
  }

  /** What the person answers for on the day or later, by first day. */
  notEnded(tx: Tx, personId: string, today: PlainDate): Promise<FoundAssignment[]> {
    return allRows(
      tx,
      FoundAssignment,
      sql`${WITH_PEOPLE} WHERE a.person_id = ${personId} AND (a.ends_on IS NULL OR a.ends_on >= ${today})
          ORDER BY a.starts_on, a.id`,
    );
  }

  /** The titles of focus areas and departments. */
  scopeTitles(tx: Tx, ids: readonly string[]): Promise<ScopeTitle[]> {
    return allRows(tx, ScopeTitle, titlesOf(ids));
  }

  async insert(tx: Tx, row: AssignmentRow): Promise<string> {
    const result = await managerOf(tx).insert(AssignmentEntity, { ...row, version: 1 });
    return (result.identifiers[0] as { id: string }).id;
  }

  /** False when the version is no longer that one. */
  async update(tx: Tx, id: string, version: number, row: AssignmentRow): Promise<boolean> {
    const result = await managerOf(tx).update(AssignmentEntity, { id, version }, { ...row, version: version + 1 });
    return result.affected === 1;
  }

  /** Lets an assignment that has served end on the day. */
  async end(tx: Tx, id: string, lastDay: PlainDate): Promise<void> {
    await managerOf(tx).update(AssignmentEntity, { id }, { endsOn: lastDay, version: () => 'version + 1' });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await managerOf(tx).delete(AssignmentEntity, { id });
  }
}
