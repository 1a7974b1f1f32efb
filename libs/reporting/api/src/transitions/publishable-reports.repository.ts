import { awaitsPublication, type ReportState, type SeriesPoint, statesThat } from '@malspar/reporting-model';
import type { PlainDate } from '@malspar/shared-model';
import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import { anyOf, VALUES_OF_ENTRY, WITH_APPROVED } from '../reports/approved-word.js';

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

/** What a publication reads of reports. */
@Injectable()
export class PublishableReportsRepository {
  /** The reports on periods within the two dates, with the revision that each holds; oldest first. */
  within(tx: Tx, planId: string, start: PlainDate, end: PlainDate): Promise<PublishableRow[]> {
    return managerOf(tx).query(
      `SELECT r.id, f.slug AS "focusAreaSlug", f.title AS "focusAreaTitle", p.code AS period, r.state, r.revision,
         r.revision_sha256 AS sha256, v.canonical,
         (SELECT max(t.at) FROM report_transition t
          WHERE t.report_id = r.id AND t.to_state IN ${anyOf(statesThat(awaitsPublication))} AND t.revision = r.revision) AS "approvedAt"
       FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN focus_area f ON f.id = r.focus_area_id
         LEFT JOIN report_revision v ON v.report_id = r.id AND v.number = r.revision
       WHERE p.plan_id = $1 AND p.starts_on >= $2 AND p.ends_on <= $3
       ORDER BY p.ends_on, f.number`,
      [planId, start, end],
    );
  }

  /** Every figure that approved and published reports have given up to a date. */
  figures(tx: Tx, planId: string, until: PlainDate): Promise<(SeriesPoint & { readonly targetCode: string })[]> {
    return managerOf(tx).query(
      `${WITH_APPROVED}
       SELECT DISTINCT ON (e."targetCode", v.period) e."targetCode", v.period, v.value, false AS provisional,
         v.provenance, v."sourceKey"
       FROM approved_entry e, ${VALUES_OF_ENTRY}
       WHERE e."planId" = $1 AND e."endsOn" <= $2 ORDER BY e."targetCode", v.period, e."endsOn" DESC`,
      [planId, until],
    );
  }
}
