import * as z from 'zod';
import type { Tx } from '../tx/tx.js';
import { changeRows, firstRow } from '../sql/rows.js';
import { sql } from '../sql/sql.js';

/**
 * What is done by one at a time in the whole database, each with a number known to nobody else (an advisory lock).
 * 4_202_501 belongs to those who migrate, before there is an app.
 */
const TURNS = {
  housekeeping: 4_202_502,
  /** All writers of the audit log. */
  audit: 4_202_503,
  /** Loaders of plans, so that two of them at once do the work once. */
  plan: 4_202_504,
  /** Those who publish or correct. */
  publication: 4_202_505,
  /** Those who change the list of documents. */
  documents: 4_202_507,
  /** Those who save an accessibility statement. */
  statement: 4_202_508,
  /** Those who shut people out, so that one administrator is always left. */
  people: 4_202_509,
} as const;
export type Turn = keyof typeof TURNS;

const Taken = z.object({ mine: z.boolean() });

/** Waits for the turn, which lasts until the transaction ends. */
export async function waitForTurn(tx: Tx, turn: Turn): Promise<void> {
  await changeRows(tx, sql`SELECT pg_advisory_xact_lock(${TURNS[turn]})`);
}

/** Takes the turn, which lasts until the transaction ends; false when somebody else holds it. */
export async function takeTurn(tx: Tx, turn: Turn): Promise<boolean> {
  const taken = await firstRow(tx, Taken, sql`SELECT pg_try_advisory_xact_lock(${TURNS[turn]}) AS mine`);
  return taken?.mine === true;
}
