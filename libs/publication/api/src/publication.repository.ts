import { type PrintedFile } from '@malspar/print-api';
import type { KnownVersion, PublicationKind, PublishedFile } from '@malspar/publication-model';
import { sha256Hex, type Tx, waitForTurn } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { PeriodCode } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import type { FrozenPages } from './page-freezing.js';

interface VersionRow {
  readonly publicationId: string;
  readonly contentKind: string;
  readonly period: PeriodCode;
  readonly kind: PublicationKind;
  readonly number: number;
  readonly sha256: string;
  readonly contentHash: string;
  readonly publishedAt: Date;
}

export interface FullVersionRow extends VersionRow {
  readonly slug: string;
  readonly auditHead: string;
  readonly canonical: string;
}

/** A version without its files' bytes, as lists show it. */
export interface ListedVersionRow extends VersionRow {
  readonly slug: string;
  readonly auditHead: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly correction: { readonly reason: string; readonly date: string; readonly ofVersion: number } | null;
  readonly files: readonly PublishedFile[];
}

export interface NewVersion {
  readonly publicationId: string;
  readonly number: number;
  readonly slug: string;
  readonly canonical: string;
  readonly sha256: string;
  readonly contentHash: string;
  readonly auditHead: string;
  readonly publishedAt: Date;
  readonly publishedBy: { readonly personId: string; readonly name: string };
  readonly correctionReason: string | null;
}

/** The publications of one kind and plan; null for a kind that belongs to no plan. */
export interface KindKey {
  readonly planId: string | null;
  readonly contentKind: string;
}

const OF_KIND = `p.plan_id IS NOT DISTINCT FROM $1 AND p.content_kind = $2`;
const COLUMNS = `
  p.id AS "publicationId", p.content_kind AS "contentKind", p.period, p.kind, v.number, v.sha256, v.content_hash AS "contentHash",
  v.published_at AS "publishedAt"`;
const FILE = `json_build_object('name', f.name, 'format', f.format, 'mediaType', f.media_type, 'bytes', f.size,
  'sha256', f.sha256)`;

@Injectable()
export class PublicationRepository {
  /** Waits for its turn to publish; the turn lasts until the transaction ends. */
  lock(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'publication');
  }

  /** The newest version of a period's publication, whole. */
  async newest(tx: Tx, { planId, contentKind }: KindKey, period: PeriodCode): Promise<FullVersionRow | null> {
    const rows = await managerOf(tx).query<FullVersionRow[]>(
      `SELECT ${COLUMNS}, v.slug, v.audit_head AS "auditHead", v.canonical
       FROM publication p JOIN publication_version v ON v.publication_id = p.id
       WHERE ${OF_KIND} AND p.period = $3 ORDER BY v.number DESC LIMIT 1`,
      [planId, contentKind, period],
    );
    return rows[0] ?? null;
  }

  /** One version of a period's publication, whole. */
  async version(
    tx: Tx,
    { planId, contentKind }: KindKey,
    period: PeriodCode,
    number: number,
  ): Promise<FullVersionRow | null> {
    const rows = await managerOf(tx).query<FullVersionRow[]>(
      `SELECT ${COLUMNS}, v.slug, v.audit_head AS "auditHead", v.canonical
       FROM publication p JOIN publication_version v ON v.publication_id = p.id
       WHERE ${OF_KIND} AND p.period = $3 AND v.number = $4`,
      [planId, contentKind, period, number],
    );
    return rows[0] ?? null;
  }

  /** The hash of every version. */
  async hashes(tx: Tx, { planId, contentKind }: KindKey): Promise<string[]> {
    const rows = await managerOf(tx).query<{ sha256: string }[]>(
      `SELECT v.sha256 FROM publication p JOIN publication_version v ON v.publication_id = p.id
       WHERE ${OF_KIND} ORDER BY v.sha256`,
      [planId, contentKind],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** The canonical JSON of the versions with these hashes. */
  canonicals(tx: Tx, sha256: readonly string[]): Promise<{ readonly sha256: string; readonly canonical: string }[]> {
    return managerOf(tx).query('SELECT v.sha256, v.canonical FROM publication_version v WHERE v.sha256 = ANY($1)', [
      sha256,
    ]);
  }

  /** Every version, without bytes. */
  list(tx: Tx, { planId, contentKind }: KindKey): Promise<ListedVersionRow[]> {
    return managerOf(tx).query(
      `SELECT ${COLUMNS}, v.slug, v.audit_head AS "auditHead", v.canonical::json->'title' AS title,
         v.canonical::json->'correction' AS correction,
         (SELECT json_agg(${FILE} ORDER BY f.position) FROM publication_file f
          WHERE f.publication_id = v.publication_id AND f.number = v.number) AS files
       FROM publication p JOIN publication_version v ON v.publication_id = p.id
       WHERE ${OF_KIND} ORDER BY p.period, v.number DESC`,
      [planId, contentKind],
    );
  }

  /** The publication of a period, made if it is not there. */
  async ensure(tx: Tx, { planId, contentKind }: KindKey, kind: PublicationKind, period: PeriodCode): Promise<string> {
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `WITH made AS (
         INSERT INTO publication (plan_id, content_kind, kind, period) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT uq_publication_period DO NOTHING RETURNING id)
       SELECT id FROM made UNION ALL
       SELECT p.id FROM publication p WHERE ${OF_KIND} AND p.period = $4`,
      [planId, contentKind, kind, period],
    );
    const [row] = rows;
    if (!row) throw new Error(`No publication of ${period}`);
    return row.id;
  }

  async insert(tx: Tx, version: NewVersion, files: readonly PrintedFile[]): Promise<void> {
    const { publicationId, number } = version;
    await managerOf(tx).query(
      `INSERT INTO publication_version (publication_id, number, slug, canonical, sha256, content_hash, audit_head,
         published_at, published_by, published_by_name, correction_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        publicationId,
        number,
        version.slug,
        version.canonical,
        version.sha256,
        version.contentHash,
        version.auditHead,
        version.publishedAt,
        version.publishedBy.personId,
        version.publishedBy.name,
        version.correctionReason,
      ],
    );
    await managerOf(tx).query(
      `INSERT INTO publication_file (publication_id, number, position, name, format, media_type, size, sha256, bytes)
       SELECT $1, $2, f.* FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[], $9::bytea[])
         AS f (position, name, format, media_type, size, sha256, bytes)`,
      [
        publicationId,
        number,
        files.map((_, position) => position),
        files.map((file) => file.name),
        files.map((file) => file.format),
        files.map((file) => file.mediaType),
        files.map((file) => file.bytes),
        files.map((file) => file.sha256),
        files.map((file) => Buffer.from(file.content)),
      ],
    );
  }

  /** A version's pages, and what they load unless it is there already. */
  async insertPages(
    tx: Tx,
    { publicationId, number }: Pick<NewVersion, 'publicationId' | 'number'>,
    { pages, assets }: FrozenPages,
  ): Promise<void> {
    await managerOf(tx).query(
      `INSERT INTO publication_page (publication_id, number, form, language, sha256, content)
       SELECT $1, $2, g.* FROM unnest($3::text[], $4::text[], $5::text[], $6::bytea[])
         AS g (form, language, sha256, content)`,
      [
        publicationId,
        number,
        pages.map((page) => page.form),
        pages.map((page) => page.language),
        pages.map((page) => sha256Hex(page.content)),
        pages.map((page) => page.content),
      ],
    );
    await managerOf(tx).query(
      `INSERT INTO publication_asset (path, media_type, sha256, content)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
       ON CONFLICT ON CONSTRAINT pk_publication_asset DO NOTHING`,
      [
        assets.map((asset) => asset.path),
        assets.map((asset) => asset.mediaType),
        assets.map((asset) => sha256Hex(asset.content)),
        assets.map((asset) => asset.content),
      ],
    );
  }

  /** A file as it was published. */
  async file(
    tx: Tx,
    { planId, contentKind }: KindKey,
    period: PeriodCode,
    number: number,
    name: string,
  ): Promise<(PublishedFile & { readonly content: Buffer }) | null> {
    const rows = await managerOf(tx).query<(PublishedFile & { content: Buffer })[]>(
      `SELECT f.name, f.format, f.media_type AS "mediaType", f.size AS bytes, f.sha256, f.bytes AS content
       FROM publication p JOIN publication_file f ON f.publication_id = p.id
       WHERE ${OF_KIND} AND p.period = $3 AND f.number = $4 AND f.name = $5`,
      [planId, contentKind, period, number, name],
    );
    return rows[0] ?? null;
  }

  /** Every version of every kind and plan, as far as it takes to recognise it. */
  async known(tx: Tx): Promise<KnownVersion[]> {
    const rows = await managerOf(tx).query<(Omit<KnownVersion, 'publishedAt'> & { publishedAt: Date })[]>(
      `SELECT p.id AS publication, p.period, v.number AS version, v.sha256, v.published_at AS "publishedAt",
         (SELECT coalesce(json_agg(${FILE} ORDER BY f.position), '[]') FROM publication_file f
          WHERE f.publication_id = v.publication_id AND f.number = v.number) AS files
       FROM publication p JOIN publication_version v ON v.publication_id = p.id
       ORDER BY v.published_at DESC`,
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }
}
