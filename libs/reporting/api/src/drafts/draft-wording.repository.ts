import { EarlierWording } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import { changeRows, named, pageOfRows, type Sql, sql, typed } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

/** Which wordings of a report: of one target (null: of the verdict), of one field with what is below it, or all. */
export interface WordingsOf {
  readonly targetCode?: string | null;
  readonly field?: string;
}

const WordingRow = EarlierWording.extend({ writtenAt: z.date().nullable(), replacedAt: z.date() });

/** What drafts' fields said before; added as a draft is saved, cleared when the report is published. */
@Injectable()
export class DraftWordingRepository {
  /** One page, newest first. */
  async page(
    tx: Tx,
    reportId: string,
    { targetCode, field, page, limit }: WordingsOf & { readonly page: number; readonly limit: number },
  ): Promise<{ items: EarlierWording[]; total: number }> {
    const of = typed(field ?? null, 'text');
    const { rows, total } = await pageOfRows(
      tx,
      WordingRow,
      {
        columns: sql`id, target_code AS "targetCode", field, text, written_by_name AS "writtenBy",
          written_at AS "writtenAt", replaced_by_name AS "replacedBy", replaced_at AS "replacedAt"`,
        from: sql`draft_wording
          WHERE report_id = ${reportId}
            AND (${typed(targetCode === undefined, 'boolean')} OR target_code IS NOT DISTINCT FROM ${targetCode ?? null})
            AND (${of} IS NULL OR field = ${of} OR starts_with(field, ${of} || '/'))`,
        orderBy: sql`replaced_at DESC, field, id`,
      },
      { page, limit },
    );
    return { items: rows.map(wordingOf), total };
  }

  /**
   * Clears everything that is kept of how the reports were written, but for what was written over examples. The database
   * allows it of published ones alone.
   */
  async clear(tx: Tx, reportIds: readonly string[]): Promise<void> {
    const ids = typed(reportIds, 'uuid[]');
    await changeRows(
      tx,
      sql`WITH cleared AS (DELETE FROM draft_wording WHERE report_id = ANY (${ids})),
       entries AS (UPDATE entry SET written = ${overExamples(named('written'))} WHERE report_id = ANY (${ids}))
       UPDATE report SET verdict_written = ${overExamples(named('verdict_written'))} WHERE id = ANY (${ids})`,
    );
  }
}

/** Of the marks in a column, what examples said that have been written over; nothing of who wrote, or when. */
const overExamples = (marks: Sql): Sql =>
  sql`coalesce((SELECT jsonb_object_agg(key, jsonb_build_object('example', value -> 'example'))
     FROM jsonb_each(${marks}) WHERE value ? 'example'), '{}')`;

const wordingOf = ({
  id,
  targetCode,
  field,
  text,
  writtenBy,
  replacedBy,
  ...at
}: z.infer<typeof WordingRow>): EarlierWording => ({
  ...{ id, targetCode, field, text, writtenBy, replacedBy },
  writtenAt: at.writtenAt?.toISOString() ?? null,
  replacedAt: at.replacedAt.toISOString(),
});
