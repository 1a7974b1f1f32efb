import type { Language } from '@malspar/figures-model';
import type { PublishedFile } from '@malspar/publication-model';
import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { FrozenForm } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';

export interface SiteVersionRow {
  readonly contentKind: string;
  readonly canonical: string;
  readonly sha256: string;
  readonly files: readonly PublishedFile[] | null;
}

export interface SitePageRow {
  readonly contentKind: string;
  readonly period: string;
  readonly version: number;
  readonly form: FrozenForm;
  readonly language: Language;
  readonly sha256: string;
  readonly content: Buffer;
  /** Null where nobody has packed it yet. */
  readonly brotli: Buffer | null;
}

/** The plan that the kind was last published for; null for a kind that belongs to no plan. */
const CURRENT_PLAN = `(SELECT q.plan_id FROM publication_version w JOIN publication q ON q.id = w.publication_id
  WHERE q.content_kind = p.content_kind ORDER BY w.published_at DESC LIMIT 1)`;
const FILE = `json_build_object('name', f.name, 'format', f.format, 'mediaType', f.media_type, 'bytes', f.size,
  'sha256', f.sha256)`;

/** Reads what is published, for the public site. */
@Injectable()
export class SiteRepository {
  /** A word that is another as soon as something more has been published. */
  async fingerprint(tx: Tx): Promise<string> {
    const [row] = await managerOf(tx).query<{ count: string; latest: Date | null }[]>(
      'SELECT count(*) AS count, max(published_at) AS latest FROM publication_version',
    );
    return `${row?.count ?? 0} ${row?.latest?.toISOString() ?? ''}`;
  }

  versions(tx: Tx): Promise<SiteVersionRow[]> {
    return managerOf(tx).query(
      `SELECT p.content_kind AS "contentKind", v.canonical, v.sha256,
         (SELECT json_agg(${FILE} ORDER BY f.position) FROM publication_file f
          WHERE f.publication_id = v.publication_id AND f.number = v.number) AS files
       FROM publication_version v JOIN publication p ON p.id = v.publication_id
       WHERE p.plan_id IS NOT DISTINCT FROM ${CURRENT_PLAN}`,
    );
  }

  /** The pages that were made when these versions were published. `sha256`: of the versions. */
  pages(tx: Tx, sha256: readonly string[]): Promise<SitePageRow[]> {
    return managerOf(tx).query(
      `SELECT p.content_kind AS "contentKind", p.period, g.number AS version, g.form, g.language, g.sha256, g.content, k.brotli
       FROM publication_version v JOIN publication p ON p.id = v.publication_id
         JOIN publication_page g ON g.publication_id = v.publication_id AND g.number = v.number
         LEFT JOIN page_packing k ON k.sha256 = g.sha256
       WHERE v.sha256 = ANY($1)`,
      [sha256],
    );
  }

  /** Keeps what a page became when it was packed, unless somebody has. `sha256`: of the page. */
  async keepPacking(tx: Tx, sha256: string, brotli: Buffer): Promise<void> {
    await managerOf(tx).query(
      'INSERT INTO page_packing (sha256, brotli) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT pk_page_packing DO NOTHING',
      [sha256, brotli],
    );
  }

  /** What those pages load, now or before. */
  assets(tx: Tx): Promise<{ readonly path: string; readonly mediaType: string; readonly content: Buffer }[]> {
    return managerOf(tx).query('SELECT path, media_type AS "mediaType", content FROM publication_asset');
  }

  /** A published file by what it holds. */
  async file(tx: Tx, sha256: string): Promise<{ readonly mediaType: string; readonly content: Buffer } | null> {
    const [row] = await managerOf(tx).query<{ mediaType: string; content: Buffer }[]>(
      'SELECT media_type AS "mediaType", bytes AS content FROM publication_file WHERE sha256 = $1 LIMIT 1',
      [sha256],
    );
    return row ?? null;
  }
}
