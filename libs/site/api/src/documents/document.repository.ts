import { type Tx, waitForTurn } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { DocumentDetails, DocumentVersion, PlanDocument } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';

const COLUMNS = `d.id, d.slug, d.title, d.date::text AS date, d.language, d.position, d.withdrawn_at AS "withdrawnAt",
  d.illustrative, d.revision,
  (SELECT json_agg(json_build_object('version', v.number, 'bytes', v.size, 'sha256', v.sha256,
     'uploadedAt', v.uploaded_at, 'uploadedBy', v.uploaded_by_name) ORDER BY v.number DESC)
   FROM plan_document_version v WHERE v.document_id = d.id) AS versions`;

interface Row extends Omit<PlanDocument, 'withdrawnAt' | 'versions'> {
  readonly withdrawnAt: Date | null;
  readonly versions: readonly DocumentVersion[];
}

const documentOf = ({ withdrawnAt, versions, ...rest }: Row): PlanDocument => ({
  ...rest,
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
  versions: versions.map((each) => ({ ...each, uploadedAt: new Date(each.uploadedAt).toISOString() })),
});

export interface NewVersion {
  readonly documentId: string;
  readonly number: number;
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly uploadedAt: Date;
  readonly uploadedBy: { readonly personId: string; readonly name: string };
}

@Injectable()
export class DocumentRepository {
  /** Waits for its turn to change the list; the turn lasts until the transaction ends. */
  lock(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'documents');
  }

  /** The plan's documents, those that are listed first and in their order, without bytes. */
  async list(tx: Tx, planId: string): Promise<PlanDocument[]> {
    const rows = await managerOf(tx).query<Row[]>(
      `SELECT ${COLUMNS} FROM plan_document d WHERE d.plan_id = $1
       ORDER BY d.position NULLS LAST, d.withdrawn_at DESC, d.slug`,
      [planId],
    );
    return rows.map(documentOf);
  }

  async one(tx: Tx, planId: string, id: string): Promise<PlanDocument | null> {
    const [row] = await managerOf(tx).query<Row[]>(
      `SELECT ${COLUMNS} FROM plan_document d WHERE d.plan_id = $1 AND d.id = $2`,
      [planId, id],
    );
    return row ? documentOf(row) : null;
  }

  async bytes(tx: Tx, planId: string, id: string, version: number): Promise<Buffer | null> {
    const [row] = await managerOf(tx).query<{ bytes: Buffer }[]>(
      `SELECT v.bytes FROM plan_document_version v JOIN plan_document d ON d.id = v.document_id
       WHERE d.plan_id = $1 AND d.id = $2 AND v.number = $3`,
      [planId, id, version],
    );
    return row?.bytes ?? null;
  }

  /** Every slug that there is, of all plans: addresses are shared by them. */
  async slugs(tx: Tx): Promise<Set<string>> {
    const rows = await managerOf(tx).query<{ slug: string }[]>('SELECT slug FROM plan_document');
    return new Set(rows.map(({ slug }) => slug));
  }

  async insert(
    tx: Tx,
    planId: string,
    document: DocumentDetails & { readonly slug: string; readonly illustrative: boolean; readonly at: Date },
  ): Promise<string> {
    const { slug, title, date, language, illustrative, at } = document;
    const [row] = await managerOf(tx).query<{ id: string }[]>(
      `INSERT INTO plan_document (plan_id, slug, title, date, language, illustrative, changed_at, position)
       SELECT $1, $2, $3, $4, $5, $6, $7, coalesce(max(position), 0) + 1 FROM plan_document WHERE plan_id = $1
       RETURNING id`,
      [planId, slug, title, date, language, illustrative, at],
    );
    if (!row) throw new Error('No document was inserted');
    return row.id;
  }

  async insertVersion(
    tx: Tx,
    { documentId, number, sha256, bytes, uploadedAt, uploadedBy }: NewVersion,
  ): Promise<void> {
    await managerOf(tx).query(
      `INSERT INTO plan_document_version
         (document_id, number, size, sha256, bytes, uploaded_at, uploaded_by, uploaded_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [documentId, number, bytes.length, sha256, bytes, uploadedAt, uploadedBy.personId, uploadedBy.name],
    );
  }

  /** False when the document is no longer at that revision. */
  async update(tx: Tx, id: string, revision: number, details: DocumentDetails, at: Date): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `UPDATE plan_document SET title = $3, date = $4, language = $5, changed_at = $6, revision = revision + 1
       WHERE id = $1 AND revision = $2 RETURNING id`,
      [id, revision, details.title, details.date, details.language, at],
    );
    return rows.length === 1;
  }

  /** Takes the document out of the list, or puts it last in it. */
  async setWithdrawn(tx: Tx, planId: string, id: string, withdrawn: boolean, at: Date): Promise<void> {
    await managerOf(tx).query(
      `UPDATE plan_document SET changed_at = $3, revision = revision + 1, withdrawn_at = $4,
         position = CASE WHEN $4::timestamptz IS NULL
           THEN (SELECT coalesce(max(position), 0) + 1 FROM plan_document WHERE plan_id = $1) END
       WHERE plan_id = $1 AND id = $2`,
      [planId, id, at, withdrawn ? at : null],
    );
  }

  /** The documents in that order, from the first place on. */
  async reorder(tx: Tx, planId: string, ids: readonly string[], at: Date): Promise<void> {
    await managerOf(tx).query(
      `UPDATE plan_document d SET position = o.place, changed_at = $3
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
       WHERE d.id = o.id AND d.plan_id = $1 AND d.position <> o.place`,
      [planId, ids, at],
    );
  }
}
