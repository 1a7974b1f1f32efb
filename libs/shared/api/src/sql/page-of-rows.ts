import * as z from 'zod';
import type { Tx } from '../tx/tx.js';
import { allRows, firstRow, ofShape } from './rows.js';
import { type Sql, sql } from './sql.js';

/** A query by its parts; `from` holds the joins and conditions too. */
export interface PagedQuery {
  readonly columns: Sql;
  readonly from: Sql;
  readonly orderBy: Sql;
}

const Total = z.object({ total: z.number() });

/**
 * One page of what a query finds, with the number of all that it finds. Beyond the last page there is no row to carry
 * the number, so it is counted by itself.
 */
export async function pageOfRows<Shape extends z.ZodType>(
  tx: Tx,
  shape: Shape,
  { columns, from, orderBy }: PagedQuery,
  { page, limit }: { readonly page: number; readonly limit: number },
): Promise<{ rows: z.output<Shape>[]; total: number }> {
  const statement = sql`SELECT ${columns}, count(*) OVER ()::int AS total FROM ${from}
        ORDER BY ${orderBy} OFFSET ${(page - 1) * limit} LIMIT ${limit}`;
  const found = await allRows(tx, z.unknown(), statement);
  const rows = found.map((row) => ofShape(shape, row, statement));
  if (found.length > 0) return { rows, total: ofShape(Total, found[0], statement).total };
  if (page === 1) return { rows, total: 0 };
  const all = await firstRow(tx, Total, sql`SELECT count(*)::int AS total FROM ${from}`);
  return { rows, total: all?.total ?? 0 };
}
