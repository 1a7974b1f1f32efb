import type { Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { PeriodCode } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';

/** A page or file of a preview. */
export interface PreviewPart {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

@Injectable()
export class PreviewRepository {
  /** Forgets what has expired; how many. */
  async clearExpired(tx: Tx): Promise<number> {
    const [, count] = await managerOf(tx).query<[unknown, number]>('DELETE FROM preview WHERE expires_at < now()');
    return count;
  }

  /** Keeps a preview and forgets the person's earlier ones of the same period. */
  async replace(
    tx: Tx,
    preview: { readonly personId: string; readonly period: PeriodCode; readonly expiresAt: Date },
    parts: readonly PreviewPart[],
  ): Promise<string> {
    await managerOf(tx).query('DELETE FROM preview WHERE person_id = $1 AND period = $2', [
      preview.personId,
      preview.period,
    ]);
    const [row] = await managerOf(tx).query<{ id: string }[]>(
      'INSERT INTO preview (person_id, period, expires_at) VALUES ($1, $2, $3) RETURNING id',
      [preview.personId, preview.period, preview.expiresAt],
    );
    if (!row) throw new Error('No preview');
    await managerOf(tx).query(
      `INSERT INTO preview_part (preview_id, name, media_type, content)
       SELECT $1, p.* FROM unnest($2::text[], $3::text[], $4::bytea[]) AS p (name, media_type, content)`,
      [
        row.id,
        parts.map((part) => part.name),
        parts.map((part) => part.mediaType),
        parts.map((part) => Buffer.from(part.content)),
      ],
    );
    return row.id;
  }

  /** A part of the person's own preview that has not expired. */
  async part(tx: Tx, personId: string, id: string, name: string): Promise<PreviewPart | null> {
    const rows = await managerOf(tx).query<PreviewPart[]>(
      `SELECT q.name, q.media_type AS "mediaType", q.content FROM preview p JOIN preview_part q ON q.preview_id = p.id
       WHERE p.id = $1 AND p.person_id = $2 AND p.expires_at > now() AND q.name = $3`,
      [id, personId, name],
    );
    return rows[0] ?? null;
  }
}
