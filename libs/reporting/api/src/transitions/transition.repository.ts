import type { ReportState, TransitionName } from '@malspar/reporting-model';
import { IdRow, type Change, type Tx } from '@malspar/shared-api';
import { allRows, json, type Sql, sql, typed } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { ReportRow, Writer } from '../reports/report-rows.js';

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

function moveOf(moves: readonly StoredMove[], actor: Writer): Sql {
  const [by, name, at] = [typed(actor.personId, 'uuid'), typed(actor.name, 'text'), typed(actor.at, 'timestamptz')];
  return sql`
  WITH asked AS (
    SELECT * FROM jsonb_to_recordset(${json(moves.map(asked))}) AS asked
      (id uuid, version int, "fromState" text, "toState" text, name text, number int, reference text, reason text,
       revision int, "revisionSha256" text, "submittedBy" uuid, "submittedByName" text, "submittedAt" timestamptz,
       "endorsedBy" uuid, frozen text, "needsReply" boolean, "endsRound" boolean, comments jsonb)),
  moving AS (
    SELECT asked.*, (SELECT array_agg(person_id ORDER BY person_id)
      FROM (SELECT person_id FROM report_writer WHERE report_id = asked.id UNION SELECT ${by}) AS person) AS writers
    FROM asked),
  moved AS (
    UPDATE report r SET state = m."toState", state_since = ${at}, version = r.version + 1, revision = m.revision,
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
    INSERT INTO report_writer (report_id, person_id) SELECT id, ${by} FROM moved WHERE frozen IS NOT NULL
    ON CONFLICT ON CONSTRAINT pk_report_writer DO NOTHING),
  rounds AS (DELETE FROM report_writer w USING moved WHERE w.report_id = moved.id AND moved."endsRound"),
  said AS (
    INSERT INTO report_comment
      (report_id, revision, position, target_code, field, text, suggestion, author_id, author_name, created_at,
       needs_reply)
    SELECT moved.id, moved.revision, said.position - 1, said.comment ->> 'targetCode', said.comment ->> 'field',
      said.comment ->> 'text', said.comment ->> 'suggestion', ${by}, ${name}, ${at}, moved."needsReply"
    FROM moved, jsonb_array_elements(moved.comments) WITH ORDINALITY AS said (comment, position))
  INSERT INTO report_transition
    (report_id, number, reference, name, from_state, to_state, revision, reason, actor_id, actor_name, at)
  SELECT id, number, reference, name, "fromState", "toState", revision, reason, ${by}, ${name}, ${at} FROM moved
  RETURNING report_id AS id`;
}

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

@Injectable()
export class TransitionRepository {
  /**
   * Moves the reports that still have their version, notes the transitions, freezes the revisions and adds the comments,
   * in one statement; gives the ids of those that moved. `no-such-target` where a comment is about a target that the
   * report does not have; then the transaction is lost.
   */
  async move(tx: Tx, moves: readonly StoredMove[], actor: Writer): Promise<string[] | 'no-such-target'> {
    try {
      const rows = await allRows(tx, IdRow, moveOf(moves, actor));
      return rows.map(({ id }) => id);
    } catch (error) {
      if (error instanceof QueryFailedError && constraintOf(error) === 'fk_report_comment_entry')
        return 'no-such-target';
      throw error;
    }
  }
}

const constraintOf = ({ driverError }: { readonly driverError: unknown }): string | undefined =>
  (driverError as { constraint?: string }).constraint;
