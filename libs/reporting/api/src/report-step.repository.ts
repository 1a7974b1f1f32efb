import type { ReportState, TransitionName, Verdict, YearContent, YearOrigins } from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import type { Change, Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { WITH_APPROVED } from './approved-word.js';
import { countWriter, keepWordings, type Wordings, type Writer } from './entry.repository.js';
import { ReportRevisionEntity } from './report-revision.entity.js';
import type { ReportRow } from './report.repository.js';

/** What a transition changes on the report's own row, and what comes with it. */
export type ReportChange = Change &
  Pick<ReportRow, 'submittedBy' | 'submittedByName' | 'submittedAt' | 'endorsedBy'> & {
    /** The canonical JSON of the revision that the transition freezes; null when it freezes none. */
    readonly frozen: string | null;
    /** Whether the comments wait for the owner's reply. */
    readonly needsReply: boolean;
    /** Whether those who have written are counted anew from now on. */
    readonly endsRound: boolean;
  };

/** What is on the report's row about its latest revision. */
export type RevisionOnRow = Omit<ReportChange, 'endorsedBy' | 'needsReply' | 'endsRound'>;

/** A decided transition, as it is stored. */
export interface StoredMove {
  readonly held: { readonly row: Pick<ReportRow, 'id' | 'version' | 'state'> };
  readonly transition: { readonly name: TransitionName; readonly to: ReportState };
  readonly call: {
    readonly request: { readonly reason?: string | undefined; readonly comments?: readonly unknown[] | undefined };
  };
  readonly number: number;
  readonly reference: string;
  readonly change: ReportChange;
}

const MOVE = `
  WITH asked AS (
    SELECT * FROM jsonb_to_recordset($1) AS asked
      (id uuid, version int, "fromState" text, "toState" text, name text, number int, reference text, reason text,
       revision int, "revisionSha256" text, "submittedBy" uuid, "submittedByName" text, "submittedAt" timestamptz,
       "endorsedBy" uuid, frozen text, "needsReply" boolean, "endsRound" boolean, comments jsonb)),
  moving AS (
    SELECT asked.*, (SELECT array_agg(person_id ORDER BY person_id)
      FROM (SELECT person_id FROM report_writer WHERE report_id = asked.id UNION SELECT $2::uuid) AS person) AS writers
    FROM asked),
  moved AS (
    UPDATE report r SET state = m."toState", state_since = $4, version = r.version + 1, revision = m.revision,
      revision_sha256 = m."revisionSha256", submitted_by = m."submittedBy", submitted_by_name = m."submittedByName",
      submitted_at = m."submittedAt", endorsed_by = m."endorsedBy", transitions = m.number,
      revision_writers = CASE WHEN m.frozen IS NULL THEN r.revision_writers ELSE m.writers END
    FROM moving m WHERE r.id = m.id AND r.version = m.version RETURNING m.*),
  revisions AS (
    INSERT INTO report_revision
      (report_id, number, canonical, sha256, submitted_by, submitted_by_name, submitted_at, writers)
    SELECT id, revision, frozen, "revisionSha256", "submittedBy", "submittedByName", "submittedAt", writers
    FROM moved WHERE frozen IS NOT NULL),
  submitters AS (
    INSERT INTO report_writer (report_id, person_id) SELECT id, $2::uuid FROM moved WHERE frozen IS NOT NULL
    ON CONFLICT ON CONSTRAINT pk_report_writer DO NOTHING),
  rounds AS (DELETE FROM report_writer w USING moved WHERE w.report_id = moved.id AND moved."endsRound"),
  said AS (
    INSERT INTO report_comment
      (report_id, revision, position, target_code, field, text, suggestion, author_id, author_name, created_at,
       needs_reply)
    SELECT moved.id, moved.revision, said.position - 1, said.comment ->> 'targetCode', said.comment ->> 'field',
      said.comment ->> 'text', said.comment ->> 'suggestion', $2, $3, $4, moved."needsReply"
    FROM moved, jsonb_array_elements(moved.comments) WITH ORDINALITY AS said (comment, position))
  INSERT INTO report_transition
    (report_id, number, reference, name, from_state, to_state, revision, reason, actor_id, actor_name, at)
  SELECT id, number, reference, name, "fromState", "toState", revision, reason, $2, $3, $4 FROM moved
  RETURNING report_id AS id`;

const asked = ({ held: { row }, transition, call: { request }, number, reference, change }: StoredMove) => ({
  ...change,
  id: row.id,
  version: row.version,
  fromState: row.state,
  toState: transition.to,
  name: transition.name,
  number,
  reference,
  reason: request.reason ?? null,
  comments: request.comments ?? [],
});

/** The writes of a report's own row, and the frozen rows that tell its story. */
@Injectable()
export class ReportStepRepository {
  /**
   * Moves the reports that still have their version, notes the transitions, freezes the revisions and adds the comments,
   * in one statement; gives the ids of those that moved. `no-such-target` where a comment is about a target that the
   * report does not have; then the transaction is lost.
   */
  async move(tx: Tx, moves: readonly StoredMove[], actor: Writer): Promise<string[] | 'no-such-target'> {
    try {
      const rows = await tx.query<{ id: string }[]>(MOVE, [
        JSON.stringify(moves.map(asked)),
        actor.personId,
        actor.name,
        actor.at,
      ]);
      return rows.map(({ id }) => id);
    } catch (error) {
      if (error instanceof QueryFailedError && constraintOf(error) === 'fk_report_comment_entry')
        return 'no-such-target';
      throw error;
    }
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
  ): Promise<{ version: number; reportVersion: number } | null> {
    const [saved] = await tx.query<{ version: number; reportVersion: number }[]>(
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
  ): Promise<{ version: number; reportVersion: number } | null> {
    const same = `(year_verdict, year_explanation) IS NOT DISTINCT FROM ($3::text, $4::text)`;
    const [saved] = await tx.query<{ version: number; reportVersion: number }[]>(
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

  async freeze(tx: Tx, revisions: readonly ReportRevisionEntity[]): Promise<void> {
    for (let start = 0; start < revisions.length; start += 200) {
      await tx.insert(ReportRevisionEntity, revisions.slice(start, start + 200));
    }
  }

  revision(tx: Tx, reportId: string, number: number): Promise<ReportRevisionEntity | null> {
    return tx.findOneBy(ReportRevisionEntity, { reportId, number });
  }

  /** The newest revision of the area's last approved or published report on a period that ended before the date. */
  async lastApproved(
    tx: Tx,
    focusAreaId: string,
    before: string,
  ): Promise<{ period: string; canonical: string } | null> {
    const rows = await tx.query<{ period: string; canonical: string }[]>(
      `${WITH_APPROVED}
       SELECT p.code AS period, v.canonical
       FROM approved_report r JOIN reporting_period p ON p.id = r.period_id
         JOIN report_revision v ON v.report_id = r.id AND v.number = r.revision
       WHERE r.focus_area_id = $1 AND p.ends_on < $2
       ORDER BY p.ends_on DESC LIMIT 1`,
      [focusAreaId, before],
    );
    return rows[0] ?? null;
  }
}

const constraintOf = ({ driverError }: { readonly driverError: unknown }): string | undefined =>
  (driverError as { constraint?: string }).constraint;
