import type { VersionKey } from '@malspar/publication-api';
import type { Tx } from '@malspar/shared-api';
import { changeRows, json, sql, typed } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';

/** Which revisions of which reports a published version was made of. */
@Injectable()
export class PublicationReportsRepository {
  async insert(
    tx: Tx,
    { publicationId, number }: VersionKey,
    reports: readonly { readonly id: string; readonly revision: number }[],
  ): Promise<void> {
    const made = reports.map(({ id, revision }) => ({ id, revision }));
    await changeRows(
      tx,
      sql`INSERT INTO publication_report (publication_id, number, report_id, revision)
          SELECT ${typed(publicationId, 'uuid')}, ${typed(number, 'int')}, r.id, r.revision
          FROM jsonb_to_recordset(${json(made)}) AS r (id uuid, revision int)`,
    );
  }
}
