import type { Checksums } from '@malspar/publication-model';
import { canonicalJson } from '@malspar/shared-api';
import { sha256OfBytes } from './report-files.js';

/** No report is as large as this, however it is written; what is larger is not read as JSON. */
const LARGEST_JSON = 8 * 1024 * 1024;

/** The checksum of a file, and of its content if it is JSON. */
export function checksumsOf(bytes: Uint8Array): Checksums {
  const canonical = canonicalIfJson(bytes);
  return { bytes: sha256OfBytes(bytes), content: canonical && sha256OfBytes(canonical) };
}

function canonicalIfJson(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length > LARGEST_JSON) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return new TextEncoder().encode(canonicalJson(JSON.parse(text)));
  } catch {
    return null;
  }
}
