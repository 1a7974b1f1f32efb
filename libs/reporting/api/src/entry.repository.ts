import type {
  EntryContent,
  EntryValue,
  FieldMark,
  ReplacedWording,
  ReportState,
  Verdict,
} from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { WITH_APPROVED } from './approved-word.js';
import { EntryEntity, EntryValueEntity } from './entry.entity.js';

export interface StoredValue {
  readonly period: string;
  readonly value: string;
  readonly provenance: Provenance;
  readonly sourceKey: string | null;
}

/** An entry with its values, oldest first. */
export interface EntryRow extends EntryEntity {
  readonly values: readonly StoredValue[];
}

/** What a save replaces, and who has then written which field. */
export interface Wordings {
  readonly kept: readonly ReplacedWording[];
  readonly written: Readonly<Record<string, FieldMark>>;
}

/** An entry of a report's approved word, with whose it is. */
export interface ApprovedEntryRow extends EntryRow {
  readonly period: string;
  readonly endsOn: string;
  readonly focusAreaId: string;
  readonly state: ReportState;
  readonly verdict: Verdict | null;
  readonly verdictExplanation: string;
  readonly verdictProvenance: Provenance;
  readonly yearVerdict: Verdict | null;
  readonly yearExplanation: string;
  readonly yearVerdictProvenance: Provenance;
}

/** Who writes, and when. */
export interface Writer {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

@Injectable()
export class EntryRepository {
  /** Everything that approved and published reports of some areas have said, oldest first, in the plan's order. */
  approvedOfAreas(tx: Tx, areaIds: readonly string[]): Promise<ApprovedEntryRow[]> {
    return tx.query(
      `${WITH_APPROVED} SELECT * FROM approved_entry WHERE "focusAreaId" = ANY ($1::uuid[]) ORDER BY "endsOn", position`,
      [[...areaIds]],
    );
  }

  /** Who has answered for measures in approved and published reports of the plan: the area's own first, then the most named. */
  async responsibles(tx: Tx, planId: string, areaId: string): Promise<string[]> {
    const rows = await tx.query<{ responsible: string }[]>(
      `${WITH_APPROVED}
       SELECT measure ->> 'responsible' AS responsible FROM approved_entry
       WHERE "planId" = $1 AND measure ->> 'responsible' <> ''
       GROUP BY 1 ORDER BY bool_or("focusAreaId" = $2) DESC, count(*) DESC, 1 LIMIT 50`,
      [planId, areaId],
    );
    return rows.map(({ responsible }) => responsible);
  }

  /** Everything that approved and published reports have said of some targets, oldest first. */
  approvedOfTargets(tx: Tx, targetIds: readonly string[]): Promise<ApprovedEntryRow[]> {
    return tx.query(
      `${WITH_APPROVED} SELECT * FROM approved_entry WHERE "targetId" = ANY ($1::uuid[]) ORDER BY "endsOn"`,
      [targetIds],
    );
  }

  /**
   * Writes the content if the entry still has the version, keeps the wordings that it replaces, and counts the report
   * up; gives both new versions, or null when somebody else was first. A value that is written again unchanged keeps
   * its provenance and source, any other has that of `ofValues`.
   */
  async save(
    tx: Tx,
    entry: { readonly id: string; readonly version: number },
    content: EntryContent,
    origins: { readonly ofAnswer: Provenance; readonly ofValues: Provenance },
    writer: Writer,
    wordings: Wordings,
  ): Promise<{ version: number; reportVersion: number } | null> {
    const values = content.values.flatMap((value) => withValue(value));
    // The driver gives rows and count for a statement that ends in UPDATE.
    const [[saved]] = await tx.query<[{ version: number; reportVersion: number }[], number]>(
      `WITH saved AS (
         UPDATE entry SET assessment = $3, no_value_reason = $4, comment = $5, measure = $6, parts = $7,
           milestones = $8, explanations = $9, provenance = $10, updated_at = $11, updated_by = $12,
           updated_by_name = $13, written = written || $15, version = version + 1
         WHERE id = $1 AND version = $2 RETURNING id, version, report_id, target_code),
       writer AS (${countWriter('saved.report_id', 12)}),
       remembered AS (${keepWordings('saved.report_id, saved.target_code', { at: 11, by: 12, name: 13, kept: 16 })}),
       given AS (SELECT * FROM jsonb_to_recordset($14) AS given (period text, value text)),
       kept AS (
         INSERT INTO entry_value AS v (entry_id, period, value, provenance)
         SELECT saved.id, given.period, given.value::numeric, $17 FROM saved, given
         ON CONFLICT ON CONSTRAINT pk_entry_value DO UPDATE
           SET value = excluded.value, provenance = excluded.provenance, source_key = NULL
           WHERE v.value <> excluded.value),
       removed AS (
         DELETE FROM entry_value v USING saved
         WHERE v.entry_id = saved.id AND v.period NOT IN (SELECT period FROM given))
       UPDATE report SET version = report.version + 1 FROM saved WHERE report.id = saved.report_id
       RETURNING saved.version, report.version AS "reportVersion"`,
      [
        entry.id,
        entry.version,
        content.assessment,
        content.noValueReason,
        content.comment,
        content.measure && JSON.stringify(content.measure),
        JSON.stringify(content.parts),
        JSON.stringify(content.milestones),
        JSON.stringify(content.explanations),
        origins.ofAnswer,
        writer.at,
        writer.personId,
        writer.name,
        JSON.stringify(values),
        JSON.stringify(wordings.written),
        JSON.stringify(wordings.kept),
        origins.ofValues,
      ],
    );
    return saved ?? null;
  }

  async insert(tx: Tx, entries: readonly EntryEntity[], values: readonly EntryValueEntity[] = []): Promise<void> {
    await inChunks(entries, (some) => tx.insert(EntryEntity, some));
    await inChunks(values, (some) => tx.insert(EntryValueEntity, some));
  }
}

/**
 * The statement that keeps what a save replaces, as part of the one that saves: it adds nothing where `saved` has no
 * row. Named are the numbers of its parameters.
 */
export const keepWordings = (
  subject: string,
  { at, by, name, kept }: Readonly<Record<'at' | 'by' | 'name' | 'kept', number>>,
): string => `
  INSERT INTO draft_wording
    (report_id, target_code, field, text, written_by_name, written_at, replaced_at, replaced_by, replaced_by_name)
  SELECT ${subject}, w.field, w.text, w."writtenBy", w."writtenAt", $${at}, $${by}, $${name}
  FROM saved, jsonb_to_recordset($${kept}) AS w ("targetCode" text, field text, text text, "writtenBy" text, "writtenAt" timestamptz)`;

const withValue = ({ period, value }: EntryValue): { period: string; value: string }[] =>
  value === null ? [] : [{ period, value }];

/** Counts somebody among those who have written in a report; a part of the statement that writes. */
export const countWriter = (reportId: string, person: number): string =>
  `INSERT INTO report_writer (report_id, person_id) SELECT ${reportId}, $${person}::uuid FROM saved
   ON CONFLICT ON CONSTRAINT pk_report_writer DO NOTHING`;

/** A statement takes at most 65 535 parameters. */
async function inChunks<T>(rows: readonly T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) await insert(rows.slice(start, start + 500));
}
