import { awaitsPublication, ReportState, SeriesPoint, statesThat } from '@malspar/reporting-model';
import type { PlainDate } from '@malspar/shared-model';
import type { Tx } from '@malspar/shared-api';
import { allRows, sql, wordList } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { VALUES_OF_ENTRY, WITH_APPROVED } from '../reports/approved-word.sql.js';
import { frozenContent } from '../reports/frozen-content.js';

const PublishableRow = z.object({
  id: z.string(),
  focusAreaSlug: z.string(),
  focusAreaTitle: z.string(),
  period: z.string(),
  state: ReportState,
  revision: z.number(),
  sha256: z.string().nullable(),
  /** What the revision says; null when nothing has been submitted. */
  content: frozenContent.nullable(),
  /** Null when it was imported as approved. */
  approvedAt: z.date().nullable(),
});
export type PublishableRow = z.infer<typeof PublishableRow>;

const ValueRow = SeriesPoint.extend({ targetCode: z.string() });

/** What a publication reads of reports. */
@Injectable()
export class PublishableReportsRepository {
  /** The reports on periods within the two dates, with the revision that each holds; oldest first. */
  within(tx: Tx, planId: string, start: PlainDate, end: PlainDate): Promise<PublishableRow[]> {
    return allRows(
      tx,
      PublishableRow,
      sql`SELECT r.id, f.slug AS "focusAreaSlug", f.title AS "focusAreaTitle", p.code AS period, r.state, r.revision,
         r.revision_sha256 AS sha256, v.canonical AS content,
         (SELECT max(t.at) FROM report_transition t
          WHERE t.report_id = r.id AND t.to_state IN ${wordList(statesThat(awaitsPublication))} AND t.revision = r.revision) AS "approvedAt"
       FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN focus_area f ON f.id = r.focus_area_id
         LEFT JOIN report_revision v ON v.report_id = r.id AND v.number = r.revision
       WHERE p.plan_id = ${planId} AND p.starts_on >= ${start} AND p.ends_on <= ${end}
       ORDER BY p.ends_on, f.number`,
    );
  }

  /** Every value that approved and published reports have given up to a date. */
  values(tx: Tx, planId: string, until: PlainDate): Promise<z.infer<typeof ValueRow>[]> {
    return allRows(
      tx,
      ValueRow,
      sql`${WITH_APPROVED}
       SELECT DISTINCT ON (e."targetCode", v.period) e."targetCode", v.period, v.value, false AS provisional,
         v.provenance, v."sourceKey"
       FROM approved_entry e, ${VALUES_OF_ENTRY}
       WHERE e."planId" = ${planId} AND e."endsOn" <= ${until} ORDER BY e."targetCode", v.period, e."endsOn" DESC`,
    );
  }
}
