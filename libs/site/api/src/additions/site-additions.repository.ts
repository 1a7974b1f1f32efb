import { BytesRow, type Tx } from '@malspar/shared-api';
import { allRows, firstRow, sql } from '@malspar/shared-api/sql';
import { DocumentLanguage } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

/** A document that anybody may fetch; only those of the current plan are listed. */
const SiteDocumentRow = z.object({
  slug: z.string(),
  title: z.string(),
  date: z.string(),
  language: DocumentLanguage,
  illustrative: z.boolean(),
  bytes: z.number(),
  sha256: z.string(),
  listed: z.boolean(),
  /** The beginning of each version's hash: what its file's address ends with. */
  hashes: z.array(z.string()),
});
export type SiteDocumentRow = z.infer<typeof SiteDocumentRow>;

const SitePlanRow = z.object({
  title: z.string(),
  language: z.string(),
  organisation: z.string(),
  contact: z.string(),
});
export type SitePlanRow = z.infer<typeof SitePlanRow>;

const Fingerprint = z.object({ word: z.string() });
const Changed = z.object({ at: z.date().nullable() });

/** Reads what stands on the public site beside what is published. Nothing that is withdrawn. */
@Injectable()
export class SiteAdditionsRepository {
  /** A word that is another as soon as a document, the statement or the plan has changed. */
  async fingerprint(tx: Tx): Promise<string> {
    const row = await firstRow(
      tx,
      Fingerprint,
      sql`SELECT concat_ws(' ',
         (SELECT md5(string_agg(concat_ws(' ', id, position, revision), ',' ORDER BY id)) FROM plan_document),
         (SELECT count(*) FROM plan_document_version),
         (SELECT max(version) FROM accessibility_statement),
         (SELECT md5(concat(id, title, language, organisation, contact)) FROM plan WHERE is_current)) AS word`,
    );
    return row?.word ?? '';
  }

  /** In the order that they are listed. */
  documents(tx: Tx): Promise<SiteDocumentRow[]> {
    return allRows(
      tx,
      SiteDocumentRow,
      sql`SELECT d.slug, d.title, d.date::text AS date, d.language, d.illustrative, v.size AS bytes, v.sha256,
         p.is_current AS listed,
         (SELECT json_agg(left(sha256, 12)) FROM plan_document_version WHERE document_id = d.id) AS hashes
       FROM plan_document d JOIN plan p ON p.id = d.plan_id
       JOIN LATERAL (SELECT size, sha256 FROM plan_document_version WHERE document_id = d.id
         ORDER BY number DESC LIMIT 1) v ON true
       WHERE d.withdrawn_at IS NULL ORDER BY p.is_current DESC, d.position, d.slug`,
    );
  }

  /** When the current plan's list last changed, also by a document being taken out of it. */
  async documentsChangedAt(tx: Tx): Promise<Date | null> {
    const row = await firstRow(
      tx,
      Changed,
      sql`SELECT max(d.changed_at) AS at FROM plan_document d JOIN plan p ON p.id = d.plan_id WHERE p.is_current`,
    );
    return row?.at ?? null;
  }

  /** One file of a document, by the beginning of its hash. */
  async file(tx: Tx, slug: string, sha256: string): Promise<Buffer | null> {
    const row = await firstRow(
      tx,
      BytesRow,
      sql`SELECT v.bytes FROM plan_document_version v JOIN plan_document d ON d.id = v.document_id
       WHERE d.slug = ${slug} AND d.withdrawn_at IS NULL AND starts_with(v.sha256, ${sha256}) ORDER BY v.number DESC LIMIT 1`,
    );
    return row?.bytes ?? null;
  }

  plan(tx: Tx): Promise<SitePlanRow | null> {
    return firstRow(tx, SitePlanRow, sql`SELECT title, language, organisation, contact FROM plan WHERE is_current`);
  }
}
