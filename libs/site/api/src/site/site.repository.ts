import { PUBLISHED_FILE } from '@malspar/publication-api';
import { PublishedFile } from '@malspar/publication-model';
import type { Tx } from '@malspar/shared-api';
import { allRows, changeRows, firstRow, sql } from '@malspar/shared-api/sql';
import { FrozenForm } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

const SiteVersionRow = z.object({
  contentKind: z.string(),
  canonical: z.string(),
  sha256: z.string(),
  files: z.array(PublishedFile).nullable(),
});
export type SiteVersionRow = z.infer<typeof SiteVersionRow>;

const bytes = z.instanceof(Buffer);

const SitePageRow = z.object({
  contentKind: z.string(),
  period: z.string(),
  version: z.number(),
  form: FrozenForm,
  language: z.enum(['sv', 'en']),
  sha256: z.string(),
  content: bytes,
  /** Null where nobody has packed it yet. */
  brotli: bytes.nullable(),
});
export type SitePageRow = z.infer<typeof SitePageRow>;

const Published = z.object({ count: z.string(), latest: z.date().nullable() });
const AssetRow = z.object({ path: z.string(), mediaType: z.string(), content: bytes });
const FileRow = z.object({ mediaType: z.string(), content: bytes });

/** The plan that the kind was last published for; null for a kind that belongs to no plan. */
const CURRENT_PLAN = sql`(SELECT q.plan_id FROM publication_version w JOIN publication q ON q.id = w.publication_id
  WHERE q.content_kind = p.content_kind ORDER BY w.published_at DESC LIMIT 1)`;

/** Reads what is published, for the public site. */
@Injectable()
export class SiteRepository {
  /** A word that is another as soon as something more has been published. */
  async fingerprint(tx: Tx): Promise<string> {
    const row = await firstRow(
      tx,
      Published,
      sql`SELECT count(*) AS count, max(published_at) AS latest FROM publication_version`,
    );
    return `${row?.count ?? 0} ${row?.latest?.toISOString() ?? ''}`;
  }

  versions(tx: Tx): Promise<SiteVersionRow[]> {
    return allRows(
      tx,
      SiteVersionRow,
      sql`SELECT p.content_kind AS "contentKind", v.canonical, v.sha256,
         (SELECT json_agg(${PUBLISHED_FILE} ORDER BY f.position) FROM publication_file f
          WHERE f.publication_id = v.publication_id AND f.number = v.number) AS files
       FROM publication_version v JOIN publication p ON p.id = v.publication_id
       WHERE p.plan_id IS NOT DISTINCT FROM ${CURRENT_PLAN}`,
    );
  }

  /** The pages that were made when these versions were published. `sha256`: of the versions. */
  pages(tx: Tx, sha256: readonly string[]): Promise<SitePageRow[]> {
    return allRows(
      tx,
      SitePageRow,
      sql`SELECT p.content_kind AS "contentKind", p.period, g.number AS version, g.form, g.language, g.sha256, g.content, k.brotli
       FROM publication_version v JOIN publication p ON p.id = v.publication_id
         JOIN publication_page g ON g.publication_id = v.publication_id AND g.number = v.number
         LEFT JOIN page_packing k ON k.sha256 = g.sha256
       WHERE v.sha256 = ANY (${sha256})`,
    );
  }

  /** Keeps what a page became when it was packed, unless somebody has. `sha256`: of the page. */
  async keepPacking(tx: Tx, sha256: string, brotli: Buffer): Promise<void> {
    await changeRows(
      tx,
      sql`INSERT INTO page_packing (sha256, brotli) VALUES (${sha256}, ${brotli})
          ON CONFLICT ON CONSTRAINT pk_page_packing DO NOTHING`,
    );
  }

  /** What those pages load, now or before. */
  assets(tx: Tx): Promise<z.infer<typeof AssetRow>[]> {
    return allRows(tx, AssetRow, sql`SELECT path, media_type AS "mediaType", content FROM publication_asset`);
  }

  /** A published file by what it holds. */
  file(tx: Tx, sha256: string): Promise<z.infer<typeof FileRow> | null> {
    return firstRow(
      tx,
      FileRow,
      sql`SELECT media_type AS "mediaType", bytes AS content FROM publication_file WHERE sha256 = ${sha256} LIMIT 1`,
    );
  }
}
