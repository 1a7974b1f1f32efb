import type { ObjectLiteral } from 'typeorm';
import type * as z from 'zod';
import type { Tx } from '../tx/tx.js';
import { managerOf } from './manager-of.js';
import { allRows } from './rows.js';
import { Sql, sql } from './sql.js';

/**
 * Whole rows of an entity's table, by the shape. `rest` is what follows the table's name: which rows, in which order, and
 * whether they are locked. Columns are named once, where the entity says how they are written; dates are plain dates.
 */
export function entityRows<Entity extends ObjectLiteral>(
  tx: Tx,
  shape: z.ZodType<Entity>,
  entity: new () => Entity,
  rest: Sql,
): Promise<Entity[]> {
  const { tableName, columns } = managerOf(tx).connection.getMetadata(entity);
  const all = columns.map(
    ({ databaseName, propertyName, type }) => `${databaseName}${type === 'date' ? '::text' : ''} AS "${propertyName}"`,
  );
  return allRows(tx, shape, sql`${new Sql([`SELECT ${all.join(', ')} FROM ${tableName}`], [])} ${rest}`);
}
