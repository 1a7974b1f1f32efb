import * as z from 'zod';
import type { Tx } from '../tx/tx.js';
import { managerOf } from './manager-of.js';
import type { Sql } from './sql.js';

/** Every row of what a statement finds. Throws where one is not of the shape. */
export async function allRows<Shape extends z.ZodType>(
  tx: Tx,
  shape: Shape,
  statement: Sql,
): Promise<z.output<Shape>[]> {
  const { rows } = await sent(tx, statement);
  return rows.map((row) => ofShape(shape, row, statement));
}

/** The first row of what a statement finds; null where there is none. Throws where it is not of the shape. */
export async function firstRow<Shape extends z.ZodType>(
  tx: Tx,
  shape: Shape,
  statement: Sql,
): Promise<z.output<Shape> | null> {
  const { rows } = await sent(tx, statement);
  return rows.length === 0 ? null : ofShape(shape, rows[0], statement);
}

/** Connections that are not typeorm's: sessions are kept by a library of their own. */
interface Connections {
  query(text: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** As `firstRow`, outside every transaction. */
export async function firstRowFrom<Shape extends z.ZodType>(
  connections: Connections,
  shape: Shape,
  statement: Sql,
): Promise<z.output<Shape> | null> {
  const { text, values } = statement.call;
  const { rows } = await connections.query(text, [...values]);
  return rows.length === 0 ? null : ofShape(shape, rows[0], statement);
}

/** Carries out a statement that changes rows; gives how many, of what its last part changes. */
export const changeRows = async (tx: Tx, statement: Sql): Promise<number> => (await sent(tx, statement)).count;

async function sent(tx: Tx, statement: Sql): Promise<{ readonly rows: readonly unknown[]; readonly count: number }> {
  const { text, values } = statement.call;
  const response = await managerOf(tx).query<unknown[]>(text, [...values]);
  // Of a statement that ends in UPDATE or DELETE there are the rows and their number.
  const [rows, count] = response;
  return Array.isArray(rows) && typeof count === 'number'
    ? { rows, count }
    : { rows: response, count: response.length };
}

/** The row as the shape reads it. */
export function ofShape<Shape extends z.ZodType>(shape: Shape, row: unknown, statement: Sql): z.output<Shape> {
  const read = shape.safeParse(row);
  if (read.success) return read.data;
  throw new Error(`A row is not as ${nameOf(statement)} says: ${z.prettifyError(read.error)}`);
}

const nameOf = ({ texts }: Sql): string => texts.join('…').trim().replace(/\s+/g, ' ').slice(0, 60);
