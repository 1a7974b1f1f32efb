import { BytesRow, IdRow, type Tx, waitForTurn } from '@malspar/shared-api';
import { allRows, changeRows, firstRow, sql, typed } from '@malspar/shared-api/sql';
import { type DocumentDetails, DocumentVersion, PlanDocument } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

const COLUMNS = sql`d.id, d.slug, d.title, d.date::text AS date, d.language, d.position, d.withdrawn_at AS "withdrawnAt",
  d.illustrative, d.revision,
  (SELECT json_agg(json_build_object('version', v.number, 'bytes', v.size, 'sha256', v.sha256,
     'uploadedAt', v.uploaded_at, 'uploadedBy', v.uploaded_by_name) ORDER BY v.number DESC)
   FROM plan_document_version v WHERE v.document_id = d.id) AS versions`;

const Row = PlanDocument.extend({
  withdrawnAt: z.date().nullable(),
  versions: z.array(DocumentVersion.extend({ uploadedAt: z.string() })),
});
const Slug = z.object({ slug: z.string() });

const documentOf = ({ withdrawnAt, versions, ...rest }: z.infer<typeof Row>): PlanDocument => ({
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

  /** The plan that documents belong to now; null while there is none. */
  async currentPlan(tx: Tx): Promise<string | null> {
    const row = await firstRow(tx, IdRow, sql`SELECT id FROM plan WHERE is_current`);
    return row?.id ?? null;
  }

  /** The plan's documents, those that are listed first and in their order, without bytes. */
  async list(tx: Tx, planId: string): Promise<PlanDocument[]> {
    const rows = await allRows(
      tx,
      Row,
      sql`SELECT ${COLUMNS} FROM plan_document d WHERE d.plan_id = ${planId}
       ORDER BY d.position NULLS LAST, d.withdrawn_at DESC, d.slug`,
    );
    return rows.map(documentOf);
  }

  async one(tx: Tx, planId: string, id: string): Promise<PlanDocument | null> {
    const row = await firstRow(
      tx,
      Row,
      sql`SELECT ${COLUMNS} FROM plan_document d WHERE d.plan_id = ${planId} AND d.id = ${id}`,
    );
    return row ? documentOf(row) : null;
  }

  async bytes(tx: Tx, planId: string, id: string, version: number): Promise<Buffer | null> {
    const row = await firstRow(
      tx,
      BytesRow,
      sql`SELECT v.bytes FROM plan_document_version v JOIN plan_document d ON d.id = v.document_id
       WHERE d.plan_id = ${planId} AND d.id = ${id} AND v.number = ${version}`,
    );
    return row?.bytes ?? null;
  }

  /** Every slug that there is, of all plans: addresses are shared by them. */
  async slugs(tx: Tx): Promise<Set<string>> {
    const rows = await allRows(tx, Slug, sql`SELECT slug FROM plan_document`);
    return new Set(rows.map(({ slug }) => slug));
  }

  async insert(
    tx: Tx,
    planId: string,
    document: DocumentDetails & { readonly slug: string; readonly illustrative: boolean; readonly at: Date },
  ): Promise<string> {
    const { slug, title, date, language, illustrative, at } = document;
    const plan = typed(planId, 'uuid');
    const row = await firstRow(
      tx,
      IdRow,
      sql`INSERT INTO plan_document (plan_id, slug, title, date, language, illustrative, changed_at, position)
          SELECT ${plan}, ${slug}, ${title}, ${date}, ${language}, ${illustrative}, ${at}, coalesce(max(position), 0) + 1
          FROM plan_document WHERE plan_id = ${plan}
          RETURNING id`,
    );
    if (!row) throw new Error('No document was inserted');
    return row.id;
  }

  async insertVersion(
    tx: Tx,
    { documentId, number, sha256, bytes, uploadedAt, uploadedBy }: NewVersion,
  ): Promise<void> {
    await changeRows(
      tx,
      sql`INSERT INTO plan_document_version
            (document_id, number, size, sha256, bytes, uploaded_at, uploaded_by, uploaded_by_name)
          VALUES (${documentId}, ${number}, ${bytes.length}, ${sha256}, ${bytes}, ${uploadedAt}, ${uploadedBy.personId},
            ${uploadedBy.name})`,
    );
  }

  /** False when the document is no longer at that revision. */
  async update(tx: Tx, id: string, revision: number, details: DocumentDetails, at: Date): Promise<boolean> {
    const changed = await changeRows(
      tx,
      sql`UPDATE plan_document SET title = ${details.title}, date = ${details.date}, language = ${details.language},
            changed_at = ${at}, revision = revision + 1
          WHERE id = ${id} AND revision = ${revision}`,
    );
    return changed === 1;
  }

  /** Takes the document out of the list, or puts it last in it. */
  async setWithdrawn(tx: Tx, planId: string, id: string, withdrawn: boolean, at: Date): Promise<void> {
    const withdrawnAt = typed(withdrawn ? at : null, 'timestamptz');
    await changeRows(
      tx,
      sql`UPDATE plan_document SET changed_at = ${at}, revision = revision + 1, withdrawn_at = ${withdrawnAt},
            position = CASE WHEN ${withdrawnAt} IS NULL
              THEN (SELECT coalesce(max(position), 0) + 1 FROM plan_document WHERE plan_id = ${planId}) END
          WHERE plan_id = ${planId} AND id = ${id}`,
    );
  }

  /** The documents in that order, from the first place on. */
  async reorder(tx: Tx, planId: string, ids: readonly string[], at: Date): Promise<void> {
    await changeRows(
      tx,
      sql`UPDATE plan_document d SET position = o.place, changed_at = ${at}
          FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o (id, place)
          WHERE d.id = o.id AND d.plan_id = ${planId} AND d.position <> o.place`,
    );
  }
}
