import type { PublicationReceipt } from '@malspar/publication-model';
import pg from 'pg';

/** What the database holds of the publication of a period; each figure counts rows. */
export interface Traces {
  readonly versions: number;
  readonly wrongHashes: number;
  /** Files in the table, and those that the log names with the same hash. */
  readonly files: number;
  readonly filesInLog: number;
  /** Reports that the version names, those of them that are published, and by a step of their own. */
  readonly reports: number;
  readonly publishedReports: number;
  readonly publishSteps: number;
  readonly events: number;
  readonly reportEvents: number;
  /** The receipt that the key was given. */
  readonly receipt: PublicationReceipt | null;
}

const OF_PERIOD = 'FROM publication p JOIN publication_version v ON v.publication_id = p.id';

/** Everything that a publication leaves behind, looked at from beside. */
export async function tracesOf(beside: pg.Client, period: string, key: string): Promise<Traces> {
  const { rows } = await beside.query<Traces>(
    `SELECT
       (SELECT count(*)::int ${OF_PERIOD} WHERE p.period = $1) AS versions,
       (SELECT count(*)::int ${OF_PERIOD} WHERE p.period = $1
          AND v.sha256 <> encode(sha256(convert_to(v.canonical, 'UTF8')), 'hex'))
       + (SELECT count(*)::int FROM publication p JOIN publication_file f ON f.publication_id = p.id
          WHERE p.period = $1 AND (f.sha256 <> encode(sha256(f.bytes), 'hex') OR f.size <> length(f.bytes)))
         AS "wrongHashes",
       (SELECT count(*)::int FROM publication p JOIN publication_file f ON f.publication_id = p.id
          WHERE p.period = $1) AS files,
       (SELECT count(*)::int FROM publication p
          JOIN audit_event e ON e.kind = 'publication.publish' AND e.subject_id = p.id::text
          CROSS JOIN jsonb_array_elements(e.data -> 'files') AS said
          JOIN publication_file f ON f.publication_id = p.id
            AND f.name = said ->> 'name' AND f.sha256 = said ->> 'sha256'
          WHERE p.period = $1) AS "filesInLog",
       (SELECT count(*)::int FROM publication p JOIN publication_report pr ON pr.publication_id = p.id
          WHERE p.period = $1) AS reports,
       (SELECT count(*)::int FROM publication p JOIN publication_report pr ON pr.publication_id = p.id
          JOIN report r ON r.id = pr.report_id AND r.state = 'published' WHERE p.period = $1) AS "publishedReports",
       (SELECT count(*)::int FROM publication p JOIN publication_report pr ON pr.publication_id = p.id
          JOIN report_transition t ON t.report_id = pr.report_id AND t.revision = pr.revision AND t.name = 'publish'
          WHERE p.period = $1) AS "publishSteps",
       (SELECT count(*)::int FROM publication p
          JOIN audit_event e ON e.kind = 'publication.publish' AND e.subject_id = p.id::text
          WHERE p.period = $1) AS events,
       (SELECT count(*)::int FROM publication p JOIN publication_report pr ON pr.publication_id = p.id
          JOIN audit_event e ON e.kind = 'report.publish' AND e.subject_id = pr.report_id::text
          WHERE p.period = $1) AS "reportEvents",
       (SELECT response FROM idempotency_key WHERE key = $2) AS receipt`,
    [period, key],
  );
  return rows[0]!;
}

/** Links of the log that do not hold on to the one before. */
export async function brokenLinks(beside: pg.Client): Promise<number> {
  const { rows } = await beside.query<{ broken: number }>(
    `SELECT count(*) FILTER (WHERE seq > 1 AND (previous_hash <> before OR seq <> seq_before + 1))::int AS broken
     FROM (SELECT seq, previous_hash, lag(hash) OVER (ORDER BY seq) AS before,
             lag(seq) OVER (ORDER BY seq) AS seq_before FROM audit_event) AS links`,
  );
  return rows[0]!.broken;
}

/** What is there of a publication without the rest of it, in words; empty when every publication is whole. */
export async function halfPublications(beside: pg.Client): Promise<string[]> {
  const { rows } = await beside.query<{ half: string }>(
    `SELECT format('version %s %s', p.period, v.number) AS half
     FROM publication_version v JOIN publication p ON p.id = v.publication_id
     WHERE v.sha256 <> encode(sha256(convert_to(v.canonical, 'UTF8')), 'hex')
       OR (SELECT count(*) FROM publication_report pr
           JOIN report_transition t ON t.report_id = pr.report_id AND t.revision = pr.revision AND t.name = 'publish'
           WHERE pr.publication_id = v.publication_id AND pr.number = v.number)
          <> jsonb_array_length(v.canonical::jsonb -> 'reports')
       OR (SELECT count(*) FROM publication_file f
           WHERE f.publication_id = v.publication_id AND f.number = v.number
             AND f.sha256 = encode(sha256(f.bytes), 'hex'))
          IS DISTINCT FROM (SELECT jsonb_array_length(e.data -> 'files')::bigint FROM audit_event e
           WHERE e.kind = 'publication.publish' AND e.data ->> 'sha256' = v.sha256)
     UNION ALL SELECT format('event %s', seq) FROM audit_event e WHERE kind = 'publication.publish'
       AND NOT EXISTS (SELECT FROM publication_version v WHERE v.sha256 = e.data ->> 'sha256')
     UNION ALL SELECT format('publication %s', period) FROM publication p
       WHERE NOT EXISTS (SELECT FROM publication_version v WHERE v.publication_id = p.id)
     UNION ALL SELECT format('report %s', id) FROM report r WHERE state = 'published'
       AND NOT EXISTS (SELECT FROM publication_report pr WHERE pr.report_id = r.id)
     UNION ALL SELECT format('key %s', key) FROM idempotency_key WHERE response IS NULL`,
  );
  return rows.map(({ half }) => half);
}
