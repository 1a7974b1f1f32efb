import type { PeriodCode } from '@malspar/shared-model';
import type { PublishedFile, Verification } from './publication.js';

/** A published version, as far as it takes to recognise it. */
export interface KnownVersion {
  /** The same for all versions of one publication, and for no other. */
  readonly publication: string;
  readonly period: PeriodCode;
  readonly version: number;
  /** Of its canonical JSON. */
  readonly sha256: string;
  readonly publishedAt: string;
  readonly files: readonly Pick<PublishedFile, 'name' | 'format' | 'bytes' | 'sha256'>[];
}

/** Checksums (SHA-256, 64 small hexadecimal digits) of something that somebody has. */
export interface Checksums {
  readonly bytes: string;
  /** Of the same data as canonical JSON; null when it is not JSON. */
  readonly content: string | null;
}

/** Whether something is what was published, and of which version: the very bytes, or JSON with the same content. */
export function recognise(versions: readonly KnownVersion[], { bytes, content }: Checksums): Verification {
  const exact = find(versions, bytes);
  if (exact) return { ...exact, match: 'bytes' };
  const alike = content === null ? null : find(versions, content);
  return alike ? { ...alike, match: 'content' } : { outcome: 'unknown', sha256: bytes };
}

function find(
  versions: readonly KnownVersion[],
  sha256: string,
): Omit<Extract<Verification, { outcome: 'published' }>, 'match'> | null {
  for (const { publication, period, version, publishedAt, files, sha256: own } of versions) {
    const file = files.find((each) => each.sha256 === sha256);
    if (!file && own !== sha256) continue;
    const newest = versions.filter((each) => each.publication === publication).map((each) => each.version);
    return {
      outcome: 'published',
      publication,
      period,
      version,
      file: file?.name ?? null,
      publishedAt,
      newestVersion: Math.max(...newest),
    };
  }
  return null;
}

/**
 * A checksum as people paste it: in capitals, in groups, with what it is before it or with the name of the file after
 * it. Null when it is none.
 */
export function readChecksum(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^sha-?256\s*[:=(]?\s*/, '');
  const first = /^\\?([0-9a-f]{64})(?:\s.*)?$/s.exec(bare)?.[1];
  if (first) return first;
  const grouped = bare.replace(/[\s:-]/g, '');
  return /^[0-9a-f]{64}$/.test(grouped) ? grouped : null;
}
