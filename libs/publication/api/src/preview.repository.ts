import { IdRow, type Tx } from '@malspar/shared-api';
import { changeRows, firstRow, sql, typed } from '@malspar/shared-api/sql';
import type { PeriodCode } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

/** A page or file of a preview. */
export interface PreviewPart {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

const PreviewPartRow = z.object({ name: z.string(), mediaType: z.string(), content: z.instanceof(Buffer) });

@Injectable()
export class PreviewRepository {
  /** Forgets what has expired; how many. */
  clearExpired(tx: Tx): Promise<number> {
    return changeRows(tx, sql`DELETE FROM preview WHERE expires_at < now()`);
  }

  /** Keeps a preview and forgets the person's earlier ones of the same period. */
  async replace(
    tx: Tx,
    preview: { readonly personId: string; readonly period: PeriodCode; readonly expiresAt: Date },
    parts: readonly PreviewPart[],
  ): Promise<string> {
    const { personId, period, expiresAt } = preview;
    await changeRows(tx, sql`DELETE FROM preview WHERE person_id = ${personId} AND period = ${period}`);
    const row = await firstRow(
      tx,
      IdRow,
      sql`INSERT INTO preview (person_id, period, expires_at) VALUES (${personId}, ${period}, ${expiresAt}) RETURNING id`,
    );
    if (!row) throw new Error('No preview');
    const names = parts.map(({ name }) => name);
    const mediaTypes = parts.map(({ mediaType }) => mediaType);
    const contents = parts.map(({ content }) => Buffer.from(content));
    await changeRows(
      tx,
      sql`INSERT INTO preview_part (preview_id, name, media_type, content)
          SELECT ${typed(row.id, 'uuid')}, p.*
          FROM unnest(${typed(names, 'text[]')}, ${typed(mediaTypes, 'text[]')}, ${typed(contents, 'bytea[]')})
            AS p (name, media_type, content)`,
    );
    return row.id;
  }

  /** A part of the person's own preview that has not expired. */
  part(tx: Tx, personId: string, id: string, name: string): Promise<PreviewPart | null> {
    return firstRow(
      tx,
      PreviewPartRow,
      sql`SELECT q.name, q.media_type AS "mediaType", q.content
          FROM preview p JOIN preview_part q ON q.preview_id = p.id
          WHERE p.id = ${id} AND p.person_id = ${personId} AND p.expires_at > now() AND q.name = ${name}`,
    );
  }
}
