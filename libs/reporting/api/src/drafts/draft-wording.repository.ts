import type { EarlierWording } from '@malspar/reporting-model';
import { pageOfRows, type Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';

/** Which wordings of a report: of one target (null: of the verdict), of one field with what is below it, or all. */
export interface WordingsOf {
  readonly targetCode?: string | null;
  readonly field?: string;
}

interface WordingRow extends Omit<EarlierWording, 'writtenAt' | 'replacedAt'> {
  readonly writtenAt: Date | null;
  readonly replacedAt: Date;
}

/** What drafts' fields said before; added as a draft is saved, cleared when the report is published. */
@Injectable()
export class DraftWordingRepository {
  /** One page, newest first. */
  async page(
    tx: Tx,
    reportId: string,
    { targetCode, field, page, limit }: WordingsOf & { readonly page: number; readonly limit: number },
  ): Promise<{ items: EarlierWording[]; total: number }> {
    const { rows, total } = await pageOfRows<WordingRow>(
      tx,
      {
        columns: `id, target_code AS "targetCode", field, text, written_by_name AS "writtenBy",
          written_at AS "writtenAt", replaced_by_name AS "replacedBy", replaced_at AS "replacedAt"`,
        from: `draft_wording
          WHERE report_id = $1 AND ($2 OR target_code IS NOT DISTINCT FROM $3)
            AND ($4::text IS NULL OR field = $4 OR starts_with(field, $4 || '/'))`,
        orderBy: 'replaced_at DESC, field, id',
        parameters: [reportId, targetCode === undefined, targetCode ?? null, field ?? null],
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
    await managerOf(tx).query(
      `WITH cleared AS (DELETE FROM draft_wording WHERE report_id = ANY ($1::uuid[])),
       entries AS (UPDATE entry SET written = ${overExamples('written')} WHERE report_id = ANY ($1::uuid[]))
       UPDATE report SET verdict_written = ${overExamples('verdict_written')} WHERE id = ANY ($1::uuid[])`,
      [reportIds],
    );
  }
}

/** Of the marks in a column, what examples said that have been written over; nothing of who wrote, or when. */
export const overExamples = (marks: string): string =>
  `coalesce((SELECT jsonb_object_agg(key, jsonb_build_object('example', value -> 'example'))
     FROM jsonb_each(${marks}) WHERE value ? 'example'), '{}')`;

const wordingOf = ({ id, targetCode, field, text, writtenBy, replacedBy, ...at }: WordingRow): EarlierWording => ({
  ...{ id, targetCode, field, text, writtenBy, replacedBy },
  writtenAt: at.writtenAt?.toISOString() ?? null,
  replacedAt: at.replacedAt.toISOString(),
});
