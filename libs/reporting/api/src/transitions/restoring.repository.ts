import type { FieldMark, ReplacedWording } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import { changeRows, json, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import { VALUES_OF_ENTRY, WITH_APPROVED } from '../reports/approved-word.sql.js';
import { keepWordings } from '../reports/report.repository.js';
import type { Writer } from '../reports/report-rows.js';

/** A wording that is kept, with the target it is about; null for the area. */
export type KeptWording = ReplacedWording & { readonly targetCode: string | null };

type Marks = Readonly<Record<string, FieldMark>>;

@Injectable()
export class RestoringRepository {
  /** Writes the approved word of a report under correction over its draft with its marks, and keeps what that replaces. */
  async restore(
    tx: Tx,
    reportId: string,
    writer: Writer,
    marks: { readonly ofEntries: Readonly<Record<string, Marks>>; readonly ofArea: Marks },
    kept: readonly KeptWording[],
  ): Promise<void> {
    await changeRows(
      tx,
      sql`${WITH_APPROVED},
       word AS MATERIALIZED (SELECT * FROM approved_entry WHERE "reportId" = ${reportId}),
       entries AS (
         UPDATE entry e SET assessment = w.assessment, no_value_reason = w."noValueReason", comment = w.comment,
           measure = w.measure, parts = w.parts, milestones = w.milestones, explanations = w.explanations,
           provenance = w.provenance, year_assessment = w."yearAssessment", year_comment = w."yearComment",
           year_provenance = w."yearProvenance", written = ${json(marks.ofEntries)} -> e.target_code, version = e.version + 1,
           updated_at = NULL, updated_by = NULL, updated_by_name = NULL
         FROM word w WHERE e.id = w.id),
       removed AS (
         DELETE FROM entry_value v USING word w WHERE v.entry_id = w.id
           AND v.period NOT IN (SELECT given ->> 'period' FROM jsonb_array_elements(w.values) AS given)),
       given AS (
         INSERT INTO entry_value (entry_id, period, value, provenance, source_key)
         SELECT e.id, v.period, v.value::numeric, v.provenance, v."sourceKey" FROM word e, ${VALUES_OF_ENTRY}
         ON CONFLICT ON CONSTRAINT pk_entry_value DO UPDATE
           SET value = excluded.value, provenance = excluded.provenance, source_key = excluded.source_key),
       saved AS (
         UPDATE report r SET verdict = w.verdict, verdict_explanation = w.verdict_explanation,
           verdict_provenance = w.verdict_provenance, verdict_source_key = w.verdict_source_key, verdict_version = r.verdict_version + 1,
           verdict_written = ${json(marks.ofArea)}, verdict_updated_at = NULL,
           verdict_updated_by = NULL, verdict_updated_by_name = NULL, year_verdict = w.year_verdict,
           year_explanation = w.year_explanation, year_provenance = w.year_provenance,
           year_source_key = w.year_source_key, year_version = r.year_version + 1, year_updated_at = NULL, year_updated_by = NULL,
           year_updated_by_name = NULL
         FROM approved_report w WHERE w.id = r.id AND r.id = ${reportId} RETURNING r.id)
       ${keepWordings(sql`saved.id, w."targetCode"`, writer, kept)}`,
    );
  }
}
