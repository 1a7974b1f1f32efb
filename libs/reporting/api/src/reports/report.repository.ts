import {
  type EntryContent,
  type ReplacedWording,
  ReportState,
  type Verdict,
  type Wordings,
  type YearContent,
  type YearOrigins,
} from '@malspar/reporting-model';
import { DataVersions, knownVersions, type Tx } from '@malspar/shared-api';
import { allRows, DATA_VERSIONS, firstRow, json, managerOf, type Sql, sql, typed } from '@malspar/shared-api/sql';
import type { PlainDate, Provenance } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { WITH_APPROVED } from './approved-word.sql.js';
import { EntryEntity, EntryValueEntity } from './entry.entity.js';
import { ReportEntity } from './report.entity.js';
import { ApprovedEntryRow, FoundReportRow, ReportRow, SavedVersions, type Writer, Writing } from './report-rows.js';
import { actingOn, COLUMNS, COUNTS, reportVersion, TABLES, WRITING } from './report.sql.js';

const FoundWithVersions = FoundReportRow.extend({ versions: DataVersions });
const WritingOfReport = z.object({ id: z.string(), writing: Writing });
const ReportInPeriod = z.object({ id: z.string(), focusAreaId: z.string(), state: ReportState });

/** The rows of reports and of what is written in them. */
@Injectable()
export class ReportRepository {
  /** The report with what is written in it; what is in memory is as new as the row from then on. */
  async find(tx: Tx, id: string, today: PlainDate): Promise<FoundReportRow | null> {
    const found = await firstRow(
      tx,
      FoundWithVersions,
      sql`SELECT ${COLUMNS}, ${COUNTS}, ${WRITING} AS writing, ${actingOn(today)} AS acting, ${DATA_VERSIONS} AS versions
          FROM ${TABLES} WHERE r.id = ${id}`,
    );
    if (!found) return null;
    const { versions, ...row } = found;
    knownVersions.saw(versions);
    return row;
  }

  /** A version of all that `find` and what is in memory say of the report; null where it does not exist. */
  async dataVersion(tx: Tx, id: string, today: PlainDate): Promise<string | null> {
    const row = await firstRow(
      tx,
      z.object({ version: z.string() }),
      sql`SELECT ${reportVersion(today)} AS version FROM ${TABLES} WHERE r.id = ${id}`,
    );
    return row?.version ?? null;
  }

  /** What is written in some reports, by their ids. */
  async writing(tx: Tx, ids: readonly string[]): Promise<Map<string, Writing>> {
    const rows = await allRows(
      tx,
      WritingOfReport,
      sql`SELECT r.id, ${WRITING} AS writing FROM report r WHERE r.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map(({ id, writing }) => [id, writing]));
  }

  /**
   * Waits for its turn on the report; its period cannot be closed meanwhile. Only what stands on the two rows is
   * sure to be fresh after the wait: anything else must be read afterwards.
   */
  lock(tx: Tx, id: string): Promise<ReportRow | null> {
    return firstRow(
      tx,
      ReportRow,
      sql`SELECT ${COLUMNS} FROM ${TABLES} WHERE r.id = ${id} FOR UPDATE OF r FOR SHARE OF p`,
    );
  }

  /** As `lock`, of several reports, always in one order. */
  lockAll(tx: Tx, ids: readonly string[]): Promise<ReportRow[]> {
    return allRows(
      tx,
      ReportRow,
      sql`SELECT ${COLUMNS} FROM ${TABLES} WHERE r.id = ANY (${ids}::uuid[])
          ORDER BY r.id FOR UPDATE OF r FOR SHARE OF p`,
    );
  }

  /** Everything that approved and published reports of some areas have said, oldest first, in the plan's order. */
  approvedOfAreas(tx: Tx, areaIds: readonly string[]): Promise<ApprovedEntryRow[]> {
    return allRows(
      tx,
      ApprovedEntryRow,
      sql`${WITH_APPROVED}
          SELECT * FROM approved_entry WHERE "focusAreaId" = ANY (${areaIds}::uuid[]) ORDER BY "endsOn", position`,
    );
  }

  /** Who has answered for measures in approved and published reports of the plan: the area's own first, then the most named. */
  async responsibles(tx: Tx, planId: string, areaId: string): Promise<string[]> {
    const rows = await allRows(
      tx,
      z.object({ responsible: z.string() }),
      sql`${WITH_APPROVED}
          SELECT measure ->> 'responsible' AS responsible FROM approved_entry
          WHERE "planId" = ${planId} AND measure ->> 'responsible' <> ''
          GROUP BY 1 ORDER BY bool_or("focusAreaId" = ${areaId}) DESC, count(*) DESC, 1 LIMIT 50`,
    );
    return rows.map(({ responsible }) => responsible);
  }

  /**
   * Writes the content if the entry still has the version, keeps the wordings that it replaces, and counts the report
   * up; gives both new versions, or null when somebody else was first. A value that is written again unchanged keeps
   * its provenance and source, any other has that of `ofValues`.
   */
  async saveEntry(
    tx: Tx,
    entry: { readonly id: string; readonly version: number },
    content: EntryContent,
    origins: { readonly ofFields: Provenance; readonly ofValues: Provenance },
    writer: Writer,
    wordings: Wordings,
  ): Promise<SavedVersions | null> {
    const { at, by, name } = typedWriter(writer);
    const values = content.values.filter(({ value }) => value !== null);
    return firstRow(
      tx,
      SavedVersions,
      sql`WITH saved AS (
            UPDATE entry SET assessment = ${content.assessment}, no_value_reason = ${content.noValueReason},
              comment = ${content.comment}, measure = ${json(content.measure)}, parts = ${json(content.parts)},
              milestones = ${json(content.milestones)}, explanations = ${json(content.explanations)},
              provenance = ${origins.ofFields}, updated_at = ${at}, updated_by = ${by}, updated_by_name = ${name},
              written = written || ${json(wordings.written)}, version = version + 1
            WHERE id = ${entry.id} AND version = ${entry.version} RETURNING id, version, report_id, target_code),
          writer AS (${countWriter(sql`saved.report_id`, writer)}),
          remembered AS (${keepWordings(sql`saved.report_id, saved.target_code`, writer, wordings.kept)}),
          given AS (SELECT * FROM jsonb_to_recordset(${json(values)}) AS given (period text, value text)),
          kept AS (
            INSERT INTO entry_value AS v (entry_id, period, value, provenance)
            SELECT saved.id, given.period, given.value::numeric, ${typed(origins.ofValues, 'text')} FROM saved, given
            ON CONFLICT ON CONSTRAINT pk_entry_value DO UPDATE
              SET value = excluded.value, provenance = excluded.provenance, source_key = NULL
              WHERE v.value <> excluded.value),
          removed AS (
            DELETE FROM entry_value v USING saved
            WHERE v.entry_id = saved.id AND v.period NOT IN (SELECT period FROM given))
          UPDATE report SET version = report.version + 1 FROM saved WHERE report.id = saved.report_id
          RETURNING saved.version, report.version AS "reportVersion"`,
    );
  }

  /**
   * Writes the verdict if it still has the version and keeps the wordings that it replaces; gives both new versions, or
   * null when somebody was first.
   */
  async saveVerdict(
    tx: Tx,
    report: { readonly id: string; readonly verdictVersion: number },
    content: { readonly verdict: Verdict | null; readonly explanation: string },
    provenance: Provenance,
    writer: Writer,
    wordings: Wordings,
  ): Promise<SavedVersions | null> {
    const { at, by, name } = typedWriter(writer);
    const origin = typed(provenance, 'text');
    return firstRow(
      tx,
      SavedVersions,
      sql`WITH saved AS (
            UPDATE report SET verdict = ${content.verdict}, verdict_explanation = ${content.explanation},
              verdict_provenance = ${origin},
              verdict_source_key = CASE WHEN verdict_provenance = ${origin} THEN verdict_source_key END,
              verdict_updated_at = ${at}, verdict_updated_by = ${by}, verdict_updated_by_name = ${name},
              verdict_written = verdict_written || ${json(wordings.written)}, verdict_version = verdict_version + 1,
              version = version + 1
            WHERE id = ${report.id} AND verdict_version = ${report.verdictVersion}
            RETURNING id, verdict_version, version),
          writer AS (${countWriter(sql`saved.id`, writer)}),
          remembered AS (${keepWordings(sql`saved.id, NULL`, writer, wordings.kept)})
          SELECT verdict_version AS version, version AS "reportVersion" FROM saved`,
    );
  }

  /**
   * Writes the year part, of the area and of each of its targets, if it still has the version; gives both new versions,
   * or null when somebody was first. What is written again unchanged keeps its source; wordings that are replaced are
   * kept.
   */
  async saveYear(
    tx: Tx,
    report: { readonly id: string; readonly yearVersion: number },
    content: YearContent,
    { verdictProvenance, provenances }: YearOrigins,
    writer: Writer,
    wordings: Wordings,
  ): Promise<SavedVersions | null> {
    const { at, by, name } = typedWriter(writer);
    const verdict = typed(content.verdict, 'text');
    const explanation = typed(content.explanation, 'text');
    return firstRow(
      tx,
      SavedVersions,
      sql`WITH saved AS (
            UPDATE report SET year_verdict = ${verdict}, year_explanation = ${explanation},
              year_provenance = ${verdictProvenance},
              year_source_key = CASE
                WHEN (year_verdict, year_explanation) IS NOT DISTINCT FROM (${verdict}, ${explanation})
                THEN year_source_key END,
              year_updated_at = ${at}, year_updated_by = ${by}, year_updated_by_name = ${name},
              verdict_written = verdict_written || ${json(wordings.written)},
              year_version = year_version + 1, version = version + 1
            WHERE id = ${report.id} AND year_version = ${report.yearVersion} RETURNING id, year_version, version),
          writer AS (${countWriter(sql`saved.id`, writer)}),
          remembered AS (${keepWordings(sql`saved.id, NULL`, writer, wordings.kept)}),
          given AS (
            SELECT own.id, given.assessment, coalesce(given.comment, '') AS comment,
              coalesce(${json(provenances)} ->> own.target_code, own.year_provenance) AS provenance
            FROM saved JOIN entry own ON own.report_id = saved.id
              LEFT JOIN jsonb_to_recordset(${json(content.targets)})
                AS given ("targetCode" text, assessment text, comment text) ON given."targetCode" = own.target_code),
          written AS (
            UPDATE entry e SET year_assessment = given.assessment, year_comment = given.comment,
              year_provenance = given.provenance
            FROM given WHERE e.id = given.id
              AND (e.year_assessment, e.year_comment) IS DISTINCT FROM (given.assessment, given.comment))
          SELECT year_version AS version, version AS "reportVersion" FROM saved`,
    );
  }

  /** Where each report of a period stands. */
  ofPeriod(tx: Tx, periodId: string): Promise<z.infer<typeof ReportInPeriod>[]> {
    return allRows(
      tx,
      ReportInPeriod,
      sql`SELECT id, focus_area_id AS "focusAreaId", state FROM report WHERE period_id = ${periodId}`,
    );
  }

  /** Adds reports with their entries and the entries' values. */
  async insert(
    tx: Tx,
    reports: readonly ReportEntity[],
    entries: readonly EntryEntity[],
    values: readonly EntryValueEntity[] = [],
  ): Promise<void> {
    await inChunks(reports, (some) => managerOf(tx).insert(ReportEntity, some));
    await inChunks(entries, (some) => managerOf(tx).insert(EntryEntity, some));
    await inChunks(values, (some) => managerOf(tx).insert(EntryValueEntity, some));
  }
}

function typedWriter({ at, personId, name }: Writer) {
  return { at: typed(at, 'timestamptz'), by: typed(personId, 'uuid'), name: typed(name, 'text') };
}

/** The part of a saving statement that keeps what it replaces; it adds nothing where `saved` has no row. */
export function keepWordings(subject: Sql, writer: Writer, kept: readonly ReplacedWording[]): Sql {
  const { at, by, name } = typedWriter(writer);
  return sql`
    INSERT INTO draft_wording
      (report_id, target_code, field, text, written_by_name, written_at, replaced_at, replaced_by, replaced_by_name)
    SELECT ${subject}, w.field, w.text, w."writtenBy", w."writtenAt", ${at}, ${by}, ${name}
    FROM saved, jsonb_to_recordset(${json(kept)})
      AS w ("targetCode" text, field text, text text, "writtenBy" text, "writtenAt" timestamptz)`;
}

/** Counts somebody among those who have written in a report; a part of the statement that writes. */
export const countWriter = (reportId: Sql, { personId }: Pick<Writer, 'personId'>): Sql => sql`
  INSERT INTO report_writer (report_id, person_id) SELECT ${reportId}, ${typed(personId, 'uuid')} FROM saved
  ON CONFLICT ON CONSTRAINT pk_report_writer DO NOTHING`;

/** A statement takes at most 65 535 parameters. */
async function inChunks<T>(rows: readonly T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) await insert(rows.slice(start, start + 500));
}
