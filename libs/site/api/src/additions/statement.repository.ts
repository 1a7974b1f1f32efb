import { type Tx, waitForTurn } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { AccessibilityStatement, SavedStatement } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';

interface Row extends AccessibilityStatement {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
}

@Injectable()
export class StatementRepository {
  /** Waits for its turn to save; the turn lasts until the transaction ends. */
  lock(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'statement');
  }

  /** The newest statement that somebody has saved; null while nobody has. */
  async newest(tx: Tx): Promise<SavedStatement | null> {
    const [row] = await managerOf(tx).query<Row[]>(
      `SELECT version, conformance, standard, standard_date AS "standardDate", method, assessor,
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
    await managerOf(tx).query(
      `INSERT INTO accessibility_statement (version, conformance, standard, standard_date, method, assessor, assessed_on,
         procedure, failures, contact, phone, response_days, saved_at, saved_by, saved_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        version,
        statement.conformance,
        statement.standard,
        statement.standardDate,
        statement.method,
        statement.assessor,
        statement.assessedOn,
        JSON.stringify(statement.procedure),
        JSON.stringify(statement.failures),
        statement.contact,
        statement.phone,
        statement.responseDays,
        saved.at,
        saved.by.personId,
        saved.by.name,
      ],
    );
  }
}
