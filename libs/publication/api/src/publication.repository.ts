import type { PrintedFile } from '@malspar/print-api';
import { type KnownVersion, PublicationKind, PublishedFile } from '@malspar/publication-model';
import { IdRow, sha256Hex, type Tx, waitForTurn } from '@malspar/shared-api';
import { allRows, changeRows, firstRow, sql, type Sql, typed, type TypedValue } from '@malspar/shared-api/sql';
import { BothLanguages, PeriodCode } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import type { FrozenPages } from './page-freezing.js';
import { PUBLISHED_FILE } from './published-file.sql.js';

const VersionRow = z.object({
  publicationId: z.string(),
  contentKind: z.string(),
  period: PeriodCode,
  kind: PublicationKind,
  number: z.number(),
  sha256: z.string(),
  contentHash: z.string(),
  publishedAt: z.date(),
  slug: z.string(),
  auditHead: z.string(),
});

const FullVersionRow = VersionRow.extend({ canonical: z.string() });
export type FullVersionRow = Readonly<z.infer<typeof FullVersionRow>>;

/** A version without its files' bytes, as lists show it. */
const ListedVersionRow = VersionRow.extend({
  title: BothLanguages,
  correction: z.object({ reason: z.string(), date: z.string(), ofVersion: z.number() }).nullable(),
  files: z.array(PublishedFile),
});
type ListedVersionRow = Readonly<z.infer<typeof ListedVersionRow>>;

const KnownVersionRow = z.object({
  publication: z.string(),
  period: PeriodCode,
  version: z.number(),
  sha256: z.string(),
  publishedAt: z.date(),
  files: z.array(PublishedFile),
});
const FileRow = PublishedFile.extend({ content: z.instanceof(Buffer) });
const HashRow = z.object({ sha256: z.string() });
const CanonicalRow = z.object({ sha256: z.string(), canonical: z.string() });

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

const ofKind = ({ planId, contentKind }: KindKey): Sql =>
  sql`p.plan_id IS NOT DISTINCT FROM ${typed(planId, 'uuid')} AND p.content_kind = ${contentKind}`;
const COLUMNS = sql`
  p.id AS "publicationId", p.content_kind AS "contentKind", p.period, p.kind, v.number, v.sha256,
  v.content_hash AS "contentHash", v.published_at AS "publishedAt", v.slug, v.audit_head AS "auditHead"`;

@Injectable()
export class PublicationRepository {
  /** Waits for its turn to publish; the turn lasts until the transaction ends. */
  lock(tx: Tx): Promise<void> {
    return waitForTurn(tx, 'publication');
  }

  /** The newest version of a period's publication, whole. */
  newest(tx: Tx, key: KindKey, period: PeriodCode): Promise<FullVersionRow | null> {
    return firstRow(
      tx,
      FullVersionRow,
      sql`SELECT ${COLUMNS}, v.canonical FROM publication p JOIN publication_version v ON v.publication_id = p.id
          WHERE ${ofKind(key)} AND p.period = ${period} ORDER BY v.number DESC LIMIT 1`,
    );
  }

  /** One version of a period's publication, whole. */
  version(tx: Tx, key: KindKey, period: PeriodCode, number: number): Promise<FullVersionRow | null> {
    return firstRow(
      tx,
      FullVersionRow,
      sql`SELECT ${COLUMNS}, v.canonical FROM publication p JOIN publication_version v ON v.publication_id = p.id
          WHERE ${ofKind(key)} AND p.period = ${period} AND v.number = ${number}`,
    );
  }

  /** The hash of every version. */
  async hashes(tx: Tx, key: KindKey): Promise<string[]> {
    const rows = await allRows(
      tx,
      HashRow,
      sql`SELECT v.sha256 FROM publication p JOIN publication_version v ON v.publication_id = p.id
          WHERE ${ofKind(key)} ORDER BY v.sha256`,
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** The canonical JSON of the versions with these hashes. */
  canonicals(tx: Tx, sha256: readonly string[]): Promise<{ readonly sha256: string; readonly canonical: string }[]> {
    return allRows(
      tx,
      CanonicalRow,
      sql`SELECT v.sha256, v.canonical FROM publication_version v WHERE v.sha256 = ANY(${sha256})`,
    );
  }

  /** Every version, without bytes. */
  list(tx: Tx, key: KindKey): Promise<ListedVersionRow[]> {
    return allRows(
      tx,
      ListedVersionRow,
      sql`SELECT ${COLUMNS}, v.canonical::json->'title' AS title, v.canonical::json->'correction' AS correction,
            (SELECT json_agg(${PUBLISHED_FILE} ORDER BY f.position) FROM publication_file f
             WHERE f.publication_id = v.publication_id AND f.number = v.number) AS files
          FROM publication p JOIN publication_version v ON v.publication_id = p.id
          WHERE ${ofKind(key)} ORDER BY p.period, v.number DESC`,
    );
  }

  /** The publication of a period, made if it is not there. */
  async ensure(tx: Tx, key: KindKey, kind: PublicationKind, period: PeriodCode): Promise<string> {
    const row = await firstRow(
      tx,
      IdRow,
      sql`WITH made AS (
            INSERT INTO publication (plan_id, content_kind, kind, period)
            VALUES (${key.planId}, ${key.contentKind}, ${kind}, ${period})
            ON CONFLICT ON CONSTRAINT uq_publication_period DO NOTHING RETURNING id)
          SELECT id FROM made UNION ALL
          SELECT p.id FROM publication p WHERE ${ofKind(key)} AND p.period = ${period}`,
    );
    if (!row) throw new Error(`No publication of ${period}`);
    return row.id;
  }

  async insert(tx: Tx, version: NewVersion, files: readonly PrintedFile[]): Promise<void> {
    const { publicationId, number, publishedBy } = version;
    await changeRows(
      tx,
      sql`INSERT INTO publication_version (publication_id, number, slug, canonical, sha256, content_hash, audit_head,
            published_at, published_by, published_by_name, correction_reason)
          VALUES (${publicationId}, ${number}, ${version.slug}, ${version.canonical}, ${version.sha256},
            ${version.contentHash}, ${version.auditHead}, ${version.publishedAt}, ${publishedBy.personId},
            ${publishedBy.name}, ${version.correctionReason})`,
    );
    const positions = typed([...files.keys()], 'int[]');
    const sizes = typed(
      files.map(({ bytes }) => bytes),
      'int[]',
    );
    await changeRows(
      tx,
      sql`INSERT INTO publication_file (publication_id, number, position, name, format, media_type, size, sha256, bytes)
          SELECT ${typed(publicationId, 'uuid')}, ${typed(number, 'int')}, f.*
          FROM unnest(${positions}, ${texts(files.map(({ name }) => name))}, ${texts(files.map(({ format }) => format))},
            ${texts(files.map(({ mediaType }) => mediaType))}, ${sizes},
            ${texts(files.map(({ sha256 }) => sha256))}, ${blobs(files)}) AS f (position, name, format, media_type, size, sha256, bytes)`,
    );
  }

  /** A version's pages, and what they load unless it is there already. */
  async insertPages(
    tx: Tx,
    { publicationId, number }: Pick<NewVersion, 'publicationId' | 'number'>,
    { pages, assets }: FrozenPages,
  ): Promise<void> {
    await changeRows(
      tx,
      sql`INSERT INTO publication_page (publication_id, number, form, language, sha256, content)
          SELECT ${typed(publicationId, 'uuid')}, ${typed(number, 'int')}, g.*
          FROM unnest(${texts(pages.map(({ form }) => form))}, ${texts(pages.map(({ language }) => language))},
            ${texts(pages.map(({ content }) => sha256Hex(content)))}, ${blobs(pages)})
            AS g (form, language, sha256, content)`,
    );
    await changeRows(
      tx,
      sql`INSERT INTO publication_asset (path, media_type, sha256, content)
          SELECT * FROM unnest(${texts(assets.map(({ path }) => path))},
            ${texts(assets.map(({ mediaType }) => mediaType))},
            ${texts(assets.map(({ content }) => sha256Hex(content)))}, ${blobs(assets)})
          ON CONFLICT ON CONSTRAINT pk_publication_asset DO NOTHING`,
    );
  }

  /** A file as it was published. */
  file(
    tx: Tx,
    key: KindKey,
    period: PeriodCode,
    number: number,
    name: string,
  ): Promise<(PublishedFile & { readonly content: Buffer }) | null> {
    return firstRow(
      tx,
      FileRow,
      sql`SELECT f.name, f.format, f.media_type AS "mediaType", f.size AS bytes, f.sha256, f.bytes AS content
          FROM publication p JOIN publication_file f ON f.publication_id = p.id
          WHERE ${ofKind(key)} AND p.period = ${period} AND f.number = ${number} AND f.name = ${name}`,
    );
  }

  /** Every version of every kind and plan, as far as it takes to recognise it. */
  async known(tx: Tx): Promise<KnownVersion[]> {
    const rows = await allRows(
      tx,
      KnownVersionRow,
      sql`SELECT p.id AS publication, p.period, v.number AS version, v.sha256, v.published_at AS "publishedAt",
            (SELECT coalesce(json_agg(${PUBLISHED_FILE} ORDER BY f.position), '[]') FROM publication_file f
             WHERE f.publication_id = v.publication_id AND f.number = v.number) AS files
          FROM publication p JOIN publication_version v ON v.publication_id = p.id
          ORDER BY v.published_at DESC`,
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }
}

const texts = (values: readonly string[]): TypedValue => typed(values, 'text[]');
const blobs = (of: readonly { readonly content: Uint8Array }[]): TypedValue =>
  typed(
    of.map(({ content }) => Buffer.from(content)),
    'bytea[]',
  );
