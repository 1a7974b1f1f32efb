import type { VersionKey } from '@malspar/publication-api';
import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';

/** Which revisions of which reports a published version was made of. */
@Injectable()
export class PublicationReportsRepository {
  async insert(
    tx: Tx,
    { publicationId, number }: VersionKey,
    reports: readonly { readonly id: string; readonly revision: number }[],
  ): Promise<void> {
    await managerOf(tx).query(
      `INSERT INTO publication_report (publication_id, number, report_id, revision)
       SELECT $1, $2, r.id, r.revision FROM jsonb_to_recordset($3) AS r (id uuid, revision int)`,
      [publicationId, number, JSON.stringify(reports.map(({ id, revision }) => ({ id, revision })))],
    );
  }
}
