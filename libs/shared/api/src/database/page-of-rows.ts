import type { Tx } from '../tx/tx.js';
import { managerOf } from '../sql/manager-of.js';

/** A query by its parts; all parameters stand in `from`, which holds the joins and conditions too. */
export interface PagedQuery {
  readonly columns: string;
  readonly from: string;
  readonly orderBy: string;
  readonly parameters: readonly unknown[];
}

/**
 * One page of what a query finds, with the number of all that it finds. Beyond the last page there is no row to carry
 * the number, so it is counted by itself.
 */
export async function pageOfRows<Row>(
  tx: Tx,
  { columns, from, orderBy, parameters }: PagedQuery,
  { page, limit }: { readonly page: number; readonly limit: number },
): Promise<{ rows: Row[]; total: number }> {
  const rows = await managerOf(tx).query<(Row & { total: number })[]>(
    `SELECT ${columns}, count(*) OVER ()::int AS total
     FROM ${from}
     ORDER BY ${orderBy} OFFSET $${parameters.length + 1} LIMIT $${parameters.length + 2}`,
    [...parameters, (page - 1) * limit, limit],
  );
  if (rows[0] || page === 1) return { rows, total: rows[0]?.total ?? 0 };
  const [all] = await managerOf(tx).query<{ total: number }[]>(`SELECT count(*)::int AS total FROM ${from}`, [
    ...parameters,
  ]);
  return { rows, total: all?.total ?? 0 };
}
