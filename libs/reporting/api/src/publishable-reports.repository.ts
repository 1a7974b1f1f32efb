import type { ReportState, SeriesPoint } from '@malspar/reporting-model';
import type { PlainDate } from '@malspar/shared-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { VALUES_OF_ENTRY, WITH_APPROVED } from './approved-word.js';
import type { Writer } from './entry.repository.js';

export interface PublishableRow {
  readonly id: string;
  readonly focusAreaSlug: string;
  readonly focusAreaTitle: string;
  readonly period: string;
  readonly state: ReportState;
  readonly revision: number;
  readonly sha256: string | null;
  /** The canonical JSON of the revision; null when nothing has been submitted. */
  readonly canonical: string | null;
  /** Null when it was imported as approved. */
  readonly approvedAt: Date | null;
}

/** Reads and the one write that a publication needs of reports. */
@Injectable()
export class PublishableReportsRepository {
  /** The reports on periods within the two dates, with the revision that each holds; oldest first. */
  within(tx: Tx, planId: string, start: PlainDate, end: PlainDate): Promise<PublishableRow[]> {
    return tx.query(
      `SELECT r.id, f.slug AS "focusAreaSlug", f.title AS "focusAreaTitle", p.code AS period, r.state, r.revision,
         r.revision_sha256 AS sha256, v.canonical,
         (SELECT max(t.at) FROM report_transition t
          WHERE t.report_id = r.id AND t.name = 'approve' AND t.revision = r.revision) AS "approvedAt"
       FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN focus_area f ON f.id = r.focus_area_id
         LEFT JOIN report_revision v ON v.report_id = r.id AND v.number = r.revision
       WHERE p.plan_id = $1 AND p.starts_on >= $2 AND p.ends_on <= $3
       ORDER BY p.ends_on, f.number`,
      [planId, start, end],
    );
  }

  /** Every figure that approved and published reports have given up to a date. */
  figures(tx: Tx, planId: string, until: PlainDate): Promise<(SeriesPoint & { readonly targetCode: string })[]> {
    return tx.query(
      `${WITH_APPROVED}
       SELECT DISTINCT ON (e."targetCode", v.period) e."targetCode", v.period, v.value, false AS provisional,
         v.provenance, v."sourceKey"
       FROM approved_entry e, ${VALUES_OF_ENTRY}
       WHERE e."planId" = $1 AND e."endsOn" <= $2 ORDER BY e."targetCode", v.period, e."endsOn" DESC`,
      [planId, until],
    );
  }

  /** Moves approved reports that still hold the revision to `published`; gives the ids of those that moved. */
  async publish(
    tx: Tx,
    reports: readonly { readonly id: string; readonly sha256: string }[],
    actor: Writer,
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `WITH asked AS (SELECT * FROM jsonb_to_recordset($1) AS asked (id uuid, sha256 text)),
       moved AS (
         UPDATE report r SET state = 'published', state_since = $2, version = version + 1,
           transitions = transitions + 1
         FROM asked WHERE r.id = asked.id AND r.state = 'approved' AND r.revision_sha256 = asked.sha256
         RETURNING r.id, r.transitions, r.revision, r.period_id, r.focus_area_id)
       INSERT INTO report_transition
         (report_id, number, reference, name, from_state, to_state, revision, actor_id, actor_name, at)
       SELECT m.id, m.transitions, p.code || '-' || f.number || '-' || m.transitions, 'publish', 'approved',
         'published', m.revision, $3, $4, $2
       FROM moved m JOIN reporting_period p ON p.id = m.period_id JOIN focus_area f ON f.id = m.focus_area_id
       RETURNING report_id AS id`,
      [JSON.stringify(reports), actor.at, actor.personId, actor.name],
    );
    return rows.map((row) => row.id);
  }
}
