import { type Tx, waitForTurn } from '@malspar/shared-api';
import { changeRows, entityRows, managerOf, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { FocusAreaEntity, FocusAreaGoalEntity } from './focus-area.entity.js';
import {
  AmendmentEntity,
  ClimateGoalEntity,
  DepartmentEntity,
  DriverEntity,
  OverarchingGoalEntity,
  PlanEntity,
  SourceEntity,
  VerdictLabelEntity,
} from './plan.entity.js';
import type { PlanRows } from './plan-rows.js';
import { AmendmentShape, shapes, VersionShape } from './plan-table-shapes.js';
import { isUnchanged, rowChanges, type RowChanges } from './row-changes.js';
import type { StoredPlan } from './settled-matters.js';
import { IndicatorEntity, MilestoneEntity, TargetEntity, TargetVersionEntity } from './target.entity.js';

interface Table {
  readonly entity: EntityTarget<ObjectLiteral>;
  /** The columns that name a row. */
  readonly key: readonly string[];
}

/** Parents before children: rows are added in this order and taken away in the opposite one. */
const TABLES: Readonly<Record<keyof PlanRows, Table>> = {
  plan: { entity: PlanEntity, key: ['id'] },
  source: { entity: SourceEntity, key: ['planId', 'key'] },
  overarchingGoal: { entity: OverarchingGoalEntity, key: ['id'] },
  driver: { entity: DriverEntity, key: ['id'] },
  department: { entity: DepartmentEntity, key: ['id'] },
  focusArea: { entity: FocusAreaEntity, key: ['id'] },
  focusAreaGoal: { entity: FocusAreaGoalEntity, key: ['focusAreaId', 'goalId'] },
  target: { entity: TargetEntity, key: ['id'] },
  indicator: { entity: IndicatorEntity, key: ['targetId'] },
  milestone: { entity: MilestoneEntity, key: ['targetId', 'position'] },
  climateGoal: { entity: ClimateGoalEntity, key: ['planId', 'year'] },
  verdictLabel: { entity: VerdictLabelEntity, key: ['planId', 'code'] },
};
const NAMES = Object.keys(TABLES) as (keyof PlanRows)[];

/** What was done to one row, for the log and for whoever loaded the file. */
export interface PlanRowChange {
  readonly table: keyof PlanRows;
  readonly change: 'added' | 'changed' | 'removed';
  readonly name: string;
  readonly fields: readonly string[];
}

/**
 * Stay even when a file no longer names them: what targets once said may still point at sources, and departments are the
 * application's.
 */
const NEVER_REMOVED: readonly (keyof PlanRows)[] = ['source', 'department'];

@Injectable()
export class PlanWritingRepository {
  /** Waits for its turn; the turn lasts until the transaction ends. */
  lock(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'plan');
  }

  /** The whole plan as stored; null when there is none with the slug. */
  async stored(tx: Tx, slug: string): Promise<StoredPlan | null> {
    const [plan] = await entityRows(tx, shapes.plan, PlanEntity, sql`WHERE slug = ${slug}`);
    if (!plan) return null;
    const ofPlan = sql`WHERE plan_id = ${plan.id}`;
    const ofTargets = sql`WHERE target_id IN (SELECT id FROM target ${ofPlan})`;
    return {
      rows: {
        plan: [plan],
        source: await entityRows(tx, shapes.source, SourceEntity, ofPlan),
        overarchingGoal: await entityRows(tx, shapes.overarchingGoal, OverarchingGoalEntity, ofPlan),
        driver: await entityRows(tx, shapes.driver, DriverEntity, ofPlan),
        department: await entityRows(tx, shapes.department, DepartmentEntity, ofPlan),
        focusArea: await entityRows(tx, shapes.focusArea, FocusAreaEntity, ofPlan),
        focusAreaGoal: await entityRows(tx, shapes.focusAreaGoal, FocusAreaGoalEntity, ofPlan),
        target: await entityRows(tx, shapes.target, TargetEntity, ofPlan),
        indicator: await entityRows(tx, shapes.indicator, IndicatorEntity, ofPlan),
        milestone: await entityRows(tx, shapes.milestone, MilestoneEntity, ofTargets),
        climateGoal: await entityRows(tx, shapes.climateGoal, ClimateGoalEntity, ofPlan),
        verdictLabel: await entityRows(tx, shapes.verdictLabel, VerdictLabelEntity, ofPlan),
      },
      amendments: await entityRows(tx, AmendmentShape, AmendmentEntity, sql`${ofPlan} ORDER BY valid_from, position`),
      versions: await entityRows(tx, VersionShape, TargetVersionEntity, sql`${ofPlan} ORDER BY valid_from`),
    };
  }

  /** Brings the rows to what is wanted and says what it did; rows that are right already are not touched. */
  async bringUpToDate(tx: Tx, stored: PlanRows | null, wanted: PlanRows): Promise<PlanRowChange[]> {
    const done: PlanRowChange[] = [];
    for (const name of NAMES) done.push(...(await this.addAndChange(tx, name, stored, wanted)));
    for (const name of NAMES.toReversed()) done.push(...(await this.remove(tx, name, stored, wanted)));
    return done;
  }

  private async addAndChange(
    tx: Tx,
    table: keyof PlanRows,
    stored: PlanRows | null,
    wanted: PlanRows,
  ): Promise<PlanRowChange[]> {
    const { entity } = TABLES[table];
    const { added, changed } = changesOf(table, stored, wanted);
    if (added.length > 0) await managerOf(tx).insert(entity, [...added]);
    for (const { row, fields } of changed) {
      await managerOf(tx).update(
        entity,
        keyOf(table, row),
        Object.fromEntries(fields.map((field) => [field, row[field]])),
      );
    }
    return [
      ...added.map((row) => ({ table, change: 'added' as const, name: nameOf(row), fields: [] })),
      ...changed.map(({ row, fields }) => ({ table, change: 'changed' as const, name: nameOf(row), fields })),
    ];
  }

  private async remove(
    tx: Tx,
    table: keyof PlanRows,
    stored: PlanRows | null,
    wanted: PlanRows,
  ): Promise<PlanRowChange[]> {
    if (NEVER_REMOVED.includes(table)) return [];
    const { removed } = changesOf(table, stored, wanted);
    for (const row of removed) await managerOf(tx).delete(TABLES[table].entity, keyOf(table, row));
    return removed.map((row) => ({ table, change: 'removed' as const, name: nameOf(row), fields: [] }));
  }

  /** Adds amendments that are new, and corrects how the stored ones are worded; gives the ids of both. */
  async writeAmendments(
    tx: Tx,
    stored: readonly AmendmentEntity[],
    wanted: readonly AmendmentEntity[],
  ): Promise<RowChanges<AmendmentEntity>> {
    const changes = rowChanges(
      stored.filter((row) => row.targetId === null),
      wanted,
      (row) => row.id,
    );
    if (isUnchanged(changes)) return changes;
    if (changes.added.length > 0) await managerOf(tx).insert(AmendmentEntity, [...changes.added]);
    for (const { row } of changes.changed) {
      const { id, position, text, decisionReference, provenance, sourceKey } = row;
      await managerOf(tx).update(AmendmentEntity, { id }, { position, text, decisionReference, provenance, sourceKey });
    }
    return changes;
  }

  async addAmendment(tx: Tx, amendment: AmendmentEntity): Promise<void> {
    await managerOf(tx).insert(AmendmentEntity, amendment);
  }

  async addVersions(tx: Tx, versions: readonly TargetVersionEntity[]): Promise<void> {
    if (versions.length > 0) await managerOf(tx).insert(TargetVersionEntity, [...versions]);
  }

  /** Makes the plan the current one; false when it was so already. */
  async makeCurrent(tx: Tx, planId: string): Promise<boolean> {
    await changeRows(tx, sql`UPDATE plan SET is_current = false WHERE is_current AND id <> ${planId}`);
    const made = sql`UPDATE plan SET is_current = true, loaded_at = now() WHERE id = ${planId} AND NOT is_current`;
    return (await changeRows(tx, made)) > 0;
  }

  /** The target of the current plan with its indicator and newest version, kept for the caller until the end. */
  async lockTarget(
    tx: Tx,
    code: string,
  ): Promise<{ target: TargetEntity; indicator: IndicatorEntity; latest: TargetVersionEntity } | null> {
    const current = sql`WHERE code = ${code} AND plan_id = (SELECT id FROM plan WHERE is_current) FOR UPDATE`;
    const [target] = await entityRows(tx, shapes.target, TargetEntity, current);
    if (!target) return null;
    const ofTarget = sql`WHERE target_id = ${target.id}`;
    const [indicator] = await entityRows(tx, shapes.indicator, IndicatorEntity, ofTarget);
    const newest = sql`${ofTarget} ORDER BY valid_from DESC LIMIT 1`;
    const [latest] = await entityRows(tx, VersionShape, TargetVersionEntity, newest);
    if (!indicator || !latest) throw new Error(`The target ${code} has no indicator or no version`);
    return { target, indicator, latest };
  }
}

const keyOf = (table: keyof PlanRows, row: ObjectLiteral): ObjectLiteral =>
  Object.fromEntries(TABLES[table].key.map((column) => [column, row[column] as unknown]));

const changesOf = (
  table: keyof PlanRows,
  stored: PlanRows | null,
  wanted: PlanRows,
): RowChanges<Record<string, unknown>> => {
  const rowsOf = (rows: PlanRows | null) =>
    Array.from<object, Record<string, unknown>>(rows?.[table] ?? [], (row) => ({ ...row }));
  return rowChanges(rowsOf(stored), rowsOf(wanted), (row) => Object.values(keyOf(table, row)).join(' '));
};

/** How a row is called among people: by slug, code, key, year, or else where it stands. */
const nameOf = (row: object): string => {
  const { slug, code, key, year, position } = row as Partial<Record<string, string | number>>;
  return String(slug ?? code ?? key ?? year ?? position ?? '');
};
