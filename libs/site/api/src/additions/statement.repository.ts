import { type Tx, waitForTurn } from '@malspar/shared-api';
import { changeRows, firstRow, sql } from '@malspar/shared-api/sql';
import { AccessibilityStatement, type SavedStatement } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

const Row = z.object({
  ...AccessibilityStatement.shape,
  version: z.number(),
  savedAt: z.date(),
  savedBy: z.string(),
});

@Injectable()
export class StatementRepository {
  /** Waits for its turn to save; the turn lasts until the transaction ends. */
  lock(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'statement');
  }

  /** The newest statement that somebody has saved; null while nobody has. */
  async newest(tx: Tx): Promise<SavedStatement | null> {
    const row = await firstRow(
      tx,
      Row,
      sql`SELECT version, conformance, standard, standard_date AS "standardDate", method, assessor,
         assessed_on::text AS "assessedOn", procedure, failures, contact, phone, response_days AS "responseDays",
         saved_at AS "savedAt", saved_by_name AS "savedBy"
       FROM accessibility_statement ORDER BY version DESC LIMIT 1`,
    );
    if (!row) return null;
    const { version, savedAt, savedBy, ...statement } = row;
    return { version, statement, savedAt: savedAt.toISOString(), savedBy };
  }

  async insert(
    tx: Tx,
    version: number,
    statement: AccessibilityStatement,
    saved: { readonly at: Date; readonly by: { readonly personId: string; readonly name: string } },
  ): Promise<void> {
    const procedure = JSON.stringify(statement.procedure);
    const failures = JSON.stringify(statement.failures);
    await changeRows(
      tx,
      sql`INSERT INTO accessibility_statement (version, conformance, standard, standard_date, method, assessor,
            assessed_on, procedure, failures, contact, phone, response_days, saved_at, saved_by, saved_by_name)
          VALUES (${version}, ${statement.conformance}, ${statement.standard}, ${statement.standardDate},
            ${statement.method}, ${statement.assessor}, ${statement.assessedOn}, ${procedure}, ${failures},
            ${statement.contact}, ${statement.phone}, ${statement.responseDays}, ${saved.at}, ${saved.by.personId},
            ${saved.by.name})`,
    );
  }
}
