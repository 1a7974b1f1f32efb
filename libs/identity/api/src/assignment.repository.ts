import type { Tx } from '@malspar/shared-api';
import { allRows, managerOf, type Sql, sql, typed } from '@malspar/shared-api/sql';
import type { PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { AssignmentEntity } from './assignment.entity.js';

export type AssignmentRow = Pick<
  AssignmentEntity,
  'personId' | 'kind' | 'focusAreaId' | 'departmentId' | 'deputy' | 'startsOn' | 'endsOn'
>;

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
  all(tx: Tx): Promise<AssignmentEntity[]> {
    return this.withPeople(tx).orderBy('assignment.starts_on').addOrderBy('assignment.id').getMany();
  }

  find(tx: Tx, id: string): Promise<AssignmentEntity | null> {
    return this.withPeople(tx).where('assignment.id = :id', { id }).getOne();
  }

  /** What the person answers for on the day or later, by first day. */
  notEnded(tx: Tx, personId: string, today: PlainDate): Promise<AssignmentEntity[]> {
    return managerOf(tx)
      .createQueryBuilder(AssignmentEntity, 'assignment')
      .where('assignment.person_id = :personId', { personId })
      .andWhere('(assignment.ends_on IS NULL OR assignment.ends_on >= :today)', { today })
      .orderBy('assignment.starts_on')
      .addOrderBy('assignment.id')
      .getMany();
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

  private withPeople(tx: Tx) {
    return managerOf(tx)
      .createQueryBuilder(AssignmentEntity, 'assignment')
      .innerJoinAndSelect('assignment.person', 'person');
  }
}
