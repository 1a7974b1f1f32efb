import type {
  EntryContent,
  EntryValue,
  ReportState,
  Verdict,
  Wordings,
  YearContent,
  YearOrigins,
} from '@malspar/reporting-model';
import { DATA_VERSIONS, type DataVersions, knownVersions, type Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { PlainDate, Provenance } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { WITH_APPROVED } from './approved-word.js';
import { EntryEntity, EntryValueEntity } from './entry.entity.js';
import { ReportEntity } from './report.entity.js';
import type { ReportCommentEntity } from './report-comment.entity.js';
import type {
  ApprovedEntryRow,
  CountedReportRow,
  EntryRow,
  FoundReportRow,
  ReportRow,
  SavedVersions,
  Writer,
  Writing,
} from './report-rows.js';
import { ACTING, COLUMNS, COUNTS, TABLES, WRITING } from './report-sql.js';

/** As it comes from the database; moments are text in JSON. */
interface WritingJson {
  readonly entries: readonly RowJson<EntryRow>[];
  readonly comments: readonly RowJson<ReportCommentEntity>[];
}
type RowJson<Row> = {
  readonly [Field in keyof Row]: Date extends Row[Field] ? Exclude<Row[Field], Date> | string : Row[Field];
};

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

const writingOf = ({ entries, comments }: WritingJson): Writing => ({
  entries: entries.map((entry) => ({ ...entry, updatedAt: moment(entry.updatedAt) })),
  comments: comments.map((comment) => ({
    ...comment,
    createdAt: new Date(comment.createdAt),
    answeredAt: moment(comment.answeredAt),
  })),
});

/** A row with what is written in the report beside it; null where that was not asked for. */
export type AsJson<Row extends CountedReportRow> = Omit<Row, 'writing'> & { readonly writing: WritingJson | null };

/** What services read of it: in JSON the database writes moments in a way of its own. */
export const inTime = ({ writing, correction }: Pick<AsJson<CountedReportRow>, 'writing' | 'correction'>) => ({
  correction: correction && { ...correction, at: new Date(correction.at).toISOString() },
  writing: writing ? writingOf(writing) : undefined,
});

/** The rows of reports and of what is written in them. */
@Injectable()
export class ReportRepository {
  /** The report with what is written in it; what is in memory is as new as the row from then on. */
  async find(tx: Tx, id: string, today: PlainDate): Promise<FoundReportRow | null> {
    const [found] = await managerOf(tx).query<(AsJson<FoundReportRow> & { readonly versions: DataVersions })[]>(
      `SELECT ${COLUMNS}, ${COUNTS}, ${WRITING} AS writing, ${ACTING} AS acting, ${DATA_VERSIONS} AS versions
       FROM ${TABLES} WHERE r.id = $2`,
      [today, id],
    );
    if (!found) return null;
    const { versions, ...row } = found;
    knownVersions.saw(versions);
    return { ...row, ...inTime(row) };
  }

  /** What is written in some reports, by their ids. */
  async writing(tx: Tx, ids: readonly string[]): Promise<Map<string, Writing>> {
    const rows = await managerOf(tx).query<{ id: string; writing: WritingJson }[]>(
      `SELECT r.id, ${WRITING} AS writing FROM report r WHERE r.id = ANY ($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map(({ id, writing }) => [id, writingOf(writing)]));
  }

  /**
   * Waits for its turn on the report; its period cannot be closed meanwhile. Only what stands on the two rows is
   * sure to be fresh after the wait: anything else must be read afterwards.
   */
  async lock(tx: Tx, id: string): Promise<ReportRow | null> {
    const rows = await managerOf(tx).query<ReportRow[]>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE r.id = $1 FOR UPDATE OF r FOR SHARE OF p`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** As `lock`, of several reports, always in one order. */
  lockAll(tx: Tx, ids: readonly string[]): Promise<ReportRow[]> {
    return managerOf(tx).query(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.id FOR UPDATE OF r FOR SHARE OF p`,
      [ids],
    );
  }

  /** Everything that approved and published reports of some areas have said, oldest first, in the plan's order. */
  approvedOfAreas(tx: Tx, areaIds: readonly string[]): Promise<ApprovedEntryRow[]> {
    return managerOf(tx).query(
      `${WITH_APPROVED} SELECT * FROM approved_entry WHERE "focusAreaId" = ANY ($1::uuid[]) ORDER BY "endsOn", position`,
      [[...areaIds]],
    );
  }

  /** Who has answered for measures in approved and published reports of the plan: the area's own first, then the most named. */
  async responsibles(tx: Tx, planId: string, areaId: string): Promise<string[]> {
    const rows = await managerOf(tx).query<{ responsible: string }[]>(
      `${WITH_APPROVED}
       SELECT measure ->> 'responsible' AS responsible FROM approved_entry
       WHERE "planId" = $1 AND measure ->> 'responsible' <> ''
       GROUP BY 1 ORDER BY bool_or("focusAreaId" = $2) DESC, count(*) DESC, 1 LIMIT 50`,
      [planId, areaId],
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
    origins: { readonly ofAnswer: Provenance; readonly ofValues: Provenance },
    writer: Writer,
    wordings: Wordings,
  ): Promise<SavedVersions | null> {
    const values = content.values.flatMap((value) => withValue(value));
    // The driver gives rows and count for a statement that ends in UPDATE.
    const [[saved]] = await managerOf(tx).query<[SavedVersions[], number]>(
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
    const [saved] = await managerOf(tx).query<SavedVersions[]>(
      `WITH saved AS (
         UPDATE report SET verdict = $3, verdict_explanation = $4, verdict_provenance = $5,
           verdict_source_key = CASE WHEN verdict_provenance = $5 THEN verdict_source_key END,
           verdict_updated_at = $6, verdict_updated_by = $7, verdict_updated_by_name = $8,
           verdict_written = verdict_written || $9, verdict_version = verdict_version + 1, version = version + 1
         WHERE id = $1 AND verdict_version = $2 RETURNING id, verdict_version, version),
       writer AS (${countWriter('saved.id', 7)}),
       remembered AS (${keepWordings('saved.id, NULL', { at: 6, by: 7, name: 8, kept: 10 })})
       SELECT verdict_version AS version, version AS "reportVersion" FROM saved`,
      [
        report.id,
        report.verdictVersion,
        content.verdict,
        content.explanation,
        provenance,
        writer.at,
        writer.personId,
        writer.name,
        JSON.stringify(wordings.written),
        JSON.stringify(wordings.kept),
      ],
    );
    return saved ?? null;
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
    const same = `(year_verdict, year_explanation) IS NOT DISTINCT FROM ($3::text, $4::text)`;
    const [saved] = await managerOf(tx).query<SavedVersions[]>(
      `WITH saved AS (
         UPDATE report SET year_verdict = $3, year_explanation = $4,
           year_provenance = $5,
           year_source_key = CASE WHEN ${same} THEN year_source_key END,
           year_updated_at = $6, year_updated_by = $7, year_updated_by_name = $8,
           verdict_written = verdict_written || $10,
           year_version = year_version + 1, version = version + 1
         WHERE id = $1 AND year_version = $2 RETURNING id, year_version, version),
       writer AS (${countWriter('saved.id', 7)}),
       remembered AS (${keepWordings('saved.id, NULL', { at: 6, by: 7, name: 8, kept: 11 })}),
       given AS (
         SELECT own.id, given.assessment, coalesce(given.comment, '') AS comment,
           coalesce($12::jsonb ->> own.target_code, own.year_provenance) AS provenance
         FROM saved JOIN entry own ON own.report_id = saved.id
           LEFT JOIN jsonb_to_recordset($9) AS given ("targetCode" text, assessment text, comment text)
             ON given."targetCode" = own.target_code),
       written AS (
         UPDATE entry e SET year_assessment = given.assessment, year_comment = given.comment,
           year_provenance = given.provenance
         FROM given WHERE e.id = given.id
           AND (e.year_assessment, e.year_comment) IS DISTINCT FROM (given.assessment, given.comment))
       SELECT year_version AS version, version AS "reportVersion" FROM saved`,
      [
        report.id,
        report.yearVersion,
        content.verdict,
        content.explanation,
        verdictProvenance,
        writer.at,
        writer.personId,
        writer.name,
        JSON.stringify(content.targets),
        JSON.stringify(wordings.written),
        JSON.stringify(wordings.kept),
        JSON.stringify(provenances),
      ],
    );
    return saved ?? null;
  }

  /** Where each report of a period stands. */
  ofPeriod(tx: Tx, periodId: string): Promise<{ id: string; focusAreaId: string; state: ReportState }[]> {
    return managerOf(tx).query(`SELECT id, focus_area_id AS "focusAreaId", state FROM report WHERE period_id = $1`, [
      periodId,
    ]);
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
